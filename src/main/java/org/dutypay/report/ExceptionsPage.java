package org.dutypay.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.NightCount;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Severity;

/**
 * exceptions.html: one page that needs no server and asks for nothing outside itself. People read,
 * filter and decide on it, and save what they decided as decisions.csv. Texts are escaped by the
 * template, the exceptions lie in a {@link DataBlock}, and the page's own policy lets no script but
 * its own run. Where it cannot hold all exceptions there are pages of the same kind for each unit.
 *
 * @param contentSecurityPolicy names the page's style, script and data by their hashes, and nothing
 *     else
 * @param data what the script reads, as JSON
 * @param place what the page shows: empty = all units, else a unit's name
 * @param totals those of the place, in words
 * @param chart of the last nights, empty on a unit's page
 * @param pages those of the units, empty where one page holds all
 * @param shown exceptions in this page
 * @param total all exceptions of the place
 */
public record ExceptionsPage(
    String contentSecurityPolicy,
    String styles,
    String script,
    String data,
    String job,
    String payPeriod,
    String runDate,
    String feed,
    String runId,
    String place,
    Totals totals,
    ExceptionsChart chart,
    List<UnitPage> pages,
    long shown,
    long total) {

  public static final String FILE_NAME = "exceptions.html";

  /** The pages of units, as a pattern. */
  public static final String OF_UNITS = "exceptions-*.html";

  static final int MOST_ROWS = 5_000;

  /** Held pay first: money waits for a decision. */
  static final List<Severity> ORDER =
      List.of(Severity.BLOCKING, Severity.REJECTED, Severity.WARNING, Severity.INFO);

  private static final String PREFIX = "exceptions-";
  private static final String NO_UNIT = "no unit known";
  private static final int LONGEST_NAME = 30;
  private static final int HEAD = 1 << 12;
  private static final Pattern SHOWN =
      Pattern.compile("<meta name=\"exceptions\" content=\"([0-9]+)\">");

  public ExceptionsPage {
    pages = List.copyOf(pages);
  }

  /**
   * How many exceptions there are of a severity, code or unit.
   *
   * @param key the severity, as the page's styles know it; empty for a code or a unit
   * @param means what the severity means; empty for a code or a unit
   * @param held pounds, empty where nothing is held
   */
  public record Count(String name, String key, String means, String count, String held) {}

  /**
   * What a place comes to.
   *
   * @param held pounds that are not paid
   * @param acknowledged pounds of them that somebody has only seen, empty where there are none
   * @param waiting exceptions that nobody has decided
   * @param severities those that occur, as the others by weight
   */
  public record Totals(
      String held,
      String acknowledged,
      String waiting,
      List<Count> severities,
      List<Count> codes,
      List<Count> units) {

    public Totals {
      severities = List.copyOf(severities);
      codes = List.copyOf(codes);
      units = List.copyOf(units);
    }
  }

  /** A unit's page, to be linked to. */
  public record UnitPage(String file, String unit, String count, String held) {}

  /** Gives what is told of decisions about an exception. */
  public interface DecisionsTold {

    /** The one that holds, else the last that was kept. */
    Optional<DecisionTaken> of(long exceptionId, long facts, String code, String officerId);

    /** Those that this run has read and could not apply. */
    List<DecisionNotApplied> notApplied(long exceptionId);
  }

  public boolean isCut() {
    return shown < total;
  }

  /** A number with thousands separators. */
  public String number(long number) {
    return Page.number(number);
  }

  /**
   * Writes the page beside exceptions.csv, and where it cannot hold all those of the units.
   *
   * @param unpublished the folder of the details
   * @param earlier what earlier nights had
   * @param decisions what somebody has decided
   */
  public static void write(
      Path out,
      Path unpublished,
      Manifest.Run run,
      List<NightCount> earlier,
      DecisionsTold decisions)
      throws IOException {
    write(out, unpublished, run, earlier, decisions, MOST_ROWS);
  }

  static void write(
      Path out,
      Path unpublished,
      Manifest.Run run,
      List<NightCount> earlier,
      DecisionsTold decisions,
      int mostRows)
      throws IOException {
    try (PageRows rows = new PageRows(unpublished);
        Matters matters = Matters.open(out, unpublished, run.policy())) {
      while (matters.next()) {
        rows.add(matters, decisions);
      }
      Writing writing = new Writing(out, run, rows, mostRows);
      List<UnitPage> pages = new ArrayList<>();
      if (rows.totals().all().exceptions() > mostRows) {
        for (String unit : rows.units()) {
          pages.add(writing.unit(unit));
        }
      }
      List<NightCount> nights = new ArrayList<>(earlier);
      nights.addAll(rows.totals().ofNight(run.runDate()));
      writing.page(
          FILE_NAME,
          "",
          rows.totals(),
          rows.gravest(mostRows),
          earlier.isEmpty() ? ExceptionsChart.NONE : ExceptionsChart.of(nights),
          pages);
    }
  }

  /** The pages in a folder, each with the exceptions it says it holds. */
  static List<OutputFile> outputs(Path out) throws IOException {
    List<Path> pages = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(out, OF_UNITS)) {
      found.forEach(pages::add);
    }
    pages.sort(null);
    if (Files.exists(out.resolve(FILE_NAME))) {
      pages.addFirst(out.resolve(FILE_NAME));
    }
    List<OutputFile> files = new ArrayList<>();
    for (Path page : pages) {
      files.add(
          new OutputFile(
              page.getFileName().toString(),
              shownIn(page),
              OptionalLong.empty(),
              Results.sha256(page)));
    }
    return files;
  }

  private static long shownIn(Path page) throws IOException {
    try (InputStream in = Files.newInputStream(page)) {
      Matcher shown = SHOWN.matcher(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
      return shown.find() ? Long.parseLong(shown.group(1)) : 0;
    }
  }

  /** A severity as the styles know it. */
  static String key(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** The pages of one run under way. */
  private static final class Writing {

    private final Path out;
    private final Manifest.Run run;
    private final PageRows rows;
    private final int mostRows;
    private final String styles = Page.resource("exceptions.css");
    private final String script = Page.resource("exceptions.js");
    private final Set<String> names = new HashSet<>();

    Writing(Path out, Manifest.Run run, PageRows rows, int mostRows) throws IOException {
      this.out = out;
      this.run = run;
      this.rows = rows;
      this.mostRows = mostRows;
    }

    /** A unit's pages, of which the first is linked to. */
    UnitPage unit(String unit) throws IOException {
      ExceptionTotals totals = rows.totals(unit);
      List<List<PageRows.Row>> parts = rows.gravest(unit, mostRows);
      List<String> files = new ArrayList<>();
      for (int part = 0; part < parts.size(); part++) {
        files.add(Page.fileName(PREFIX, unit, "no-unit", LONGEST_NAME, names));
      }
      List<UnitPage> further = new ArrayList<>();
      for (int part = 0; parts.size() > 1 && part < parts.size(); part++) {
        further.add(
            new UnitPage(
                files.get(part),
                "%s, part %d of %d".formatted(unitName(unit), part + 1, parts.size()),
                Page.number(parts.get(part).size()),
                ""));
      }
      for (int part = 0; part < parts.size(); part++) {
        page(
            files.get(part),
            unitName(unit),
            totals,
            parts.get(part),
            ExceptionsChart.NONE,
            further);
      }
      return new UnitPage(
          files.getFirst(),
          unitName(unit),
          Page.number(totals.all().exceptions()),
          pounds(totals.all()));
    }

    void page(
        String file,
        String place,
        ExceptionTotals totals,
        List<PageRows.Row> shown,
        ExceptionsChart chart,
        List<UnitPage> pages)
        throws IOException {
      String data = data(shown, place);
      Page.write(
          out.resolve(file),
          "exceptions.jte",
          new ExceptionsPage(
              Page.policy(styles, script, data),
              styles,
              script,
              data,
              run.job(),
              run.payPeriod(),
              LocalDate.ofEpochDay(run.runDate()).toString(),
              run.feed(),
              run.runId(),
              place,
              new Totals(
                  Page.pounds(totals.all().heldPence()),
                  pounds(totals.acknowledged()),
                  Page.number(totals.waiting()),
                  severities(totals),
                  codes(totals),
                  place.isEmpty() ? units() : List.of()),
              chart,
              pages,
              shown.size(),
              totals.all().exceptions()));
    }

    /** A unit's page may be sent alone: the other units are not named in it. */
    private String data(List<PageRows.Row> shown, String place) throws IOException {
      DataBlock block = new DataBlock().open('{');
      block.name("run").text(run.runId()).name("runDate");
      block.text(LocalDate.ofEpochDay(run.runDate()).toString());
      block.name("payPeriod").text(run.payPeriod()).name("feed").text(run.feed());
      block.name("codes").open('{');
      for (String code : rows.totals().byCode().keySet()) {
        ExceptionCode known = ExceptionCode.valueOf(code);
        block.name(code).open('[').text(known.whatToDo()).yes(known.isReleasable());
        block.text(known.means()).close(']');
      }
      block.close('}').name("rules").open('{');
      for (String rule : rows.rules()) {
        block.name(rule).text(Paragraph.cited(rule).subject());
      }
      block.close('}').name("units").open('[');
      for (String unit : rows.numberedUnits()) {
        String name = unitName(unit);
        block.text(place.isEmpty() || name.equals(place) ? name : "");
      }
      block.close(']').name("rows").open('[');
      for (PageRows.Row row : shown) {
        block.json(rows.json(row));
      }
      return block.close(']').close('}').toString();
    }

    private List<Count> units() {
      List<Count> counts = new ArrayList<>();
      for (String unit : rows.units()) {
        counts.add(count(unitName(unit), "", "", rows.totals(unit).all()));
      }
      return counts;
    }
  }

  private static String unitName(String unit) {
    return unit.isEmpty() ? NO_UNIT : unit;
  }

  private static List<Count> severities(ExceptionTotals totals) {
    List<Count> counts = new ArrayList<>();
    for (Severity severity : ORDER) {
      ExceptionTotals.Total total = totals.bySeverity().get(severity);
      if (total != null) {
        counts.add(count(severity.name(), key(severity), meaning(severity), total));
      }
    }
    return counts;
  }

  private static List<Count> codes(ExceptionTotals totals) {
    List<Count> counts = new ArrayList<>();
    for (Severity severity : ORDER) {
      totals
          .byCode()
          .forEach(
              (name, total) -> {
                ExceptionCode code = ExceptionCode.valueOf(name);
                if (code.severity() == severity) {
                  counts.add(count(name, "", "", total));
                }
              });
    }
    return counts;
  }

  private static Count count(String name, String key, String means, ExceptionTotals.Total total) {
    return new Count(name, key, means, Page.number(total.exceptions()), pounds(total));
  }

  private static String pounds(ExceptionTotals.Total total) {
    return total.heldPence() == 0 ? "" : Page.pounds(total.heldPence());
  }

  private static String meaning(Severity severity) {
    return switch (severity) {
      case BLOCKING -> "The line is held back; everything else is paid.";
      case REJECTED -> "The row could not be read or used at all.";
      case WARNING -> "Paid; someone should look.";
      case INFO -> "For the record.";
    };
  }
}
