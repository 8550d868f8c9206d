package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.OutcomeDifference.Change;
import org.dutypay.pay.OutcomeDifference.Sides;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;

/**
 * comparison.html: what changes in cost, for officers and in exceptions between two policies or
 * rate tables; one page that needs no server, runs no script and asks for nothing outside itself.
 *
 * @param contentSecurityPolicy names the page's style by its hash, and nothing else
 * @param termsA what A is, in words
 * @param keys the policy keys in which A and B differ
 * @param rates the rates in which they differ, at most {@link #MOST_RATES}
 * @param rateCount all such rates
 * @param officers officers of the officers file
 * @param costsMore how much more or less B costs, in words
 * @param elements the elements of which some line differs
 * @param balances the accounts of which some row differs
 * @param codes the exceptions that differ, by code
 * @param isEmpty whether nothing changes
 */
public record ComparisonPage(
    String contentSecurityPolicy,
    String styles,
    String job,
    String payPeriod,
    String runDate,
    String feed,
    String runId,
    String termsA,
    String termsB,
    List<KeyDifference> keys,
    List<RateDifference> rates,
    String rateCount,
    String officers,
    Cost all,
    String costsMore,
    List<Cost> elements,
    List<Balances> balances,
    Group better,
    Group worse,
    List<Code> codes,
    boolean isEmpty) {

  public static final String FILE_NAME = "comparison.html";

  /** Officers better off that the page shows, and as many worse off. */
  static final int MOST_OFFICERS = 200;

  static final int MOST_RATES = 200;
  private static final long HOURS = 60;

  public ComparisonPage {
    keys = List.copyOf(keys);
    rates = List.copyOf(rates);
    elements = List.copyOf(elements);
    balances = List.copyOf(balances);
    codes = List.copyOf(codes);
  }

  /** A policy key and its two values. */
  public record KeyDifference(String key, String a, String b, String decides) {}

  /** A pay point whose annual rate differs from a day on; a dash where it has none. */
  public record RateDifference(
      String payScale, String payPoint, String from, String a, String b, String difference) {}

  /** What an element, or all of them, costs: pounds. */
  public record Cost(
      String name, String linesA, String a, String linesB, String b, String difference) {}

  /** What an account is moved by: days, or hours and minutes. */
  public record Balances(
      String account, String rowsA, String a, String rowsB, String b, String difference) {}

  /**
   * The officers better off, or those worse off.
   *
   * @param rows the largest differences, at most {@link #MOST_OFFICERS}
   */
  public record Group(String count, String pounds, List<Officer> rows, boolean isCut) {

    public Group {
      rows = List.copyOf(rows);
    }
  }

  /** An officer's pay in pounds. */
  public record Officer(String officerId, String a, String b, String difference) {}

  /** How many exceptions of a code differ. */
  public record Code(
      String name, String severityKey, String gained, String lost, String changed, String means) {}

  /** Writes the page beside the files that it shows. */
  public static void write(
      Path out, Manifest.Run run, SideB b, ComparisonTotals totals, ComparisonResults results)
      throws IOException {
    Page.write(out.resolve(FILE_NAME), "comparison.jte", of(run, b, totals, results));
  }

  private static ComparisonPage of(
      Manifest.Run run, SideB b, ComparisonTotals totals, ComparisonResults results)
      throws IOException {
    String styles = Page.resource("report.css");
    return new ComparisonPage(
        Page.policy(styles),
        styles,
        run.job(),
        run.payPeriod(),
        LocalDate.ofEpochDay(run.runDate()).toString(),
        run.feed(),
        run.runId(),
        terms(run.policyFile(), "the feed's rates"),
        terms(b.policyFile(), b.rates().map(InputCount::file).orElse("the feed's rates")),
        keys(run.policy(), b.policy()),
        b.rateDifferences().stream().limit(MOST_RATES).map(ComparisonPage::rate).toList(),
        Page.number(b.rateDifferences().size()),
        Page.number(totals.officers()),
        cost("all elements", totals.pay()),
        Page.more(totals.pay().difference()),
        costs(totals.changedElements()),
        balances(totals),
        group(totals, 1),
        group(totals, -1),
        codes(results.exceptionsByCode()),
        results.isEmpty());
  }

  private static String terms(String policyFile, String rates) {
    return (policyFile.isEmpty() ? "the standard policy" : policyFile) + ", " + rates;
  }

  private static List<KeyDifference> keys(Policy a, Policy b) {
    return Arrays.stream(Policy.Key.values())
        .filter(key -> !a.value(key).equals(b.value(key)))
        .map(key -> new KeyDifference(key.text(), a.value(key), b.value(key), key.decides()))
        .toList();
  }

  private static RateDifference rate(PayScales.RateDifference rate) {
    boolean isComparable = rate.penceA().isPresent() && rate.penceB().isPresent();
    return new RateDifference(
        rate.payScale(),
        rate.payPoint(),
        LocalDate.ofEpochDay(rate.from()).toString(),
        poundsOrDash(rate.penceA()),
        poundsOrDash(rate.penceB()),
        isComparable ? signed(rate.penceB().orElseThrow() - rate.penceA().orElseThrow()) : "");
  }

  private static String poundsOrDash(OptionalLong pence) {
    return pence.isPresent() ? Page.pounds(pence.getAsLong()) : "–";
  }

  private static List<Cost> costs(Map<String, Sides> elements) {
    List<Cost> costs = new ArrayList<>();
    elements.forEach((element, sides) -> costs.add(cost(element, sides)));
    return costs;
  }

  private static Cost cost(String name, Sides sides) {
    return new Cost(
        name,
        Page.number(sides.rowsA()),
        Page.pounds(sides.amountA()),
        Page.number(sides.rowsB()),
        Page.pounds(sides.amountB()),
        signed(sides.difference()));
  }

  private static List<Balances> balances(ComparisonTotals totals) {
    List<Balances> balances = new ArrayList<>();
    totals
        .changedMinutes()
        .forEach(
            (account, sides) ->
                balances.add(
                    new Balances(
                        account,
                        Page.number(sides.rowsA()),
                        hours(sides.amountA()),
                        Page.number(sides.rowsB()),
                        hours(sides.amountB()),
                        plus(sides.difference()) + hours(sides.difference()))));
    totals
        .changedDays()
        .forEach(
            (account, sides) ->
                balances.add(
                    new Balances(
                        account,
                        Page.number(sides.rowsA()),
                        Page.pounds(sides.amountA()) + " days",
                        Page.number(sides.rowsB()),
                        Page.pounds(sides.amountB()) + " days",
                        signed(sides.difference()) + " days")));
    return balances;
  }

  /** {@code 12 h 30 min}. */
  private static String hours(long minutes) {
    long absolute = Math.absExact(minutes);
    return (minutes < 0 ? "-" : "")
        + Page.number(absolute / HOURS)
        + " h "
        + absolute % HOURS
        + " min";
  }

  private static Group group(ComparisonTotals totals, int sign) {
    List<ComparisonTotals.OfficerPay> of =
        totals.differing().stream()
            .filter(officer -> Long.signum(officer.difference()) == sign)
            .toList();
    return new Group(
        Page.number(of.size()),
        Page.pounds(of.stream().mapToLong(ComparisonTotals.OfficerPay::difference).sum() * sign),
        of.stream()
            .limit(MOST_OFFICERS)
            .map(
                officer ->
                    new Officer(
                        officer.officerId(),
                        Page.pounds(officer.penceA()),
                        Page.pounds(officer.penceB()),
                        signed(officer.difference())))
            .toList(),
        of.size() > MOST_OFFICERS);
  }

  private static List<Code> codes(Map<String, Map<Change, Long>> byCode) {
    List<Code> codes = new ArrayList<>();
    byCode.forEach(
        (name, changes) -> {
          ExceptionCode code = ExceptionCode.valueOf(name);
          codes.add(
              new Code(
                  name,
                  ExceptionsPage.key(code.severity()),
                  count(changes, Change.GAINED),
                  count(changes, Change.LOST),
                  count(changes, Change.CHANGED),
                  code.whatToDo()));
        });
    return codes;
  }

  private static String count(Map<Change, Long> changes, Change change) {
    return Page.number(changes.getOrDefault(change, 0L));
  }

  private static String signed(long hundredths) {
    return plus(hundredths) + Page.pounds(hundredths);
  }

  private static String plus(long number) {
    return number > 0 ? "+" : "";
  }
}
