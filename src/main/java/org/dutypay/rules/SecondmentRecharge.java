package org.dutypay.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Recharge;
import org.dutypay.pay.RechargeRow;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Secondment recharge: rulebook 16, S 3.10. While an officer is seconded the host repays the full
 * cost, or the share agreed: every pay line and claim of the days seconded, and the salary of each
 * calendar month at the substantive pay point, with on-costs where the force adds them.
 */
public final class SecondmentRecharge {

  private static final long SIX = 6;

  private static final long WHOLE = 1_000_000;

  private static final Comparator<RechargeRow> ORDER =
      Comparator.comparing(RechargeRow::host, ByteOrder.OF_UTF_8)
          .thenComparingLong(RechargeRow::workDate)
          .thenComparing(RechargeRow::element)
          .thenComparingLong(RechargeRow::percentTenThousandths);

  private final RunContext run;
  private final long onCostsTenThousandths;

  /** What six times an annual rate is divided by for a calendar day, as in a temporary rank. */
  private final Dated<Integer> dayDivisor;

  /** Whom a cost is recharged to, and how much of it. */
  private record Debtor(String host, long percent) {

    static Debtor of(Secondment secondment) {
      return new Debtor(secondment.host(), secondment.rechargePercentTenThousandths());
    }
  }

  private record Cost(Debtor debtor, long date, String element) {}

  private record Month(Debtor debtor, YearMonth month) {}

  /** The salary of the days of one month so far. */
  private record Salary(long firstDay, ExactAmount amount) {}

  public SecondmentRecharge(RunContext run) {
    this.run = run;
    dayDivisor =
        new Dated<>(run.numbers(), (dated, day) -> dated.whole("temporary-rank.day-divisor", day));
    onCostsTenThousandths =
        new BigDecimal(run.policy().value(Policy.Key.RECHARGE_ON_COSTS_PERCENT))
            .movePointRight(4)
            .longValueExact();
  }

  /** The secondments that lie in the range. */
  public List<Secondment> secondments(OfficerCase officer) {
    return officer.secondments().stream()
        .filter(secondment -> secondment.from() <= run.to() && secondment.to() >= run.from())
        .toList();
  }

  /**
   * What the hosts repay.
   *
   * @param lines the officer's pay lines of the range
   */
  public Recharge of(OfficerCase officer, List<PayLine> lines) {
    List<RechargeRow> rows = new ArrayList<>();
    addLines(officer, lines, rows);
    List<Long> unpriced = addSalary(officer, rows);
    rows.sort(ORDER);
    return new Recharge(rows, unpriced);
  }

  private void addLines(OfficerCase officer, List<PayLine> lines, List<RechargeRow> rows) {
    Map<Cost, Long> costs = new LinkedHashMap<>();
    for (PayLine line : lines) {
      hostOn(line.workDate(), officer)
          .ifPresent(
              debtor ->
                  costs.merge(
                      new Cost(debtor, line.workDate(), line.element().name()),
                      line.amountPence(),
                      Math::addExact));
    }
    costs.forEach((cost, pence) -> rows.add(row(cost.debtor, cost.date, cost.element, pence)));
  }

  private List<Long> addSalary(OfficerCase officer, List<RechargeRow> rows) {
    Map<Month, Salary> months = new LinkedHashMap<>();
    List<Long> unpriced = new ArrayList<>();
    for (long date = run.from(); date <= run.to(); date++) {
      Optional<Debtor> debtor = hostOn(date, officer);
      if (debtor.isEmpty()) {
        continue;
      }
      Optional<ExactAmount> salary = salaryOf(date, officer);
      if (salary.isEmpty()) {
        unpriced.add(date);
      }
      months.merge(
          new Month(debtor.get(), YearMonth.from(LocalDate.ofEpochDay(date))),
          new Salary(date, salary.orElse(ExactAmount.ZERO)),
          (before, more) -> new Salary(before.firstDay, before.amount.plus(more.amount)));
    }
    months.forEach(
        (month, salary) -> {
          if (salary.amount.isPositive()) {
            addMonth(month.debtor, salary, rows);
          }
        });
    return unpriced;
  }

  private void addMonth(Debtor debtor, Salary salary, List<RechargeRow> rows) {
    long pence = salary.amount.rounded(run.policy().rounding());
    rows.add(row(debtor, salary.firstDay, RechargeRow.SALARY, pence));
    if (onCostsTenThousandths > 0) {
      long onCosts =
          run.policy().rounding().divide(Math.multiplyExact(pence, onCostsTenThousandths), WHOLE);
      rows.add(row(debtor, salary.firstDay, RechargeRow.ON_COSTS, onCosts));
    }
  }

  private RechargeRow row(Debtor debtor, long date, String element, long pence) {
    return RechargeRow.of(
        debtor.host, date, element, pence, debtor.percent, run.policy().rounding());
  }

  /** One day's salary at the substantive pay point; none where there is no rate. */
  private Optional<ExactAmount> salaryOf(long date, OfficerCase officer) {
    for (OfficerRecord record : officer.records()) {
      if (record.covers(date)) {
        return run.payScales()
            .rate(record.payScale(), record.payPoint(), date)
            .map(HourlyRate::annualPence)
            .map(
                annual ->
                    record.proRata(ExactAmount.ofPence(annual).times(SIX, dayDivisor.on(date))));
      }
    }
    return Optional.empty();
  }

  /** Of two secondments that share a day the one that began first has it. */
  private static Optional<Debtor> hostOn(long date, OfficerCase officer) {
    for (Secondment secondment : officer.secondments()) {
      if (secondment.from() <= date && secondment.to() >= date) {
        return Optional.of(Debtor.of(secondment));
      }
    }
    return Optional.empty();
  }
}
