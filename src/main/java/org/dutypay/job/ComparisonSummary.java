package org.dutypay.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.feed.RatesFile;
import org.dutypay.pay.OutcomeDifference.Change;
import org.dutypay.report.ComparisonResults;
import org.dutypay.report.ComparisonTotals;
import org.dutypay.report.InputCount;

/** The few lines that a person reads when a comparison is done. */
final class ComparisonSummary {

  private ComparisonSummary() {}

  static List<String> of(
      Order order,
      ComparisonOrder b,
      ComparisonTotals totals,
      ComparisonResults results,
      List<InputCount> inputs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s to %s, run date %s"
            .formatted(
                LocalDate.ofEpochDay(order.from()),
                LocalDate.ofEpochDay(order.to()),
                LocalDate.ofEpochDay(order.runDate())));
    lines.add(
        "A: %s; B: %s%s"
            .formatted(
                named(order.policyFile()),
                named(b.policyFile()),
                b.rates()
                    .map(RatesFile::name)
                    .map(name -> " with the rates of " + name)
                    .orElse("")));
    lines.add(
        "%s, %s read"
            .formatted(
                NightSummary.counted(totals.officers(), "officer"),
                NightSummary.counted(
                    inputs.stream().mapToLong(InputCount::rowsRead).sum(), "row")));
    if (results.isEmpty()) {
      lines.add("nothing changes");
    } else {
      cost(totals, lines);
      lines.add(
          "exceptions: %,d gained, %,d lost, %,d changed"
              .formatted(
                  results.exceptions(Change.GAINED),
                  results.exceptions(Change.LOST),
                  results.exceptions(Change.CHANGED)));
    }
    lines.add(
        "files: "
            + order.out()
            + " (start with comparison.html); log: "
            + order.out().resolveSibling("dutypay.log"));
    return lines;
  }

  private static void cost(ComparisonTotals totals, List<String> lines) {
    lines.add("  %-24s %16s %16s %16s".formatted("", "A", "B", "difference"));
    totals
        .changedElements()
        .forEach(
            (element, sides) ->
                lines.add(cost(element, sides.amountA(), sides.amountB(), sides.difference())));
    lines.add(
        cost("in all", totals.pay().amountA(), totals.pay().amountB(), totals.pay().difference()));
    lines.add(group("better off", totals, 1) + ", " + group("worse off", totals, -1));
  }

  private static String cost(String name, long penceA, long penceB, long difference) {
    return "  %-24s %16s %16s %16s"
        .formatted(
            name,
            NightSummary.pounds(penceA),
            NightSummary.pounds(penceB),
            NightSummary.pounds(difference));
  }

  private static String group(String name, ComparisonTotals totals, int sign) {
    List<Long> differences =
        totals.differing().stream()
            .map(ComparisonTotals.OfficerPay::difference)
            .filter(pence -> Long.signum(pence) == sign)
            .toList();
    return "%s %s by %s"
        .formatted(
            NightSummary.counted(differences.size(), "officer"),
            name,
            NightSummary.pounds(sign * differences.stream().reduce(0L, Math::addExact)));
  }

  private static String named(String policyFile) {
    return policyFile.isEmpty() ? "the standard policy" : policyFile;
  }
}
