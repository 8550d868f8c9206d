package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import org.dutypay.pay.ByteOrder;
import org.dutypay.reference.Policy;
import org.dutypay.rules.BearScotland;

/**
 * bear-scotland.html: what the competing methods come to for a force, beside what was paid; one
 * page that needs no server, runs no script and asks for nothing outside itself.
 *
 * @param contentSecurityPolicy names the page's style by its hash, and nothing else
 * @param limit what the policy's arrears-limit does, in words
 * @param twoYears the two-year line
 * @param disputed the names of the disputed elements
 * @param officers the largest differences by the policy's method, at most {@link #MOST_OFFICERS}
 */
public record BearScotlandPage(
    String contentSecurityPolicy,
    String styles,
    String from,
    String to,
    String runDate,
    String claimDate,
    String runId,
    String limit,
    String twoYears,
    List<Method> methods,
    List<String> disputed,
    List<Officer> officers) {

  static final String FILE_NAME = "bear-scotland.html";

  static final int MOST_OFFICERS = 25;

  /**
   * What a method comes to, in pounds.
   *
   * @param without with each disputed element left out
   */
  public record Method(
      String name,
      String means,
      boolean isChosen,
      String officers,
      String amount,
      String paid,
      String difference,
      String beyondTwoYears,
      String beforeBreak,
      String applied,
      List<String> without) {

    public Method {
      without = List.copyOf(without);
    }
  }

  /** What the policy's method gives an officer, in pounds. */
  public record Officer(
      String officerId, String amount, String paid, String difference, String applied) {}

  public BearScotlandPage {
    methods = List.copyOf(methods);
    disputed = List.copyOf(disputed);
    officers = List.copyOf(officers);
  }

  /**
   * Writes the page beside the tables that it shows.
   *
   * @param claimDate epoch day from which two years are counted back
   * @param twoYears the day to which that leads
   */
  public static void write(Path out, Manifest.Run run, long claimDate, long twoYears)
      throws IOException {
    List<Method> methods = new ArrayList<>();
    BearScotlandFiles.byMethod(out)
        .values()
        .forEach(force -> methods.add(method(force, run.policy())));
    String styles = Page.resource("statement.css");
    Page.write(
        out.resolve(FILE_NAME),
        "bear-scotland.jte",
        new BearScotlandPage(
            Page.policy(styles),
            styles,
            LocalDate.ofEpochDay(run.from()).toString(),
            LocalDate.ofEpochDay(run.to()).toString(),
            LocalDate.ofEpochDay(run.runDate()).toString(),
            LocalDate.ofEpochDay(claimDate).toString(),
            run.runId(),
            limit(run.policy()),
            LocalDate.ofEpochDay(twoYears).toString(),
            methods,
            BearScotland.DISPUTED.stream()
                .map(element -> element.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList(),
            largest(out)));
  }

  private static Method method(BearScotlandFiles.ForForce force, Policy policy) {
    BearScotland.Total total = force.total();
    BearScotland.Money money = total.money();
    return new Method(
        total.method().name(),
        means(total.method(), policy),
        total.isChosen(),
        Page.number(force.officers()),
        Page.pounds(money.amount()),
        Page.pounds(money.paid()),
        ArrearsStatement.signed(money.difference()),
        Page.pounds(total.beyondTwoYears()),
        Page.pounds(total.beforeBreak()),
        ArrearsStatement.signed(total.applied()),
        money.without().stream().map(Page::pounds).toList());
  }

  private static String means(BearScotland.Method method, Policy policy) {
    return switch (method) {
      case FLAT_RATE -> "the national flat rate a month, for the three months before January 2016";
      case PERCENTAGE ->
          policy.value(Policy.Key.HOLIDAY_PAY_PERCENTAGE) + " of each payment that counts";
      case SHARE_20_260 -> "20/260 of each payment that counts";
      case SHARE_20_365 -> "20/365 of each payment that counts";
      case WEEKS_12 -> "an average day of 12 weeks";
      case WEEKS_26 -> "an average day of 26 weeks";
      case WEEKS_52 -> "an average day of 52 paid weeks";
    };
  }

  private static String limit(Policy policy) {
    return switch (policy.value(Policy.Key.ARREARS_LIMIT)) {
      case "TWO_YEARS" -> "underpayments beyond the two-year line are not applied";
      case "SERIES_3_MONTHS" -> "underpayments before a break in the series are not applied";
      default -> "nothing is cut off: the line and the breaks are only shown";
    };
  }

  /** An officer's total by the policy's method. */
  private record Largest(String officerId, BearScotland.Total total) {}

  private static List<Officer> largest(Path out) throws IOException {
    Comparator<Largest> largestFirst =
        Comparator.comparingLong((Largest one) -> -Math.abs(one.total.money().difference()))
            .thenComparing(Largest::officerId, ByteOrder.OF_UTF_8);
    PriorityQueue<Largest> kept = new PriorityQueue<>(largestFirst.reversed());
    BearScotlandFiles.eachOfficer(
        out,
        (officer, total) -> {
          if (total.isChosen()) {
            kept.add(new Largest(officer, total));
            if (kept.size() > MOST_OFFICERS) {
              kept.remove();
            }
          }
        });
    return kept.stream()
        .sorted(largestFirst)
        .map(
            one ->
                new Officer(
                    one.officerId,
                    Page.pounds(one.total.money().amount()),
                    Page.pounds(one.total.money().paid()),
                    ArrearsStatement.signed(one.total.money().difference()),
                    ArrearsStatement.signed(one.total.applied())))
        .toList();
  }
}
