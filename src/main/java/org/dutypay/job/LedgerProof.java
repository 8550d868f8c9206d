package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Closings;
import org.dutypay.ledger.Ledger;
import org.dutypay.report.CsvFile;
import org.dutypay.report.LedgerFiles;

/**
 * Whether the ledger still is what was put into it: each closing's files, written again from the
 * tables, have the hashes that were recorded, and each closing is chained to the one before.
 */
public final class LedgerProof {

  private final DataSource database;
  private final Ledger ledger;
  private final List<String> lines = new ArrayList<>();
  private boolean holds = true;

  private LedgerProof(DataSource database) {
    this.database = database;
    ledger = new Ledger(database);
  }

  /**
   * What was found.
   *
   * @param lines one for each closing, and one for each thing that is wrong
   */
  public record Result(boolean holds, List<String> lines) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Looks at the closings up to a run date.
   *
   * @param asKnown the last run date that counts, an epoch day
   * @param expected the first digits of the last closing's hash, as its summary printed it; empty
   *     where nobody has kept it
   */
  public static Result of(DataSource database, long asKnown, String expected) throws IOException {
    LedgerProof proof = new LedgerProof(database);
    Path folder = Files.createTempDirectory("dutypay-proof-");
    try {
      proof.look(asKnown, expected, folder);
    } finally {
      WorkFolder.delete(folder);
    }
    return new Result(proof.holds, proof.lines);
  }

  private void look(long asKnown, String expected, Path folder) throws IOException {
    String before = "";
    int number = 0;
    Map<Ledger.Kind, YearMonth> months = new EnumMap<>(Ledger.Kind.class);
    for (Closing closing : ledger.closings()) {
      if (closing.runDate() > asKnown) {
        break;
      }
      number++;
      boolean held = holds;
      holds = true;
      expect(closing, closing.number() == number, "its number should be " + number);
      expect(
          closing,
          closing.hash().equals(closing.chainedAfter(before)),
          "its hash is not that of what it says and of the closing before it");
      YearMonth month = YearMonth.parse(closing.payPeriod());
      YearMonth last = months.put(closing.kind(), month);
      expect(
          closing,
          last == null || last.plusMonths(1).equals(month),
          "it does not follow the month before it");
      files(closing, Files.createDirectories(folder.resolve("closing-" + number)));
      if (holds) {
        lines.add(
            "ok    closing %d, %s %s: %s of pay, %s, hash %s"
                .formatted(
                    closing.number(),
                    closing.kind(),
                    closing.payPeriod(),
                    NightSummary.counted(closing.lines(), "line"),
                    NightSummary.pounds(closing.amountPence()),
                    closing.hash().substring(0, 16)));
      }
      holds &= held;
      before = closing.hash();
    }
    if (!expected.isEmpty() && !before.startsWith(expected)) {
      wrong("the last closing's hash does not start with " + expected + ": a closing is missing");
    }
    lines.add(
        holds
            ? "the ledger holds: %s, each with the files that were sent"
                .formatted(NightSummary.counted(number, "closing"))
            : "the ledger does NOT hold: restore the database from a backup and look for who"
                + " changed it");
  }

  private void files(Closing closing, Path folder) throws IOException {
    long[] sums = new long[2];
    LedgerFiles.writePayroll(
        folder,
        taker ->
            ledger.eachLine(
                closing.number(),
                row -> {
                  sums[0]++;
                  sums[1] += row.line().amountPence();
                  taker.accept(row);
                }));
    expect(
        closing,
        sums[0] == closing.lines() && sums[1] == closing.amountPence(),
        "the ledger has %,d lines and %s, it says %,d and %s"
            .formatted(
                sums[0],
                NightSummary.pounds(sums[1]),
                closing.lines(),
                NightSummary.pounds(closing.amountPence())));
    if (closing.files().contains(CsvFile.BALANCES.fileName())) {
      LedgerFiles.writeBalances(folder, taker -> ledger.eachBalance(closing.number(), taker));
    }
    new Closings(database).writeFiles(closing.number(), folder);
    for (String line : closing.files().lines().toList()) {
      String[] file = line.split(" ", -1);
      Path path = folder.resolve(file[0]);
      expect(
          closing,
          Files.exists(path) && LedgerFiles.sha256(path).equals(file[1]),
          file[0] + " as the ledger gives it is not what was sent");
    }
    WorkFolder.delete(folder);
  }

  private void expect(Closing closing, boolean isSo, String otherwise) {
    if (!isSo) {
      wrong("closing %d, %s: %s".formatted(closing.number(), closing.payPeriod(), otherwise));
    }
  }

  private void wrong(String what) {
    holds = false;
    lines.add("WRONG " + what);
  }
}
