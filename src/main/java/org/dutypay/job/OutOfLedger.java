package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Closings;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.LedgerException;
import org.dutypay.report.CsvFile;
import org.dutypay.report.LedgerFiles;

/** Writes the files of a closing again from the ledger, and compares them with what was sent. */
final class OutOfLedger {

  private final Ledger ledger;
  private final Closings closings;

  OutOfLedger(DataSource database) {
    ledger = new Ledger(database);
    closings = new Closings(database);
  }

  /**
   * Writes the files.
   *
   * @param folder where nothing else lies
   * @return what is not as it was sent, in words; none where everything is
   */
  List<String> write(Closing closing, Path folder) throws IOException {
    List<String> sent = closing.files().lines().map(line -> word(line, 0)).toList();
    List<String> kept =
        sent.stream().filter(file -> !IntoLedger.FROM_TABLES.contains(file)).sorted().toList();
    List<String> found = closings.fileNames(closing.number());
    if (!found.stream().sorted().toList().equals(kept)) {
      return List.of("the ledger keeps the files " + found + ", not " + kept);
    }
    try {
      LedgerFiles.writePayroll(folder, taker -> ledger.eachLine(closing.number(), taker));
      if (sent.contains(CsvFile.BALANCES.fileName())) {
        LedgerFiles.writeBalances(folder, taker -> ledger.eachBalance(closing.number(), taker));
      }
      closings.writeFiles(closing.number(), folder);
    } catch (IllegalArgumentException | LedgerException e) {
      return List.of("what the ledger holds cannot be written: " + e.getMessage());
    }
    List<String> problems = new ArrayList<>();
    for (String line : closing.files().lines().toList()) {
      Path file = folder.resolve(word(line, 0));
      if (!Files.exists(file) || !LedgerFiles.sha256(file).equals(word(line, 1))) {
        problems.add(word(line, 0) + " as the ledger gives it is not what was sent");
      }
    }
    return problems;
  }

  /** A word of what a closing says of a file: its name, SHA-256 and rows. */
  private static String word(String line, int place) {
    return line.split(" ", -1)[place];
  }
}
