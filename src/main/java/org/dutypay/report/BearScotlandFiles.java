package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dutypay.rules.BearScotland;

/**
 * The tables of a Bear Scotland reconciliation: by officer, day and method, by officer and method,
 * and by method. Each is added up from the one before it as it was written.
 */
public final class BearScotlandFiles {

  static final String TOTALS = "bear-scotland-totals.csv";

  /** The money of a row: what the method gives, each disputed element left out, what was paid. */
  static final String MONEY =
      "amount,without_overtime,without_on_call,without_away_overnight,without_acting_up,without_unsocial_hours,without_leave_recall,paid,difference";

  private static final String SUMS = MONEY + ",beyond_two_years,before_break,applied";

  static final String ROWS_HEADER =
      "officer_id,date,method,chosen,weeks,qualifying,leave_day,"
          + MONEY
          + ",beyond_two_years,follows_break,applied";

  static final String OFFICERS_HEADER = "officer_id,method,chosen," + SUMS;
  static final String TOTALS_HEADER = "method,chosen,officers," + SUMS;

  private static final int DISPUTED = BearScotland.DISPUTED.size();

  /**
   * What a method comes to for all officers.
   *
   * @param officers those with a row
   */
  public record ForForce(long officers, BearScotland.Total total) {

    ForForce plus(BearScotland.Total one) {
      return new ForForce(officers + 1, BearScotland.plus(total, one));
    }
  }

  private BearScotlandFiles() {}

  static void money(CsvBytes csv, BearScotland.Money money) {
    csv.hundredths(money.amount());
    money.without().forEach(csv::hundredths);
    csv.hundredths(money.paid());
    csv.hundredths(money.difference());
  }

  static void total(CsvBytes csv, BearScotland.Total total) {
    csv.word(total.method().name());
    csv.flag(total.isChosen());
    sums(csv, total);
  }

  private static void sums(CsvBytes csv, BearScotland.Total total) {
    money(csv, total.money());
    csv.hundredths(total.beyondTwoYears());
    csv.hundredths(total.beforeBreak());
    csv.hundredths(total.applied());
  }

  /**
   * Merges the part files, and adds up the methods.
   *
   * @param merged the folder for what is not published
   */
  public static void write(Path parts, Path merged, Path out) throws IOException {
    Files.createDirectories(merged);
    Assembly.write(parts, BearScotlandPart.FILES, merged);
    for (CsvFile file : List.of(CsvFile.BEAR_SCOTLAND, CsvFile.BEAR_SCOTLAND_OFFICERS)) {
      Files.move(
          merged.resolve(file.fileName()),
          out.resolve(file.fileName()),
          StandardCopyOption.REPLACE_EXISTING);
    }
    CsvBytes csv = new CsvBytes();
    csv.word(TOTALS_HEADER);
    csv.endRow();
    for (ForForce force : byMethod(out).values()) {
      csv.word(force.total.method().name());
      csv.flag(force.total.isChosen());
      csv.number(force.officers);
      sums(csv, force.total);
      csv.endRow();
    }
    try (OutputStream file = Files.newOutputStream(out.resolve(TOTALS))) {
      file.write(csv.array(), 0, csv.length());
    }
  }

  /** Takes an officer's total. */
  interface Taker {
    void take(String officerId, BearScotland.Total total) throws IOException;
  }

  /** Hands over the rows of bear-scotland-officers.csv. */
  static void eachOfficer(Path out, Taker taker) throws IOException {
    try (CsvRows rows =
        CsvRows.open(out, CsvFile.BEAR_SCOTLAND_OFFICERS.fileName(), OFFICERS_HEADER)) {
      while (rows.next()) {
        taker.take(CsvBytes.withoutApostrophe(rows.text(0)), total(rows, 1, 3));
      }
    }
  }

  /**
   * @param method where the method stands, and whether it is chosen after it
   * @param money where the money begins
   */
  private static BearScotland.Total total(CsvRows rows, int method, int money) throws IOException {
    List<Long> without = new ArrayList<>();
    for (int i = 0; i < DISPUTED; i++) {
      without.add(rows.digits(money + 1 + i));
    }
    int paid = money + 1 + DISPUTED;
    return new BearScotland.Total(
        BearScotland.Method.valueOf(rows.text(method)),
        rows.text(method + 1).equals("Y"),
        new BearScotland.Money(rows.digits(money), without, rows.digits(paid)),
        rows.digits(paid + 2),
        rows.digits(paid + 3),
        rows.digits(paid + 4));
  }

  /** What each method comes to, added up from the officers. */
  public static Map<BearScotland.Method, ForForce> byMethod(Path out) throws IOException {
    Map<BearScotland.Method, ForForce> byMethod = new EnumMap<>(BearScotland.Method.class);
    eachOfficer(
        out,
        (officer, total) -> {
          ForForce before = byMethod.get(total.method());
          byMethod.put(
              total.method(), before == null ? new ForForce(1, total) : before.plus(total));
        });
    return byMethod;
  }

  /**
   * What the written files hold.
   *
   * @param problems one sentence for each thing that does not fit
   */
  public record Written(List<OutputFile> files, List<String> problems) {}

  /** Reads the written files back. */
  public static Written read(Path out) throws IOException {
    List<OutputFile> files = new ArrayList<>();
    int[] amount = {CsvFile.BEAR_SCOTLAND.column("amount"), 3, 3};
    long[] sums = new long[amount.length];
    files.add(
        Results.read(
            out,
            CsvFile.BEAR_SCOTLAND,
            row -> sums[0] = Math.addExact(sums[0], row.digits(amount[0])),
            () -> OptionalLong.of(sums[0])));
    files.add(
        Results.read(
            out,
            CsvFile.BEAR_SCOTLAND_OFFICERS,
            row -> sums[1] = Math.addExact(sums[1], row.digits(amount[1])),
            () -> OptionalLong.of(sums[1])));
    files.add(
        Results.read(
            out,
            TOTALS,
            TOTALS_HEADER,
            row -> sums[2] = Math.addExact(sums[2], row.digits(amount[2])),
            () -> OptionalLong.of(sums[2])));
    long rows = files.getFirst().rows();
    Results.addIfThere(out, BearScotlandWorkbook.FILE_NAME, rows, files);
    Results.addIfThere(out, BearScotlandPage.FILE_NAME, files.get(2).rows(), files);
    List<String> problems = new ArrayList<>();
    if (sums[0] != sums[1]) {
      problems.add("bear-scotland-officers.csv does not hold what bear-scotland.csv adds up to.");
    }
    if (sums[1] != sums[2]) {
      problems.add(TOTALS + " does not hold what bear-scotland-officers.csv adds up to.");
    }
    return new Written(files, problems);
  }

  /** What became of the input rows, from the merged account. */
  public static Map<String, RowCounts> account(Path merged) throws IOException {
    return RowCounts.read(merged, CsvFile.ROWS);
  }
}
