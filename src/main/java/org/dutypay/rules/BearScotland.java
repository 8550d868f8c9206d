package org.dutypay.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.Fraction;
import org.dutypay.pay.Multiple;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Bear Scotland reconciliation: rulebook 14, G 1.6.4. What each of the competing methods would have
 * given for a past range beside what was paid as holiday pay, with everything that counts and with
 * each disputed element left out. What lies beyond two years, and where a series of underpayments
 * breaks, is marked; it is left out of a total only where the policy's arrears-limit says so.
 */
public final class BearScotland {

  /** The methods, in the order of the file. */
  public enum Method {
    /** The national flat rate for officers without calculation. */
    FLAT_RATE,
    /** The policy's own percentage, where it is none of the two below. */
    PERCENTAGE,
    SHARE_20_260,
    SHARE_20_365,
    WEEKS_12,
    WEEKS_26,
    WEEKS_52
  }

  /** The elements of which it is disputed that they count, in the order of the file. */
  public static final List<Element> DISPUTED =
      List.of(
          Element.OVERTIME,
          Element.ON_CALL,
          Element.AWAY_OVERNIGHT,
          Element.ACTING_UP,
          Element.UNSOCIAL_HOURS,
          Element.LEAVE_RECALL);

  private static final Multiple OF_WORKING_DAYS = new Multiple(20, 260);
  private static final Multiple OF_CALENDAR_DAYS = new Multiple(20, 365);
  private static final int PENCE = 100;

  /** That a row's method does not reckon with leave days, or not with weeks. */
  public static final long NONE = Long.MIN_VALUE;

  /**
   * What a method gives, and what was paid.
   *
   * @param amount with every element that counts, in pence
   * @param without the same with one disputed element left out, in the order of {@link #DISPUTED}
   * @param paid what was paid as holiday pay
   */
  public record Money(long amount, List<Long> without, long paid) {

    static final Money NOTHING = new Money(0, Collections.nCopies(DISPUTED.size(), 0L), 0);

    public Money {
      without = List.copyOf(without);
    }

    Money plus(Money other) {
      List<Long> sums = new ArrayList<>(without.size());
      for (int i = 0; i < without.size(); i++) {
        sums.add(Math.addExact(without.get(i), other.without.get(i)));
      }
      return new Money(Math.addExact(amount, other.amount), sums, Math.addExact(paid, other.paid));
    }

    public long difference() {
      return amount - paid;
    }
  }

  /**
   * One officer, day and method.
   *
   * @param date the leave day; for a share the work date of the payments, for the flat rate the
   *     month's first day in service, and for what was paid the day that it was paid for
   * @param weeks of the reference period, {@link #NONE} where the method has none
   * @param qualifying what was paid for them, or on the date, in pence; {@link #NONE} = nothing to
   *     reckon from
   * @param leaveDay the day's number in the leave year, in hundredths; {@link #NONE} = no leave day
   * @param isBeyondTwoYears whether it lies more than two years before the claim
   * @param followsBreak whether more than three months without underpayment lie before it
   * @param applied the difference, unless the policy's limit cuts it off
   */
  public record Row(
      long date,
      Method method,
      boolean isChosen,
      long weeks,
      long qualifying,
      long leaveDay,
      Money money,
      boolean isBeyondTwoYears,
      boolean followsBreak,
      long applied) {}

  /**
   * What a method comes to for one officer.
   *
   * @param beyondTwoYears the underpayments more than two years before the claim, in pence
   * @param beforeBreak the underpayments before the last break in the series
   */
  public record Total(
      Method method,
      boolean isChosen,
      Money money,
      long beyondTwoYears,
      long beforeBreak,
      long applied) {}

  /**
   * One officer's reconciliation.
   *
   * @param rows by date and method
   * @param totals by method; none where the officer has no rows
   */
  public record Account(List<Row> rows, List<Total> totals) {

    public static final Account NOTHING = new Account(List.of(), List.of());

    public Account {
      rows = List.copyOf(rows);
      totals = List.copyOf(totals);
    }
  }

  /** The numbers of 14. */
  private record Numbers(
      int flatRatePounds, int claimYears, int breakMonths, Set<Element> disputed) {}

  /** What a method gives on one day, while it is being found. */
  private static final class Found {
    private long weeks = NONE;
    private long qualifying = NONE;
    private long leaveDay = NONE;
    private Money money = Money.NOTHING;
  }

  private final RunContext run;
  private final Dated<HolidayPay.Numbers> holidayNumbers;
  private final Dated<Numbers> numbers;
  private final Map<Method, Multiple> shares = new EnumMap<>(Method.class);
  private final List<Method> methods;
  private final Method chosen;
  private final long twoYears;
  private final int breakMonths;

  /**
   * @param claimDate epoch day from which two years are counted back
   */
  public BearScotland(RunContext run, long claimDate) {
    this.run = run;
    holidayNumbers = HolidayPay.numbers(run);
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) -> {
              Set<Element> disputed = EnumSet.noneOf(Element.class);
              for (Element element : DISPUTED) {
                if (dated.whole("bear-scotland.disputed-" + HolidayPay.inFile(element), day) == 1) {
                  disputed.add(element);
                }
              }
              return new Numbers(
                  dated.whole("bear-scotland.flat-rate-pounds", day),
                  dated.whole("bear-scotland.claim-years", day),
                  dated.whole("bear-scotland.break-months", day),
                  disputed);
            });
    shares.put(Method.SHARE_20_260, OF_WORKING_DAYS);
    shares.put(Method.SHARE_20_365, OF_CALENDAR_DAYS);
    chosen = chosen();
    if (chosen == Method.PERCENTAGE) {
      shares.put(Method.PERCENTAGE, percentage());
    }
    Set<Method> all = EnumSet.allOf(Method.class);
    if (chosen != Method.PERCENTAGE) {
      all.remove(Method.PERCENTAGE);
    }
    methods = List.copyOf(all);
    twoYears =
        LocalDate.ofEpochDay(claimDate).minusYears(numbers.on(claimDate).claimYears()).toEpochDay();
    breakMonths = numbers.on(claimDate).breakMonths();
  }

  private Multiple percentage() {
    return Multiple.parse(run.policy().value(Policy.Key.HOLIDAY_PAY_PERCENTAGE));
  }

  /** The policy's method among the competing ones. */
  private Method chosen() {
    return switch (HolidayPay.Method.valueOf(run.policy().value(Policy.Key.HOLIDAY_PAY_METHOD))) {
      case WEEKS_52 -> Method.WEEKS_52;
      case MONTHS_6 -> Method.WEEKS_26;
      case WEEKS_12 -> Method.WEEKS_12;
      case PERCENTAGE -> {
        Multiple percentage = percentage();
        if (isSame(percentage, OF_WORKING_DAYS)) {
          yield Method.SHARE_20_260;
        }
        yield isSame(percentage, OF_CALENDAR_DAYS) ? Method.SHARE_20_365 : Method.PERCENTAGE;
      }
    };
  }

  private static boolean isSame(Multiple one, Multiple other) {
    return (long) one.over() * other.under() == (long) other.over() * one.under();
  }

  /** The work dates whose pay the methods are reckoned from. */
  public HolidayPay.Span span() {
    return HolidayPay.longestSpan(run);
  }

  /** The day before which an underpayment lies more than two years before the claim. */
  public long twoYearLine() {
    return twoYears;
  }

  /**
   * Puts the methods side by side for one officer.
   *
   * @param paid all that the officer has been paid, in any order
   */
  public Account of(OfficerCase officer, LeaveTaken leave, List<PaidPayment> paid) {
    Map<Long, Map<Method, Found>> days = new TreeMap<>();
    List<PaidPayment> qualifying = HolidayPay.qualifying(paid, holidayNumbers);
    averages(officer, leave, qualifying, days);
    shares.forEach((method, share) -> shares(method, share, qualifying, days));
    flatRate(officer, days);
    for (PaidPayment payment : paid) {
      if (payment.element() == Element.HOLIDAY_PAY && isAsked(payment.workDate())) {
        for (Method method : methods) {
          Found found = found(days, payment.workDate(), method);
          found.money =
              found.money.plus(new Money(0, Money.NOTHING.without(), payment.amountPence()));
        }
      }
    }
    return account(days);
  }

  private boolean isAsked(long date) {
    return run.reports(date) && date <= run.runDate();
  }

  private static Found found(Map<Long, Map<Method, Found>> days, long date, Method method) {
    return days.computeIfAbsent(date, day -> new EnumMap<>(Method.class))
        .computeIfAbsent(method, none -> new Found());
  }

  private void averages(
      OfficerCase officer,
      LeaveTaken taken,
      List<PaidPayment> qualifying,
      Map<Long, Map<Method, Found>> days) {
    ReferenceWeeks weeks = new ReferenceWeeks(run.forceDays(), taken.roster(), qualifying);
    for (LeaveDays.LeaveDay leave :
        LeaveDays.of(officer, taken, run.forceDays(), date -> holidayNumbers.on(date).paidDays())) {
      if (isAsked(leave.date()) && leave.withinLimit().isPositive()) {
        average(leave, Method.WEEKS_12, HolidayPay.Method.WEEKS_12, weeks, days);
        average(leave, Method.WEEKS_26, HolidayPay.Method.MONTHS_6, weeks, days);
        average(leave, Method.WEEKS_52, HolidayPay.Method.WEEKS_52, weeks, days);
      }
    }
  }

  private void average(
      LeaveDays.LeaveDay leave,
      Method method,
      HolidayPay.Method reckonedAs,
      ReferenceWeeks weeks,
      Map<Long, Map<Method, Found>> days) {
    HolidayPay.Numbers today = holidayNumbers.on(leave.date());
    ReferenceWeeks.Period period =
        weeks.before(
            leave.date(),
            today.weeksOf(reckonedAs),
            today.lookBackWeeks(),
            leave.record().serviceStart());
    Found found = found(days, leave.date(), method);
    found.weeks = period.weeks();
    found.qualifying = period.total();
    found.leaveDay = leave.number().hundredths();
    List<Long> without = new ArrayList<>();
    for (Element element : DISPUTED) {
      boolean isLeftOut = numbers.on(leave.date()).disputed().contains(element);
      long left = isLeftOut ? period.pence().getOrDefault(element, 0L) : 0;
      without.add(pence(period.total() - left, period.weeks(), leave, today));
    }
    found.money =
        found.money.plus(
            new Money(pence(period.total(), period.weeks(), leave, today), without, 0));
  }

  private long pence(long total, int weeks, LeaveDays.LeaveDay leave, HolidayPay.Numbers today) {
    return total <= 0 || weeks == 0
        ? 0
        : HolidayPay.averageDay(total, weeks, today.workingDays())
            .times(leave.withinLimit())
            .rounded(run.policy().rounding());
  }

  private void shares(
      Method method,
      Multiple share,
      List<PaidPayment> qualifying,
      Map<Long, Map<Method, Found>> days) {
    for (PaidPayment payment : qualifying) {
      if (isAsked(payment.workDate()) && payment.amountPence() != 0) {
        long pence =
            Fraction.of(payment.amountPence())
                .times(share.over(), share.under())
                .rounded(run.policy().rounding());
        Set<Element> disputed = numbers.on(payment.workDate()).disputed();
        List<Long> without = new ArrayList<>();
        for (Element element : DISPUTED) {
          boolean isLeftOut = element == payment.element() && disputed.contains(element);
          without.add(isLeftOut ? 0 : pence);
        }
        Found found = found(days, payment.workDate(), method);
        long before = found.qualifying == NONE ? 0 : found.qualifying;
        found.qualifying = before + payment.amountPence();
        found.money = found.money.plus(new Money(pence, without, 0));
      }
    }
  }

  /** A month's flat rate, whole, for whoever was in service on any day of it within the range. */
  private void flatRate(OfficerCase officer, Map<Long, Map<Method, Found>> days) {
    long last = Math.min(run.to(), run.runDate());
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(run.from()));
    for (; month.atDay(1).toEpochDay() <= last; month = month.plusMonths(1)) {
      long first = Math.max(run.from(), month.atDay(1).toEpochDay());
      long end = Math.min(last, month.atEndOfMonth().toEpochDay());
      long pence = (long) numbers.on(month.atDay(1).toEpochDay()).flatRatePounds() * PENCE;
      officer.records().stream()
          .filter(record -> pence > 0 && record.from() <= end && record.to() >= first)
          .findFirst()
          .ifPresent(
              record ->
                  found(days, Math.max(first, record.from()), Method.FLAT_RATE).money =
                      new Money(pence, Collections.nCopies(DISPUTED.size(), pence), 0));
    }
  }

  private Account account(Map<Long, Map<Method, Found>> days) {
    List<Row> rows = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    for (Method method : methods) {
      Map<Long, Found> ofMethod = new TreeMap<>();
      NavigableSet<Long> underpaid = new TreeSet<>();
      days.forEach(
          (date, byMethod) -> {
            Found found = byMethod.get(method);
            if (found != null) {
              ofMethod.put(date, found);
              if (found.money.difference() > 0) {
                underpaid.add(date);
              }
            }
          });
      Underpayments series = new Underpayments(underpaid, breakMonths);
      List<Row> itsRows = new ArrayList<>();
      ofMethod.forEach((date, found) -> itsRows.add(row(date, method, found, series)));
      itsRows.stream()
          .map(row -> total(row, series))
          .reduce(BearScotland::plus)
          .ifPresent(totals::add);
      rows.addAll(itsRows);
    }
    rows.sort(Comparator.comparingLong(Row::date).thenComparing(Row::method));
    return new Account(rows, totals);
  }

  private Row row(long date, Method method, Found found, Underpayments series) {
    long difference = found.money.difference();
    boolean isUnder = difference > 0;
    return new Row(
        date,
        method,
        method == chosen,
        found.weeks,
        found.qualifying,
        found.leaveDay,
        found.money,
        date < twoYears,
        series.followBreak(date),
        isUnder && isCutOff(date, series) ? 0 : difference);
  }

  /** Only underpayments are limited. */
  private boolean isCutOff(long date, Underpayments series) {
    return switch (run.policy().value(Policy.Key.ARREARS_LIMIT)) {
      case "TWO_YEARS" -> date < twoYears;
      case "SERIES_3_MONTHS" -> date < series.lastSeriesFrom();
      default -> false;
    };
  }

  private static Total total(Row row, Underpayments series) {
    long under = Math.max(0, row.money.difference());
    return new Total(
        row.method,
        row.isChosen,
        row.money,
        row.isBeyondTwoYears ? under : 0,
        row.date < series.lastSeriesFrom() ? under : 0,
        row.applied);
  }

  /** Two totals of one method as one. */
  public static Total plus(Total one, Total other) {
    return new Total(
        one.method,
        one.isChosen,
        one.money.plus(other.money),
        Math.addExact(one.beyondTwoYears, other.beyondTwoYears),
        Math.addExact(one.beforeBreak, other.beforeBreak),
        Math.addExact(one.applied, other.applied));
  }
}
