package org.dutypay.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.OutcomeDifference.Sides;

/**
 * What two policies cost by element, account and officer, added up from the tally of every officer:
 * comparison-elements.csv, comparison-balances.csv and comparison-officers.csv.
 */
public final class ComparisonTotals {

  public static final String ELEMENTS_FILE = "comparison-elements.csv";
  public static final String ELEMENTS_HEADER =
      "element,lines_a,amount_a,lines_b,amount_b,difference";
  public static final String BALANCES_FILE = "comparison-balances.csv";
  public static final String BALANCES_HEADER =
      "account,unit,rows_a,amount_a,rows_b,amount_b,difference";
  public static final String OFFICERS_FILE = "comparison-officers.csv";
  public static final String OFFICERS_HEADER = "officer_id,amount_a,amount_b,difference";

  /** What a row of the tally counts. */
  enum Kind {
    /** An officer of the officers file. */
    OFFICER,
    /** Lines of an element, in pence. */
    PAY,
    /** Rows of an account, in minutes. */
    MINUTES,
    /** Rows of an account, in hundredths of days. */
    DAYS
  }

  /** An officer whose pay differs, in pence. */
  public record OfficerPay(String officerId, long penceA, long penceB) {

    /** The largest difference first, whichever way it goes. */
    private static final Comparator<OfficerPay> LARGEST_FIRST =
        Comparator.comparingLong((OfficerPay officer) -> Math.absExact(officer.difference()))
            .reversed()
            .thenComparing(OfficerPay::officerId, ByteOrder.OF_UTF_8);

    /** B less A. */
    public long difference() {
      return Math.subtractExact(penceB, penceA);
    }
  }

  private static final int OFFICER_ID = CsvFile.COMPARISON_TALLY.column("officer_id");
  private static final int KIND = CsvFile.COMPARISON_TALLY.column("kind");
  private static final int NAME = CsvFile.COMPARISON_TALLY.column("name");
  private static final int ROWS_A = CsvFile.COMPARISON_TALLY.column("rows_a");
  private static final int AMOUNT_A = CsvFile.COMPARISON_TALLY.column("amount_a");
  private static final int ROWS_B = CsvFile.COMPARISON_TALLY.column("rows_b");
  private static final int AMOUNT_B = CsvFile.COMPARISON_TALLY.column("amount_b");
  private static final int ROWS_CHANGED = CsvFile.COMPARISON_TALLY.column("rows_changed");

  private final Map<String, Sides> elements = new TreeMap<>();
  private final Map<String, Sides> minutes = new TreeMap<>();
  private final Map<String, Sides> days = new TreeMap<>();
  private final List<OfficerPay> differing = new ArrayList<>();
  private int officers;
  private String officerAtHand = "";
  private Sides payAtHand = Sides.NOTHING;

  private ComparisonTotals() {}

  /** Adds up the tally in a folder. */
  public static ComparisonTotals read(Path folder) throws IOException {
    ComparisonTotals totals = new ComparisonTotals();
    CsvFile file = CsvFile.COMPARISON_TALLY;
    try (CsvRows rows = CsvRows.open(folder, file.fileName(), file.header())) {
      while (rows.next()) {
        totals.add(rows);
      }
    }
    totals.endOfficer("");
    totals.differing.sort(OfficerPay.LARGEST_FIRST);
    return totals;
  }

  private void add(CsvRows rows) throws IOException {
    String officer = rows.text(OFFICER_ID);
    if (!officer.equals(officerAtHand)) {
      endOfficer(officer);
    }
    Sides sides =
        new Sides(
            rows.digits(ROWS_A),
            rows.digits(AMOUNT_A),
            rows.digits(ROWS_B),
            rows.digits(AMOUNT_B),
            rows.digits(ROWS_CHANGED));
    String name = rows.word(NAME);
    switch (Kind.valueOf(rows.word(KIND))) {
      case OFFICER -> officers++;
      case PAY -> {
        elements.merge(name, sides, Sides::plus);
        payAtHand = payAtHand.plus(sides);
      }
      case MINUTES -> minutes.merge(name, sides, Sides::plus);
      case DAYS -> days.merge(name, sides, Sides::plus);
    }
  }

  private void endOfficer(String next) {
    if (payAtHand.difference() != 0) {
      differing.add(
          new OfficerPay(
              CsvBytes.withoutApostrophe(officerAtHand), payAtHand.amountA(), payAtHand.amountB()));
    }
    officerAtHand = next;
    payAtHand = Sides.NOTHING;
  }

  /** Writes the three files: what differs, and nothing else. */
  public void write(Path out) throws IOException {
    write(
        out.resolve(ELEMENTS_FILE),
        ELEMENTS_HEADER,
        csv ->
            changed(elements)
                .forEach(
                    (element, sides) -> {
                      csv.word(element);
                      csv.number(sides.rowsA());
                      csv.hundredths(sides.amountA());
                      csv.number(sides.rowsB());
                      csv.hundredths(sides.amountB());
                      csv.hundredths(sides.difference());
                      csv.endRow();
                    }));
    write(out.resolve(BALANCES_FILE), BALANCES_HEADER, this::balances);
    write(
        out.resolve(OFFICERS_FILE),
        OFFICERS_HEADER,
        csv -> {
          for (OfficerPay officer : differing) {
            csv.text(officer.officerId());
            csv.hundredths(officer.penceA());
            csv.hundredths(officer.penceB());
            csv.hundredths(officer.difference());
            csv.endRow();
          }
        });
  }

  private void balances(CsvBytes csv) {
    Map<String, Sides> inDays = changedDays();
    Map<String, Sides> inMinutes = changedMinutes();
    Set<String> accounts = new TreeSet<>(inDays.keySet());
    accounts.addAll(inMinutes.keySet());
    for (String account : accounts) {
      Sides ofDays = inDays.getOrDefault(account, Sides.NOTHING);
      if (ofDays.differ()) {
        csv.word(account);
        csv.word(Kind.DAYS.name());
        csv.number(ofDays.rowsA());
        csv.hundredths(ofDays.amountA());
        csv.number(ofDays.rowsB());
        csv.hundredths(ofDays.amountB());
        csv.hundredths(ofDays.difference());
        csv.endRow();
      }
      Sides ofMinutes = inMinutes.getOrDefault(account, Sides.NOTHING);
      if (ofMinutes.differ()) {
        csv.word(account);
        csv.word(Kind.MINUTES.name());
        csv.number(ofMinutes.rowsA());
        csv.number(ofMinutes.amountA());
        csv.number(ofMinutes.rowsB());
        csv.number(ofMinutes.amountB());
        csv.number(ofMinutes.difference());
        csv.endRow();
      }
    }
  }

  private static void write(Path file, String header, Consumer<CsvBytes> rows) throws IOException {
    CsvBytes csv = new CsvBytes();
    csv.word(header);
    csv.endRow();
    rows.accept(csv);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(csv.array(), 0, csv.length());
    }
  }

  private static Map<String, Sides> changed(Map<String, Sides> sides) {
    Map<String, Sides> changed = new TreeMap<>(sides);
    changed.values().removeIf(of -> !of.differ());
    return changed;
  }

  /** The elements of which some line differs, by name. */
  public Map<String, Sides> changedElements() {
    return changed(elements);
  }

  /** The accounts in minutes of which some row differs, by name. */
  public Map<String, Sides> changedMinutes() {
    return changed(minutes);
  }

  /** The accounts in hundredths of days of which some row differs, by name. */
  public Map<String, Sides> changedDays() {
    return changed(days);
  }

  /** All pay there is, changed or not. */
  public Sides pay() {
    return elements.values().stream().reduce(Sides.NOTHING, Sides::plus);
  }

  /** The officers whose pay differs, the largest difference first. */
  public List<OfficerPay> differing() {
    return List.copyOf(differing);
  }

  /** Officers of the officers file. */
  public int officers() {
    return officers;
  }
}
