package org.dutypay.report.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether each file by itself is what the contract and the manifest say. */
final class FileCheck {

  private static final Set<String> PENSIONABLE =
      Set.of("ADDITIONAL_HOURS", "TEMPORARY_SALARY", "TEMPORARY_PROMOTION", "LONDON_WEIGHTING");
  static final Set<String> SEVERITIES = Set.of("REJECTED", "BLOCKING", "WARNING", "INFO");
  private static final Set<String> LINE_TYPES = Set.of("NEW", "ARREARS", "RECOVERY");
  private static final Set<String> STATUSES =
      Set.of("NEW", "OPEN", "REOPENED", "RELEASED", "REFUSED", "ACKNOWLEDGED");

  private static final List<String> KINDS = List.of("severity", "code", "status");
  private static final BigDecimal PENNY = new BigDecimal("0.01");
  private static final int MONTH = "2024-03".length();
  private static final double HUNDREDTHS = 100;
  private static final double TEN_THOUSANDTHS = 10_000;

  private final Path out;
  private final ManifestFile manifest;
  private final LocalDate from;
  private final LocalDate to;
  private final LocalDate runDate;
  private final Map<String, Total> payroll = new TreeMap<>();
  private final Map<String, Total> payrollTotals = new TreeMap<>();
  private final Map<String, Map<String, Total>> exceptions = new TreeMap<>();
  private final ComparisonCheck comparison = new ComparisonCheck();
  private final BearScotlandCheck bearScotland = new BearScotlandCheck();
  private Total allExceptions = Total.NOTHING;

  /** What lines or exceptions add up to; units in hundredths, amounts in pence. */
  private record Total(long count, long units, long amount) {

    static final Total NOTHING = new Total(0, 0, 0);

    Total plus(Total more) {
      return new Total(count + more.count, units + more.units, amount + more.amount);
    }
  }

  FileCheck(Path out, ManifestFile manifest) {
    this.out = out;
    this.manifest = manifest;
    from = manifest.date("from").orElse(LocalDate.MIN);
    to = manifest.date("to").orElse(LocalDate.MAX);
    runDate = manifest.date("run_date").orElse(LocalDate.MAX);
  }

  /** Whether all tables are there, can be read and are in order, so that they can be compared. */
  boolean check(Findings findings) throws IOException {
    boolean areInOrder = true;
    for (Layout layout : Layout.of(manifest.job())) {
      areInOrder &= check(layout, findings.check(layout.fileName()));
    }
    for (Json output : manifest.outputs()) {
      if (isNoTable(output.text("file"), manifest.job())) {
        otherFile(out, output, findings.check(output.text("file")));
      }
    }
    if (Layout.of(manifest.job()).contains(Layout.PAYROLL_TOTALS)) {
      totals(findings.check("payroll-totals.csv against payroll.csv"));
    }
    if (manifest.isOfANight()) {
      exceptionTotals(findings.check("exceptions.csv against the manifest's totals"));
    }
    if (manifest.job().equals(Layout.COMPARISON_JOB)) {
      comparison.conclude(findings);
    }
    if (manifest.job().equals(Layout.BEAR_SCOTLAND_JOB)) {
      bearScotland.conclude(findings);
    }
    return areInOrder;
  }

  private static boolean isNoTable(String file, String job) {
    for (Layout layout : Layout.of(job)) {
      if (layout.fileName().equals(file)) {
        return false;
      }
    }
    return true;
  }

  private boolean check(Layout layout, Findings.Check check) throws IOException {
    Path file = out.resolve(layout.fileName());
    if (!Files.isRegularFile(file)) {
      check.fail("it is missing");
      check.end("");
      return false;
    }
    boolean isInOrder = true;
    long rows = 0;
    long sum = 0;
    try (Table table = Table.open(file)) {
      if (!table.header().equals(layout.header())) {
        isInOrder = false;
        check.fail(1, "the header is '" + table.header() + "', not '" + layout.header() + "'");
      } else {
        SortOrder order = new SortOrder(layout);
        String[] before = {};
        while (table.next()) {
          rows++;
          if (table.width() != layout.width()) {
            isInOrder = false;
            check.fail(table.line(), "it has " + table.width() + " cells, not " + layout.width());
            continue;
          }
          String[] sortedBy = order.cells(table);
          if (before.length > 0 && order.compare(before, sortedBy) > 0) {
            isInOrder = false;
            check.fail(
                table.line(), "it belongs before the line above; the order is " + layout.order());
          }
          before = sortedBy;
          sum += amount(layout, table);
          row(layout, table, check);
        }
        against(manifest.output(layout.fileName()), table, rows, sum, layout, check);
      }
    } catch (Table.Unreadable e) {
      isInOrder = false;
      check.fail(e.line(), String.valueOf(e.getMessage()));
    }
    check.end(
        rows
            + " rows"
            + (layout.amountColumn().isEmpty() ? "" : ", " + Decimals.pounds(sum) + " pounds")
            + ", columns, order and hash");
    return isInOrder;
  }

  private static void against(
      Json output, Table table, long rows, long sum, Layout layout, Findings.Check check) {
    String sha256 = table.sha256();
    check.expect(
        output.text("sha256").equals(sha256),
        "its SHA-256 is " + sha256 + ", not the manifest's " + output.text("sha256"));
    check.expect(
        ManifestFile.count(output, "rows") == rows,
        "it has " + rows + " rows, but the manifest says " + output.text("rows"));
    check.expect(
        layout.amountColumn().isEmpty()
            || Decimals.of(output.text("amount"), 2).equals(OptionalLong.of(sum)),
        "its amounts add up to %s, but the manifest says %s"
            .formatted(Decimals.pounds(sum), output.text("amount")));
  }

  private static long amount(Layout layout, Table row) {
    return layout.amountColumn().isEmpty()
        ? 0
        : Decimals.of(row.cell(layout.column(layout.amountColumn())), 2).orElse(0);
  }

  private void row(Layout layout, Table row, Findings.Check check) {
    Cells cells = new Cells(layout, row, check);
    switch (layout) {
      case PAYROLL -> payLine(cells);
      case PAYROLL_TOTALS ->
          payrollTotals.put(
              cells.text("element"),
              new Total(
                  cells.number("lines", 0), cells.number("units", 2), cells.number("amount", 2)));
      case BALANCES -> balance(cells);
      case EXCEPTIONS -> exception(cells);
      case ROWS -> cells.number("line", 0);
      case RECHARGE -> recharge(cells);
      case ARREARS -> arrears(cells);
      case COMPARISON,
          COMPARISON_ELEMENTS,
          COMPARISON_BALANCES,
          COMPARISON_OFFICERS,
          COMPARISON_EXCEPTIONS ->
          comparison.row(layout, cells, this::isInRange);
      case BEAR_SCOTLAND, BEAR_SCOTLAND_OFFICERS, BEAR_SCOTLAND_TOTALS ->
          bearScotland.row(layout, cells, this::isInRange);
    }
  }

  private void payLine(Cells line) {
    Optional<LocalDate> workDate = line.date("work_date");
    boolean isNew = line.text("line_type").equals("NEW");
    line.oneOf("line_type", LINE_TYPES);
    if (workDate.isPresent()) {
      line.expect(
          !isNew || isInRange(workDate.get()), "work_date", "is outside the range of the run");
      line.expect(
          line.text("period").equals(workDate.get().toString().substring(0, MONTH)),
          "period",
          "is not the month of the work date");
    }
    line.expect(
        line.text("pensionable").equals(PENSIONABLE.contains(line.text("element")) ? "Y" : "N"),
        "pensionable",
        "is wrong for " + line.text("element"));
    long units = line.number("units", 2);
    long amount = line.number("amount", 2);
    if (isNew) {
      rate(line, units, line.number("rate", 4), amount);
    }
    add(payroll, line.text("element"), new Total(1, units, amount));
  }

  /**
   * Whether units at the printed rate come near the amount. Both are rounded for print, and the
   * amount is not made from them, so it may differ by what their last places may hide, and a penny.
   */
  private static void rate(Cells line, long units, long rate, long amount) {
    double hours = units / HUNDREDTHS;
    double perHour = rate / TEN_THOUSANDTHS;
    double hidden = hours * 0.5 / TEN_THOUSANDTHS + perHour * 0.5 / HUNDREDTHS + 1 / HUNDREDTHS;
    line.expect(
        !line.text("unit").equals("HOURS")
            || Math.abs(hours * perHour - amount / HUNDREDTHS) <= hidden,
        "amount",
        "is not near " + line.text("units") + " hours at " + line.text("rate"));
  }

  private void balance(Cells balance) {
    Optional<LocalDate> workDate = balance.date("work_date");
    balance.expect(
        workDate.isEmpty() || isInRange(workDate.get()) || isClosed(workDate.get()),
        "work_date",
        "is outside the range of the run");
    boolean isMinutes = balance.text("days").isEmpty();
    if (isMinutes) {
      balance.number("minutes", 0);
    } else {
      balance.number("days", 2);
      balance.expect(balance.text("minutes").isEmpty(), "minutes", "stands beside days");
    }
    balance.dateOrEmpty("expires_on");
  }

  private void exception(Cells exception) {
    exception.expect(isHash(exception.text("exception_id")), "exception_id", "is not 16 digits");
    exception.expect(isHash(exception.text("facts")), "facts", "is not 16 digits");
    exception.oneOf("severity", SEVERITIES);
    exception.oneOf("status", STATUSES);
    exception.expect(!exception.text("message").isEmpty(), "message", "is empty");
    exception
        .dateOrEmpty("date")
        .ifPresent(
            date -> exception.expect(isInRange(date), "date", "is outside the range of the run"));
    exception
        .date("first_seen")
        .ifPresent(
            firstSeen ->
                exception.expect(
                    exception.number("age_days", 0) == ChronoUnit.DAYS.between(firstSeen, runDate)
                        && !firstSeen.isAfter(runDate),
                    "age_days",
                    "is not the days from " + firstSeen + " to the run date"));
    long held = exception.numberOrEmpty("held_amount", 2).orElse(0);
    exception.numberOrEmpty("amount_if_refused", 2);
    exception.numberOrEmpty("line", 0);
    Total one = new Total(1, 0, held);
    allExceptions = allExceptions.plus(one);
    for (String kind : KINDS) {
      add(exceptions.computeIfAbsent(kind, name -> new TreeMap<>()), exception.text(kind), one);
    }
  }

  /** The share of the cost is rounded once, so it may differ by less than a penny. */
  private void recharge(Cells row) {
    row.date("work_date")
        .ifPresent(
            date -> row.expect(isInRange(date), "work_date", "is outside the range of the run"));
    BigDecimal cost = BigDecimal.valueOf(row.number("amount", 2), 2);
    BigDecimal recharged = BigDecimal.valueOf(row.number("recharged", 2), 2);
    String percent = row.text("recharge_percent");
    boolean isNumber = percent.matches("\\d{1,3}(\\.\\d{1,4})?");
    row.expect(isNumber, "recharge_percent", "is not a number from 0 to 100");
    row.expect(
        !isNumber
            || cost.multiply(new BigDecimal(percent))
                    .movePointLeft(2)
                    .subtract(recharged)
                    .abs()
                    .compareTo(PENNY)
                < 0,
        "recharged",
        "is not " + percent + " % of " + cost);
  }

  private void arrears(Cells row) {
    row.date("work_date")
        .ifPresent(
            date -> row.expect(isInRange(date), "work_date", "is outside the range of the run"));
    long entitled = row.number("entitled", 2);
    long paid = row.number("paid", 2);
    long difference = row.number("difference", 2);
    row.expect(
        difference == entitled - paid, "difference", "is not what was due less what was paid");
    row.expect(difference != 0, "difference", "is nought, and only rows that differ belong here");
  }

  private static boolean isHash(String text) {
    return text.matches("[0-9a-f]{16}");
  }

  /** Whether a day is one of those for which differences to the ledger are due. */
  private boolean isClosed(LocalDate date) {
    return !date.isBefore(manifest.closed("compared_from").orElse(LocalDate.MAX))
        && !date.isAfter(manifest.closed("compared_to").orElse(LocalDate.MIN));
  }

  private boolean isInRange(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }

  private static void add(Map<String, Total> totals, String name, Total more) {
    totals.merge(name, more, Total::plus);
  }

  private static void otherFile(Path out, Json output, Findings.Check check) throws IOException {
    Path file = out.resolve(output.text("file"));
    if (Files.isRegularFile(file)) {
      String sha256 = Sha256.of(file);
      check.expect(
          output.text("sha256").equals(sha256),
          "its SHA-256 is " + sha256 + ", not the manifest's " + output.text("sha256"));
    } else {
      check.fail("it is missing");
    }
    check.end("hash");
  }

  private void totals(Findings.Check check) {
    for (String element : union(payroll, payrollTotals)) {
      Total lines = payroll.getOrDefault(element, Total.NOTHING);
      Total total = payrollTotals.getOrDefault(element, Total.NOTHING);
      check.expect(
          lines.equals(total),
          "%s is %s there, but the lines of payroll.csv add up to %s"
              .formatted(element, inWords(total), inWords(lines)));
    }
    check.end(payroll.size() + " elements");
  }

  private static String inWords(Total total) {
    return "%d lines, %s units and %s pounds"
        .formatted(total.count, Decimals.pounds(total.units), Decimals.pounds(total.amount));
  }

  private void exceptionTotals(Findings.Check check) {
    Json given = manifest.exceptions();
    exceptionTotal("all", allExceptions, given.text("total"), given, check);
    for (String kind : KINDS) {
      Map<String, Total> totals = exceptions.getOrDefault(kind, Map.of());
      Map<String, Json> named = given.get("by_" + kind).properties();
      for (String name : union(totals, named)) {
        Json one = named.getOrDefault(name, Json.NOTHING);
        Total total = totals.getOrDefault(name, Total.NOTHING);
        exceptionTotal(name, total, one.text("exceptions"), one, check);
      }
    }
    check.end(
        allExceptions.count + " exceptions, " + Decimals.pounds(allExceptions.amount) + " held");
  }

  /** Rows of exceptions.csv, once it has been checked. */
  long exceptions() {
    return allExceptions.count;
  }

  /** What exceptions.csv comes to, once it has been checked. */
  long heldPence() {
    return allExceptions.amount;
  }

  private static void exceptionTotal(
      String name, Total total, String count, Json given, Findings.Check check) {
    check.expect(
        Decimals.of(count, 0).equals(OptionalLong.of(total.count)),
        "%s: %d exceptions are listed, but the manifest says '%s'"
            .formatted(name, total.count, count));
    check.expect(
        Decimals.of(given.text("held_amount"), 2).equals(OptionalLong.of(total.amount)),
        "%s: the held amounts add up to %s, but the manifest says '%s'"
            .formatted(name, Decimals.pounds(total.amount), given.text("held_amount")));
  }

  private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
    Set<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }
}
