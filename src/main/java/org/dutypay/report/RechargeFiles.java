package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.RechargeRow;
import org.dutypay.pay.Rounding;

/**
 * recharge.csv, by host and officer, and a statement for each host: what finance sends out. Made
 * from the merged part files, and read back for the manifest.
 */
public final class RechargeFiles {

  /** The statements, by their names. */
  public static final String STATEMENTS = RechargeStatement.PREFIX + "*" + RechargeStatement.SUFFIX;

  private static final int HOST = CsvFile.RECHARGE.column("host");
  private static final int OFFICER = CsvFile.RECHARGE.column("officer_id");
  private static final int DATE = CsvFile.RECHARGE.column("work_date");
  private static final int ELEMENT = CsvFile.RECHARGE.column("element");
  private static final int AMOUNT = CsvFile.RECHARGE.column("amount");
  private static final int PERCENT = CsvFile.RECHARGE.column("recharge_percent");
  private static final int RECHARGED = CsvFile.RECHARGE.column("recharged");

  /**
   * One row of recharge.csv.
   *
   * @param percent as the file has it
   * @param line the whole row, its line end with it
   */
  record Row(
      String host,
      String officerId,
      String date,
      String element,
      long amountPence,
      String percent,
      long rechargedPence,
      String line) {

    private static Row read(CsvRows rows) throws IOException {
      return new Row(
          CsvBytes.withoutApostrophe(rows.text(HOST)),
          CsvBytes.withoutApostrophe(rows.text(OFFICER)),
          rows.text(DATE),
          rows.text(ELEMENT),
          rows.digits(AMOUNT),
          rows.text(PERCENT),
          rows.digits(RECHARGED),
          new String(rows.whole(), StandardCharsets.UTF_8));
    }
  }

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::host, ByteOrder.OF_UTF_8)
          .thenComparing(Row::officerId, ByteOrder.OF_UTF_8)
          .thenComparing(Row::date)
          .thenComparing(Row::element)
          .thenComparing(Row::percent);

  private RechargeFiles() {}

  /** Merges the part files, in a folder of the run's own. */
  public static void merge(Path parts, Path merged) throws IOException {
    Files.createDirectories(merged);
    Assembly.write(parts, RechargePart.FILES, merged);
  }

  /** Makes recharge.csv and the statements from the merged files. */
  public static void write(Path merged, Path out, Manifest.Run run) throws IOException {
    List<Row> rows = rows(merged);
    rows.sort(ORDER);
    try (OutputStream file = Files.newOutputStream(out.resolve(CsvFile.RECHARGE.fileName()))) {
      file.write((CsvFile.RECHARGE.header() + '\n').getBytes(StandardCharsets.US_ASCII));
      for (Row row : rows) {
        file.write(row.line.getBytes(StandardCharsets.UTF_8));
      }
    }
    Map<String, List<Row>> byHost = new TreeMap<>(ByteOrder.OF_UTF_8);
    rows.forEach(row -> byHost.computeIfAbsent(row.host, host -> new ArrayList<>()).add(row));
    RechargeStatement.writeAll(byHost, Seconded.read(merged), out, run);
  }

  /** The totals that the run's summary shows: pence recharged by host. */
  public static Map<String, Long> byHost(Path out) throws IOException {
    Map<String, Long> totals = new TreeMap<>(ByteOrder.OF_UTF_8);
    for (Row row : rows(out)) {
      totals.merge(row.host, row.rechargedPence, Math::addExact);
    }
    return totals;
  }

  /** How many officers were seconded. */
  public static int officers(Path merged) throws IOException {
    return (int) Seconded.read(merged).stream().map(Seconded::officerId).distinct().count();
  }

  /** Days whose salary no rate was known for, so that it is in no row. */
  public static long daysWithoutRate(Path merged) throws IOException {
    return Seconded.read(merged).stream().mapToLong(Seconded::daysWithoutRate).sum();
  }

  /**
   * Whether what was written holds what was merged, and each share is that of its amount to the
   * penny.
   *
   * @return one sentence for each thing that does not fit
   */
  public static List<String> problems(Path merged, Path out, Rounding rounding) throws IOException {
    List<String> problems = new ArrayList<>();
    List<Row> written = rows(out);
    List<Row> received = rows(merged);
    if (written.size() != received.size() || sum(written) != sum(received)) {
      problems.add(
          "recharge.csv holds %,d rows of %s pounds, but the officers' cases gave %,d of %s."
              .formatted(
                  written.size(),
                  Page.pounds(sum(written)),
                  received.size(),
                  Page.pounds(sum(received))));
    }
    for (Row row : written) {
      long percent = new BigDecimal(row.percent).movePointRight(4).longValueExact();
      boolean fits =
          RechargeRow.of(row.host, 0, row.element, row.amountPence, percent, rounding)
                  .rechargedPence()
              == row.rechargedPence;
      if (!fits) {
        problems.add(
            "recharge.csv: %s of %s on %s is not %s %% of %s."
                .formatted(
                    Page.pounds(row.rechargedPence),
                    row.officerId,
                    row.date,
                    row.percent,
                    Page.pounds(row.amountPence)));
      }
    }
    return problems;
  }

  /** recharge.csv and the statements, for the manifest. */
  public static List<OutputFile> outputs(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    long rows = 0;
    long pence = 0;
    try (CsvRows recharge =
        CsvRows.open(out, CsvFile.RECHARGE.fileName(), CsvFile.RECHARGE.header())) {
      while (recharge.next()) {
        rows++;
        pence = Math.addExact(pence, recharge.digits(RECHARGED));
      }
      files.add(
          new OutputFile(
              CsvFile.RECHARGE.fileName(), rows, OptionalLong.of(pence), recharge.sha256()));
    }
    files.addAll(RechargeStatement.outputs(out));
    return files;
  }

  /** What became of the input rows, from the merged account. */
  public static Map<String, RowCounts> account(Path merged) throws IOException {
    return RowCounts.read(merged, CsvFile.ROWS);
  }

  private static long sum(List<Row> rows) {
    return rows.stream().mapToLong(Row::rechargedPence).sum();
  }

  private static List<Row> rows(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (CsvRows recharge =
        CsvRows.open(folder, CsvFile.RECHARGE.fileName(), CsvFile.RECHARGE.header())) {
      while (recharge.next()) {
        rows.add(Row.read(recharge));
      }
    }
    return rows;
  }

  /** A secondment behind the rows, as seconded.csv has it. */
  record Seconded(
      String host,
      String officerId,
      String from,
      String to,
      String basis,
      String agreement,
      String percent,
      long daysWithoutRate) {

    static List<Seconded> read(Path merged) throws IOException {
      List<Seconded> all = new ArrayList<>();
      try (CsvRows rows =
          CsvRows.open(merged, CsvFile.SECONDED.fileName(), CsvFile.SECONDED.header())) {
        while (rows.next()) {
          all.add(
              new Seconded(
                  CsvBytes.withoutApostrophe(rows.text(0)),
                  CsvBytes.withoutApostrophe(rows.text(1)),
                  rows.text(2),
                  rows.text(3),
                  rows.text(4),
                  CsvBytes.withoutApostrophe(rows.text(5)),
                  rows.text(6),
                  rows.digits(7)));
        }
      }
      return all;
    }
  }
}
