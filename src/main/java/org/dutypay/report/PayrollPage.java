package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.dutypay.reference.Policy;

/**
 * payroll.html: what a payroll clerk wants to know of a run, as one page that needs no server, runs
 * no script and asks for nothing outside itself. Texts are escaped by the template.
 *
 * @param contentSecurityPolicy names the page's style by its hash, and nothing else
 * @param isUnderWay whether days of the range were still to be worked on the run date
 * @param lastPeriod the month that it is compared with, empty where there is none
 * @param whyNone why there is none
 * @param all what all elements come to
 * @param changePence what is paid more than in the month before
 * @param units those of the force that are paid most, at most {@link #MOST_UNITS}
 * @param unitCount all units
 * @param days bars of the chart of work dates; none where the range is too long
 * @param highest the day that is paid most and its pounds, in words; empty where no day is paid
 * @param threshold pounds from which a change is listed
 * @param changes the largest changes by officer and element
 * @param changeCount all of them
 * @param cards officers with each of their lines
 * @param officersPaid how many officers have a line
 */
public record PayrollPage(
    String contentSecurityPolicy,
    String styles,
    String job,
    String payPeriod,
    String runDate,
    String feed,
    String runId,
    boolean isUnderWay,
    String lastPeriod,
    String whyNone,
    Element all,
    long changePence,
    List<Element> elements,
    List<Unit> units,
    String unitCount,
    List<Bar> days,
    String highest,
    String threshold,
    List<Change> changes,
    String changeCount,
    Moves starters,
    Moves leavers,
    List<Card> cards,
    String officersPaid,
    boolean hasNames) {

  public static final String FILE_NAME = "payroll.html";

  static final int MOST_UNITS = 300;

  /** Of one officer, who may have very many. */
  static final int MOST_LINES = 200;

  private static final int MOST_DAYS = 366;
  private static final double WIDTH = 600;
  private static final double HEIGHT = 120;
  private static final double BAR = 100;
  private static final double GAP = 0.2;

  public PayrollPage {
    elements = List.copyOf(elements);
    units = List.copyOf(units);
    days = List.copyOf(days);
    changes = List.copyOf(changes);
    cards = List.copyOf(cards);
  }

  /**
   * What an element comes to, in pounds.
   *
   * @param bar its part of the largest one, from 0 to 100
   */
  public record Element(
      String name,
      String lines,
      String units,
      String pounds,
      String before,
      String change,
      String bar) {}

  /** What a unit of the force comes to, and its elements. */
  public record Unit(
      String name, String officers, String lines, String pounds, List<Element> elements) {

    public Unit {
      elements = List.copyOf(elements);
    }
  }

  /** A work date's bar in the chart. */
  public record Bar(String day, String pounds, String x, String y, String width, String height) {}

  /**
   * An officer's element that pays otherwise than the month before.
   *
   * @param hasCard whether the officer's lines are on the page
   */
  public record Change(
      String officerId,
      String name,
      String unit,
      String element,
      String before,
      String pounds,
      String change,
      boolean hasCard) {}

  /** Officers who have started, or left. */
  public record Moves(String count, List<Move> rows, boolean isCut) {

    public Moves {
      rows = List.copyOf(rows);
    }
  }

  /**
   * One of them.
   *
   * @param day the first or last one, empty for one who is gone from the feed
   */
  public record Move(
      String officerId, String name, String unit, String day, String before, String pounds) {}

  /** An officer's lines, day by day. */
  public record Card(
      String officerId,
      String name,
      String unit,
      String pounds,
      String before,
      String change,
      List<Day> days,
      String lines,
      boolean isCut) {

    public Card {
      days = List.copyOf(days);
    }
  }

  /** The lines of one work date. */
  public record Day(String date, List<Line> lines) {

    public Day {
      lines = List.copyOf(lines);
    }
  }

  /** A line, each cell as the page shows it. */
  public record Line(
      String element,
      String units,
      String unit,
      String rate,
      String multiplier,
      String pounds,
      String type,
      String rule,
      String note) {}

  /** How many changes are listed. */
  public String changesShown() {
    return Page.number(changes.size());
  }

  /** What is paid more or less than in the month before, such as {@code £12.50 more}. */
  public String changeInWords() {
    return Page.more(changePence);
  }

  /** Whether there is a month that it is compared with. */
  public boolean isCompared() {
    return !lastPeriod.isEmpty();
  }

  /**
   * Writes the page beside payroll.csv.
   *
   * @param figures what it comes to
   */
  public static void write(Path out, Manifest.Run run, PayrollFigures figures) throws IOException {
    Page.write(out.resolve(FILE_NAME), "payroll.jte", of(out, run, figures));
  }

  private static PayrollPage of(Path out, Manifest.Run run, PayrollFigures figures)
      throws IOException {
    List<Card> cards = Cards.read(out, figures);
    Set<String> withCard = new HashSet<>();
    cards.forEach(card -> withCard.add(card.officerId()));
    String styles = Page.resource("report.css") + Page.resource("payroll.css");
    return new PayrollPage(
        Page.policy(styles),
        styles,
        run.job(),
        run.payPeriod(),
        date(run.runDate()),
        run.feed(),
        run.runId(),
        run.runDate() <= run.to(),
        figures.last().period(),
        figures.last().whyNone(),
        element("all elements", figures.all(), 0),
        figures.all().change(),
        elements(figures.elements()),
        units(figures.units()),
        Page.number(figures.units().size()),
        bars(run, figures.days()),
        figures.days().entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(
                day ->
                    "£%s on %s"
                        .formatted(
                            Page.pounds(day.getValue()),
                            weekday(LocalDate.ofEpochDay(day.getKey()))))
            .orElse(""),
        Page.pounds(figures.thresholdPence()),
        figures.changes().inOrder().stream()
            .map(change -> change(change, withCard.contains(change.officer().officerId())))
            .toList(),
        Page.number(figures.changes().count()),
        moves(figures.starters()),
        moves(figures.leavers()),
        cards,
        Page.number(figures.officersPaid()),
        run.policy().is(Policy.Key.REPORT_NAMES));
  }

  private static List<Element> elements(SortedMap<String, PayrollFigures.Tally> elements) {
    long most =
        elements.values().stream()
            .mapToLong(tally -> Math.max(Math.absExact(tally.pence()), 1))
            .max()
            .orElse(1);
    return elements.entrySet().stream()
        .map(element -> element(element.getKey(), element.getValue(), most))
        .toList();
  }

  private static Element element(String name, PayrollFigures.Tally tally, long most) {
    return new Element(
        name,
        Page.number(tally.lines()),
        Page.pounds(tally.unitsHundredths()),
        Page.pounds(tally.pence()),
        Page.pounds(tally.penceBefore()),
        signed(tally.change()),
        most == 0 ? "" : decimal(BAR * Math.absExact(tally.pence()) / most));
  }

  /** The units that are paid most come first. */
  private static List<Unit> units(SortedMap<String, PayrollFigures.Unit> units) {
    Largest<Map.Entry<String, PayrollFigures.Unit>> largest = new Largest<>(MOST_UNITS);
    units.entrySet().forEach(unit -> largest.add(unit.getValue().all().pence(), unit));
    return largest.inOrder().stream()
        .map(
            unit ->
                new Unit(
                    unit.getKey(),
                    Page.number(unit.getValue().officers()),
                    Page.number(unit.getValue().all().lines()),
                    Page.pounds(unit.getValue().all().pence()),
                    elements(unit.getValue().elements())))
        .toList();
  }

  private static List<Bar> bars(Manifest.Run run, SortedMap<Long, Long> days) {
    long count = run.to() - run.from() + 1;
    if (count > MOST_DAYS || days.isEmpty()) {
      return List.of();
    }
    long most = days.values().stream().mapToLong(pence -> Math.max(pence, 1)).max().orElse(1);
    double each = WIDTH / count;
    List<Bar> bars = new ArrayList<>();
    for (long day = run.from(); day <= run.to(); day++) {
      long pence = days.getOrDefault(day, 0L);
      double height = HEIGHT * Math.max(pence, 0) / most;
      bars.add(
          new Bar(
              weekday(LocalDate.ofEpochDay(day)),
              Page.pounds(pence),
              decimal(each * (day - run.from())),
              decimal(HEIGHT - height),
              decimal(each * (1 - GAP)),
              decimal(height)));
    }
    return bars;
  }

  private static Change change(PayrollFigures.Change change, boolean hasCard) {
    PayrollFigures.Shown officer = change.officer();
    return new Change(
        officer.officerId(),
        officer.name(),
        officer.unit(),
        change.element(),
        Page.pounds(change.penceBefore()),
        Page.pounds(change.pence()),
        signed(change.change()),
        hasCard);
  }

  private static Moves moves(Largest<PayrollFigures.Move> moves) {
    List<Move> rows = moves.inOrder().stream().map(PayrollPage::move).toList();
    return new Moves(Page.number(moves.count()), rows, moves.count() > rows.size());
  }

  private static Move move(PayrollFigures.Move move) {
    PayrollFigures.Shown officer = move.officer();
    OptionalLong day = move.day();
    return new Move(
        officer.officerId(),
        officer.name(),
        officer.unit(),
        day.isPresent() ? date(day.getAsLong()) : "",
        Page.pounds(officer.penceBefore()),
        Page.pounds(officer.pence()));
  }

  /** Reads the lines of the officers whose cards are shown. */
  private static final class Cards {

    private static final int WORK_DATE = CsvFile.PAYROLL.column("work_date");

    private final Map<String, List<Day>> daysByOfficer = new HashMap<>();
    private final Map<String, Long> linesByOfficer = new HashMap<>();

    static List<Card> read(Path out, PayrollFigures figures) throws IOException {
      List<PayrollFigures.Shown> officers = figures.shown().inOrder();
      Cards cards = new Cards();
      try (ByOfficer lines = ByOfficer.open(out, CsvFile.PAYROLL)) {
        for (PayrollFigures.Shown officer :
            officers.stream()
                .sorted(Comparator.comparing(PayrollFigures.Shown::officerId))
                .toList()) {
          cards.add(officer.officerId(), lines);
        }
      }
      return officers.stream().map(cards::card).toList();
    }

    private void add(String officerId, ByOfficer lines) throws IOException {
      List<Day> days = new ArrayList<>();
      List<Line> ofDay = new ArrayList<>();
      String day = "";
      long count = 0;
      for (; lines.isAt(officerId); lines.next()) {
        count++;
        if (count > MOST_LINES) {
          continue;
        }
        String date = lines.row().word(WORK_DATE);
        if (!date.equals(day)) {
          end(day, ofDay, days);
          day = date;
        }
        ofDay.add(line(lines));
      }
      end(day, ofDay, days);
      daysByOfficer.put(officerId, days);
      linesByOfficer.put(officerId, count);
    }

    private static void end(String day, List<Line> lines, List<Day> days) {
      if (!lines.isEmpty()) {
        days.add(new Day(weekday(LocalDate.parse(day)), lines));
        lines.clear();
      }
    }

    private static Line line(ByOfficer lines) {
      return new Line(
          cell("element", lines),
          Page.separated(cell("units", lines)),
          cell("unit", lines),
          Page.separated(cell("rate", lines)),
          cell("multiplier", lines),
          Page.separated(cell("amount", lines)),
          cell("line_type", lines),
          cell("rule", lines),
          cell("note", lines));
    }

    private static String cell(String column, ByOfficer lines) {
      return lines.plain(CsvFile.PAYROLL.column(column));
    }

    private Card card(PayrollFigures.Shown officer) {
      long lines = linesByOfficer.getOrDefault(officer.officerId(), 0L);
      return new Card(
          officer.officerId(),
          officer.name(),
          officer.unit(),
          Page.pounds(officer.pence()),
          Page.pounds(officer.penceBefore()),
          signed(officer.pence() - officer.penceBefore()),
          daysByOfficer.getOrDefault(officer.officerId(), List.of()),
          Page.number(lines),
          lines > MOST_LINES);
    }
  }

  private static String date(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  /** {@code Mon 2024-05-06}. */
  private static String weekday(LocalDate date) {
    DayOfWeek day = date.getDayOfWeek();
    return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT) + " " + date;
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String signed(long pence) {
    return ArrearsStatement.signed(pence);
  }
}
