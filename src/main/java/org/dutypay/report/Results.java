package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a job's files hold, read back from them: no count of theirs is kept from when they were
 * written.
 *
 * @param files all output files there are but the manifest and the summary, in the contract's order
 * @param rowsByFile what became of the rows of each input file that rows.csv names
 * @param totalsAgree whether payroll-totals.csv holds what payroll.csv adds up to
 * @param paidWithoutLine the id of a row that rows.csv calls paid, but that is behind no line of
 *     payroll.csv
 */
public record Results(
    List<OutputFile> files,
    PayrollTotals payroll,
    ExceptionTotals exceptions,
    Map<String, RowCounts> rowsByFile,
    boolean totalsAgree,
    Optional<String> paidWithoutLine) {

  /** Reads the files in a folder; pages and workbooks may be missing. */
  public static Results read(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    PayrollTotals payroll = new PayrollTotals();
    PaidRows paidRows = new PaidRows();
    files.add(
        read(
            out,
            CsvFile.PAYROLL,
            row -> {
              payroll.add(row);
              paidRows.addLine(row);
            },
            () -> OptionalLong.of(payroll.amountPence())));
    PayrollTotals totals = new PayrollTotals();
    files.add(
        read(
            out,
            PayrollTotals.FILE_NAME,
            PayrollTotals.HEADER,
            totals::addTotal,
            () -> OptionalLong.of(totals.amountPence())));
    files.add(read(out, CsvFile.BALANCES, row -> {}, OptionalLong::empty));
    ExceptionTotals exceptions = new ExceptionTotals();
    files.add(
        read(
            out,
            CsvFile.EXCEPTIONS,
            exceptions::add,
            () -> OptionalLong.of(exceptions.all().heldPence())));
    Map<String, RowCounts> rowsByFile = new TreeMap<>();
    files.add(
        read(
            out,
            CsvFile.ROWS,
            row -> {
              RowCounts.add(row, rowsByFile);
              paidRows.check(row);
            },
            OptionalLong::empty));
    long count = exceptions.all().exceptions();
    files.addAll(ExceptionsPage.outputs(out));
    addIfThere(out, ExceptionsWorkbook.FILE_NAME, count, files);
    long lines = files.getFirst().rows();
    addIfThere(out, PayrollPage.FILE_NAME, lines, files);
    addIfThere(out, PayrollWorkbook.FILE_NAME, lines, files);
    return new Results(
        List.copyOf(files),
        payroll,
        exceptions,
        rowsByFile,
        payroll.byElement().equals(totals.byElement()),
        paidRows.firstWithoutLine());
  }

  /** What became of the rows of an input file, none where rows.csv does not name it. */
  public RowCounts rowsOf(String file) {
    return rowsByFile.getOrDefault(file, new RowCounts());
  }

  /** Takes what it needs of the row on which the rows stand. */
  interface RowReading {
    void read(CsvRows rows) throws IOException;
  }

  static OutputFile read(Path out, CsvFile file, RowReading reading, Supplier<OptionalLong> amount)
      throws IOException {
    return read(out, file.fileName(), file.header(), reading, amount);
  }

  static OutputFile read(
      Path out, String file, String header, RowReading reading, Supplier<OptionalLong> amount)
      throws IOException {
    try (CsvRows rows = CsvRows.open(out, file, header)) {
      while (rows.next()) {
        reading.read(rows);
      }
      return new OutputFile(file, rows.row(), amount.get(), rows.sha256());
    }
  }

  static void addIfThere(Path out, String file, long rows, List<OutputFile> files)
      throws IOException {
    Path path = out.resolve(file);
    if (Files.exists(path)) {
      files.add(new OutputFile(file, rows, OptionalLong.empty(), sha256(path)));
    }
  }

  static String sha256(Path path) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
