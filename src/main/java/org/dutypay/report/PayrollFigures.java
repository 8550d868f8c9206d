package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.LineType;
import org.dutypay.reference.Policy;

/**
 * What payroll.csv comes to, for its page and workbook: by element and unit, and against the month
 * before. Its files are read once, officer by officer; of single changes and officers only as many
 * are kept as a page can hold.
 */
public final class PayrollFigures {

  static final int MOST_CHANGES = 1_000;
  static final int MOST_MOVES = 500;
  static final int MOST_CARDS = 300;

  /** Of units that are told apart; a force has some hundred. */
  static final int MOST_UNITS = 1_000;

  static final String NO_UNIT = "no unit";
  static final String OTHER_UNITS = "other units";

  private static final int WORK_DATE = CsvFile.PAYROLL.column("work_date");
  private static final int ELEMENT = CsvFile.PAYROLL.column("element");
  private static final int UNITS = CsvFile.PAYROLL.column("units");
  private static final int AMOUNT = CsvFile.PAYROLL.column("amount");
  private static final int LINE_TYPE = CsvFile.PAYROLL.column("line_type");
  private static final int ELEMENT_BEFORE = CsvFile.LAST_PERIOD.column("element");
  private static final int AMOUNT_BEFORE = CsvFile.LAST_PERIOD.column("amount");
  private static final int PENCE = 100;
  private static final String NEW = LineType.NEW.name();

  /**
   * What something comes to: hundredths of units, and pence in this run and in the month before.
   */
  static final class Tally {
    private long lines;
    private long unitsHundredths;
    private long pence;
    private long penceBefore;

    private void add(long units, long amount) {
      lines++;
      unitsHundredths = Math.addExact(unitsHundredths, units);
      pence = Math.addExact(pence, amount);
    }

    private void addBefore(long amount) {
      penceBefore = Math.addExact(penceBefore, amount);
    }

    long lines() {
      return lines;
    }

    long unitsHundredths() {
      return unitsHundredths;
    }

    long pence() {
      return pence;
    }

    long penceBefore() {
      return penceBefore;
    }

    long change() {
      return pence - penceBefore;
    }
  }

  /** What a unit of the force comes to. */
  static final class Unit {
    private final Tally all = new Tally();
    private final SortedMap<String, Tally> elements = new TreeMap<>();
    private long officers;

    Tally all() {
      return all;
    }

    SortedMap<String, Tally> elements() {
      return elements;
    }

    /** Those who have a line in it. */
    long officers() {
      return officers;
    }
  }

  /**
   * An officer.
   *
   * @param name empty where there is none, or reports show none
   * @param unit that of the last day of the range
   * @param pence what this run pays
   */
  record Shown(String officerId, String name, String unit, long pence, long penceBefore) {}

  /** An officer's element that pays otherwise than in the month before. */
  record Change(Shown officer, String element, long pence, long penceBefore) {

    long change() {
      return pence - penceBefore;
    }
  }

  /**
   * An officer who has started or left.
   *
   * @param day the first or last one, as an epoch day; empty for one who is gone from the feed
   */
  record Move(Shown officer, OptionalLong day) {}

  private final Manifest.Run run;
  private final LastPeriod last;
  private final long thresholdPence;
  private final Tally all = new Tally();
  private final SortedMap<String, Tally> elements = new TreeMap<>();
  private final SortedMap<String, Unit> units = new TreeMap<>(ByteOrder.OF_UTF_8);
  private final SortedMap<Long, Long> days = new TreeMap<>();
  private final Largest<Change> changes = new Largest<>(MOST_CHANGES);
  private final Largest<Move> starters = new Largest<>(MOST_MOVES);
  private final Largest<Move> leavers = new Largest<>(MOST_MOVES);
  private final Largest<Shown> shown = new Largest<>(MOST_CARDS);
  private long officersPaid;

  private PayrollFigures(Manifest.Run run, LastPeriod last) {
    this.run = run;
    this.last = last;
    thresholdPence = (long) run.policy().number(Policy.Key.CHANGE_THRESHOLD_POUNDS) * PENCE;
  }

  /**
   * Reads the files.
   *
   * @param files the folder of payroll.csv
   * @param unpublished that of the officers' names and units, and of what the month before paid
   */
  public static PayrollFigures read(Path files, Path unpublished, Manifest.Run run, LastPeriod last)
      throws IOException {
    PayrollFigures figures = new PayrollFigures(run, last);
    try (ByOfficer lines = ByOfficer.open(files, CsvFile.PAYROLL);
        ByOfficer before = ByOfficer.open(unpublished, CsvFile.LAST_PERIOD);
        ShownOfficers officers = ShownOfficers.open(unpublished, run.policy())) {
      for (Optional<String> id = ByOfficer.first(lines, before, officers.rows());
          id.isPresent();
          id = ByOfficer.first(lines, before, officers.rows())) {
        figures.add(officers.of(id.get()), lines, before);
      }
    }
    return figures;
  }

  private void add(ShownOfficer officer, ByOfficer lines, ByOfficer before) throws IOException {
    SortedMap<String, Tally> own = new TreeMap<>();
    Tally sum = new Tally();
    addLines(officer, lines, own, sum);
    boolean wasPaidBefore = before.isAt(officer.officerId());
    while (before.isAt(officer.officerId())) {
      String element = before.row().word(ELEMENT_BEFORE);
      long pence = before.row().digits(AMOUNT_BEFORE);
      of(own, element).addBefore(pence);
      of(elements, element).addBefore(pence);
      sum.addBefore(pence);
      all.addBefore(pence);
      before.next();
    }
    Shown officerShown =
        new Shown(
            officer.officerId(),
            officer.name(),
            shown(officer.unitOn(run.to())),
            sum.pence,
            sum.penceBefore);
    addChanges(officerShown, own);
    addMoves(officer, officerShown, wasPaidBefore);
  }

  private void addLines(
      ShownOfficer officer, ByOfficer lines, SortedMap<String, Tally> own, Tally sum)
      throws IOException {
    Set<Unit> ofOfficer = new HashSet<>();
    while (lines.isAt(officer.officerId())) {
      CsvRows row = lines.row();
      long day = LocalDate.parse(row.word(WORK_DATE)).toEpochDay();
      String element = row.word(ELEMENT);
      long hundredths = row.digits(UNITS);
      long pence = row.digits(AMOUNT);
      Unit unit = unit(officer.unitOn(day));
      ofOfficer.add(unit);
      unit.all.add(hundredths, pence);
      of(unit.elements, element).add(hundredths, pence);
      of(own, element).add(hundredths, pence);
      of(elements, element).add(hundredths, pence);
      sum.add(hundredths, pence);
      all.add(hundredths, pence);
      if (row.word(LINE_TYPE).equals(NEW)) {
        days.merge(day, pence, Math::addExact);
      }
      lines.next();
    }
    ofOfficer.forEach(unit -> unit.officers++);
    if (!ofOfficer.isEmpty()) {
      officersPaid++;
    }
  }

  private void addChanges(Shown officer, SortedMap<String, Tally> own) {
    long largest = 0;
    for (Map.Entry<String, Tally> element : own.entrySet()) {
      Tally tally = element.getValue();
      long size = Math.absExact(tally.change());
      largest = Math.max(largest, size);
      if (last.isThere() && size > 0 && size >= thresholdPence) {
        changes.add(size, new Change(officer, element.getKey(), tally.pence, tally.penceBefore));
      }
    }
    boolean isPaid = own.values().stream().anyMatch(tally -> tally.lines > 0);
    if (isPaid || (last.isThere() && largest > 0)) {
      shown.add(last.isThere() ? largest : officer.pence(), officer);
    }
  }

  private void addMoves(ShownOfficer officer, Shown officerShown, boolean wasPaidBefore) {
    long from = run.from();
    long to = run.to();
    OptionalLong first = officer.firstDay(from, to);
    if (first.isPresent() && !officer.isInForce(from - 1) && !wasPaidBefore) {
      starters.add(0, new Move(officerShown, first));
    }
    OptionalLong end = officer.lastDay(from - 1, to);
    boolean isGone = officer.spells().isEmpty() && wasPaidBefore;
    if (isGone || (end.isPresent() && !officer.isInForce(to))) {
      leavers.add(0, new Move(officerShown, end));
    }
  }

  private Unit unit(String name) {
    String told = shown(name);
    Unit known = units.get(told);
    if (known != null) {
      return known;
    }
    String kept = units.size() < MOST_UNITS ? told : OTHER_UNITS;
    return units.computeIfAbsent(kept, other -> new Unit());
  }

  private static String shown(String unit) {
    return unit.isEmpty() ? NO_UNIT : unit;
  }

  private static Tally of(SortedMap<String, Tally> tallies, String name) {
    return tallies.computeIfAbsent(name, other -> new Tally());
  }

  LastPeriod last() {
    return last;
  }

  long thresholdPence() {
    return thresholdPence;
  }

  Tally all() {
    return all;
  }

  /** By name; those that only the month before paid among them. */
  SortedMap<String, Tally> elements() {
    return elements;
  }

  /** By name. */
  SortedMap<String, Unit> units() {
    return units;
  }

  /** Pence of the lines that are new, by work date as an epoch day. */
  SortedMap<Long, Long> days() {
    return days;
  }

  /** Those of at least the policy's threshold; none where no month is compared. */
  Largest<Change> changes() {
    return changes;
  }

  /** In force in the range, but not before it, and not paid by the month before; by id. */
  Largest<Move> starters() {
    return starters;
  }

  /** In force on the day before the range or in it, but not at its end; by id. */
  Largest<Move> leavers() {
    return leavers;
  }

  /**
   * Officers by their largest change, those who are paid nothing any more among them; where no
   * month is compared, by their pay.
   */
  Largest<Shown> shown() {
    return shown;
  }

  long officersPaid() {
    return officersPaid;
  }
}
