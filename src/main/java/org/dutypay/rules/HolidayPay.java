package org.dutypay.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Element;
import org.dutypay.pay.Fraction;
import org.dutypay.pay.Length;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Holiday pay: rulebook 13, G 1.6, Working Time Regulations 1998, regulations 13 and 16. The first
 * twenty days' worth of leave of a leave year carry normal remuneration: for each the average day
 * of what was paid for the weeks before, part days by their length. With a percentage each payment
 * that counts carries its share, and no leave is looked at.
 */
public final class HolidayPay {

  /** How it is reckoned; the names are those of the policy. */
  enum Method {
    WEEKS_52,
    MONTHS_6,
    WEEKS_12,
    PERCENTAGE
  }

  /** What may count, as G 1.6.2 lists it; the numbers say from which day each does. */
  static final List<Element> ELEMENTS =
      List.of(
          Element.OVERTIME,
          Element.PUBLIC_HOLIDAY_WORKING,
          Element.AWAY_OVERNIGHT,
          Element.ACTING_UP,
          Element.REST_DAY_WORKING,
          Element.FREE_DAY_WORKING,
          Element.ADDITIONAL_HOURS,
          Element.ON_CALL,
          Element.UNSOCIAL_HOURS,
          Element.LEAVE_RECALL);

  private static final int MINUTES_OF_AN_HOUR = 60;
  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * The numbers of 13.
   *
   * @param weeks of the reference period by method
   * @param counting the elements that count
   */
  record Numbers(
      int paidDays,
      int workingDays,
      int lookBackWeeks,
      Map<Method, Integer> weeks,
      Set<Element> counting) {

    int weeksOf(Method method) {
      Integer found = weeks.get(method);
      if (found == null) {
        throw new IllegalArgumentException(method + " has no reference weeks");
      }
      return found;
    }
  }

  private final RunContext run;
  private final Method method;
  private final Multiple percentage;
  private final Dated<Numbers> numbers;

  HolidayPay(RunContext run) {
    this.run = run;
    method = Method.valueOf(run.policy().value(Policy.Key.HOLIDAY_PAY_METHOD));
    percentage = Multiple.parse(run.policy().value(Policy.Key.HOLIDAY_PAY_PERCENTAGE));
    numbers = numbers(run);
  }

  /**
   * The work dates whose pay holiday pay is reckoned from.
   *
   * @param earliest first one, where unpaid weeks are passed over
   * @param first first one of an officer who was paid in every week
   * @param last last one
   */
  public record Span(long earliest, long first, long last) {}

  /** What holiday pay for a run's days is reckoned from. */
  public static Span span(RunContext run) {
    HolidayPay pay = new HolidayPay(run);
    long first =
        run.closed().areRecomputed() ? Math.min(run.closed().from(), run.from()) : run.from();
    long last = Math.min(run.to(), run.runDate());
    if (pay.method == Method.PERCENTAGE) {
      return new Span(first, first, last);
    }
    return pay.span(first, last, pay.numbers.on(first).weeksOf(pay.method));
  }

  /** What leave of a run's days is reckoned from by the longest of the reference periods. */
  static Span longestSpan(RunContext run) {
    HolidayPay pay = new HolidayPay(run);
    return pay.span(
        run.from(),
        Math.min(run.to(), run.runDate()),
        pay.numbers.on(run.from()).weeksOf(Method.WEEKS_52));
  }

  private Span span(long first, long last, int weeks) {
    long week = run.forceDays().week(first);
    return new Span(
        week - (long) DAYS_OF_A_WEEK * numbers.on(first).lookBackWeeks(),
        week - (long) DAYS_OF_A_WEEK * weeks,
        run.forceDays().week(last) - 1);
  }

  /**
   * The first day that a feed has to show for the average of a leave day: as many weeks before it
   * as the method takes, weeks passed over that the roster shows as unpaid.
   *
   * @param serviceStart first day of service, {@link None#NONE} = not known
   */
  long firstReferenceDay(List<RosterDay> roster, long leaveDay, long serviceStart) {
    if (method == Method.PERCENTAGE) {
      return leaveDay;
    }
    Numbers then = numbers.on(leaveDay);
    ReferenceWeeks.Period period =
        ReferenceWeeks.of(run.forceDays(), roster)
            .before(leaveDay, then.weeksOf(method), then.lookBackWeeks(), serviceStart);
    return period.weeks() == 0 ? leaveDay : period.first();
  }

  static Dated<Numbers> numbers(RunContext run) {
    return new Dated<>(
        run.numbers(),
        (dated, day) -> {
          Map<Method, Integer> weeks = new EnumMap<>(Method.class);
          for (Method method : List.of(Method.WEEKS_52, Method.MONTHS_6, Method.WEEKS_12)) {
            weeks.put(method, dated.whole("holiday-pay.weeks-of-" + inFile(method), day));
          }
          Set<Element> counting = EnumSet.noneOf(Element.class);
          for (Element element : ELEMENTS) {
            if (dated.whole("holiday-pay.counts-" + inFile(element), day) == 1) {
              counting.add(element);
            }
          }
          return new Numbers(
              dated.whole("holiday-pay.paid-days", day),
              dated.whole("holiday-pay.working-days", day),
              dated.whole("holiday-pay.look-back-weeks", day),
              weeks,
              counting);
        });
  }

  static String inFile(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Of what was paid, that which counts on its work date. */
  static List<PaidPayment> qualifying(List<PaidPayment> paid, Dated<Numbers> numbers) {
    return paid.stream()
        .filter(payment -> numbers.on(payment.workDate()).counting().contains(payment.element()))
        .toList();
  }

  /**
   * The lines of one officer, in the order of the file.
   *
   * @param paid what the officer has been paid, in any order
   */
  List<PayLine> lines(OfficerCase officer, LeaveTaken leave, List<PaidPayment> paid) {
    List<PaidPayment> qualifying = qualifying(paid, numbers);
    List<PayLine> lines =
        method == Method.PERCENTAGE ? shares(qualifying) : averageDays(officer, leave, qualifying);
    lines.sort(PayLine.FILE_ORDER);
    return lines;
  }

  private boolean isDue(long date) {
    return run.gives(date) && date <= run.runDate();
  }

  private List<PayLine> averageDays(
      OfficerCase officer, LeaveTaken taken, List<PaidPayment> qualifying) {
    ReferenceWeeks weeks = new ReferenceWeeks(run.forceDays(), taken.roster(), qualifying);
    List<PayLine> lines = new ArrayList<>();
    for (LeaveDays.LeaveDay leave :
        LeaveDays.of(officer, taken, run.forceDays(), date -> numbers.on(date).paidDays())) {
      if (isDue(leave.date()) && leave.withinLimit().isPositive()) {
        Numbers today = numbers.on(leave.date());
        ReferenceWeeks.Period period =
            weeks.before(
                leave.date(),
                today.weeksOf(method),
                today.lookBackWeeks(),
                leave.record().serviceStart());
        if (period.total() > 0 && period.weeks() > 0) {
          lines.add(averageDay(leave, period, today));
        }
      }
    }
    return lines;
  }

  /** T ÷ weeks ÷ 5, for as much of the day as lies within the limit. */
  private PayLine averageDay(
      LeaveDays.LeaveDay leave, ReferenceWeeks.Period period, Numbers today) {
    Fraction wholeDay = averageDay(period.total(), period.weeks(), today.workingDays());
    long fifth = leave.record().fifthOfTheWeek().tenThousandths();
    long hour = (long) MINUTES_OF_AN_HOUR * Length.PER_MINUTE;
    boolean byTheHour = leave.hasTimes();
    Fraction units = byTheHour ? leave.withinLimit().times(fifth, hour) : leave.withinLimit();
    Fraction rate = byTheHour ? wholeDay.times(hour, fifth) : wholeDay;
    return new PayLine(
        leave.date(),
        Element.HOLIDAY_PAY,
        units.hundredths(),
        byTheHour ? Unit.HOURS : Unit.DAYS,
        rate.hundredths(),
        Multiple.ONE,
        wholeDay.times(leave.withinLimit()).rounded(run.policy().rounding()),
        LineType.NEW,
        Paragraph.G_1_6_2,
        "",
        note(leave, period, today));
  }

  /** Pence of an average working day. */
  static Fraction averageDay(long total, int weeks, int workingDays) {
    return Fraction.of(total, (long) weeks * workingDays);
  }

  private static String note(
      LeaveDays.LeaveDay leave, ReferenceWeeks.Period period, Numbers today) {
    String note =
        "%s over %d %s, leave day %s of the year"
            .formatted(
                Pounds.plain(period.total()),
                period.weeks(),
                period.weeks() == 1 ? "week" : "weeks",
                Pounds.plain(leave.number().hundredths()));
    boolean isCut = leave.withinLimit().compareTo(leave.worth()) < 0;
    return isCut ? note + ", paid up to day " + today.paidDays() : note;
  }

  /** Each payment's share; of one that took money back, the share is taken back too. */
  private List<PayLine> shares(List<PaidPayment> qualifying) {
    List<PayLine> lines = new ArrayList<>();
    for (PaidPayment payment : qualifying) {
      if (isDue(payment.workDate()) && payment.amountPence() != 0) {
        Fraction share =
            Fraction.of(payment.amountPence()).times(percentage.over(), percentage.under());
        lines.add(
            new PayLine(
                payment.workDate(),
                Element.HOLIDAY_PAY,
                Fraction.of(1).hundredths(),
                Unit.EACH,
                share.hundredths(),
                percentage,
                share.rounded(run.policy().rounding()),
                LineType.NEW,
                Paragraph.G_1_6_2,
                "",
                "%s of %s paid for %s"
                    .formatted(
                        percentage, Pounds.plain(payment.amountPence()), payment.element())));
      }
    }
    return lines;
  }
}
