package org.dutypay.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.dutypay.duty.Day;
import org.dutypay.duty.Days;
import org.dutypay.duty.Duty;
import org.dutypay.duty.None;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.Part;
import org.dutypay.pay.Account;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Severity;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * The choice of pay or time off: rulebook 3, G 2.17.1 and 2.25.1. Time off earns the minutes at the
 * multiple; overtime earns a quarter-hour for each completed three. What is not taken within the
 * months that the policy gives is paid, or only reported.
 */
final class TimeOff {

  private static final String OPENING_BALANCES = "opening-balances.csv";

  /** Completed minutes of overtime that earn a bonus, and the bonus. */
  record Numbers(int bonusForMinutes, int bonusMinutes) {}

  /** Time off that was earned and can still be taken. */
  private static final class Credit {
    final long workDate;
    final long expiresOn;
    final String source;
    final String file;
    final int line;
    Length left;

    Credit(long workDate, long expiresOn, String source, String file, int line, Length left) {
      this.workDate = workDate;
      this.expiresOn = expiresOn;
      this.source = source;
      this.file = file;
      this.line = line;
      this.left = left;
    }
  }

  private static final Comparator<Credit> OLDEST_FIRST =
      Comparator.<Credit>comparingLong(credit -> credit.workDate)
          .thenComparing(credit -> credit.source, ByteOrder.OF_UTF_8)
          .thenComparing(credit -> credit.left);

  private final Dated<Numbers> numbers;
  private final Assessment assessment;
  private final List<Credit> credits = new ArrayList<>();

  TimeOff(Dated<Numbers> numbers, Assessment assessment) {
    this.numbers = numbers;
    this.assessment = assessment;
  }

  static Dated<Numbers> numbers(RunContext run) {
    return new Dated<>(
        run.numbers(),
        (dated, day) ->
            new Numbers(
                dated.whole("time-off.bonus-for-minutes", day),
                dated.whole("time-off.bonus-minutes", day)));
  }

  /** Overtime as the officer chose: pay, or the minutes and a bonus for each completed 45. */
  void overtime(Part part, Length time, Multiple multiple, Paragraph rule, String why) {
    if (!isTimeOff(part)) {
      assessment.pay(part.day().date(), Element.OVERTIME, time, multiple, rule, part.duties(), why);
      return;
    }
    if (time.isPositive()) {
      Numbers today = numbers.on(part.day().date());
      long completed = time.tenThousandths() / ((long) today.bonusForMinutes() * Length.PER_MINUTE);
      Length bonus = Length.ofMinutes(completed * today.bonusMinutes());
      Length credited = time.plus(bonus);
      String bonusText =
          completed == 0
              ? ""
              : " and "
                  + today.bonusMinutes()
                  + " for each completed "
                  + today.bonusForMinutes()
                  + ", in all "
                  + credited.minutes()
                  + " min";
      credit(
          part,
          credited.minutes(),
          rule,
          why + "; time off: " + time.inMinutes() + " min" + bonusText);
    }
  }

  /** Time at any other multiple as the officer chose. */
  void atMultiple(
      Part part, Element element, Length time, Multiple multiple, Paragraph rule, String why) {
    if (!isTimeOff(part)) {
      assessment.pay(part.day().date(), element, time, multiple, rule, part.duties(), why);
    } else if (time.isPositive()) {
      credit(
          part,
          time.minutesTimes(multiple),
          rule,
          why + "; time off: " + time.inMinutes() + " min x " + multiple);
    }
  }

  private boolean isTimeOff(Part part) {
    return assessment
        .reasons()
        .applies(
            part.first().timeOff(), part, Paragraph.G_2_17_1, "time off: the officer chose pay");
  }

  private void credit(Part part, long minutes, Paragraph rule, String note) {
    long date = part.day().date();
    long expiresOn = expiry(date);
    List<Duty> duties = part.duties();
    assessment.creditMinutes(date, Account.TOIL, minutes, expiresOn, rule, duties, note);
    Duty first = part.first();
    credits.add(
        new Credit(
            date,
            expiresOn,
            Assessment.sources(duties),
            Assessment.TIMESHEETS,
            first.line(),
            Length.ofMinutes(minutes)));
  }

  /**
   * The value of a day of time off that was worked after all goes back, once (rulebook 5.5). It was
   * never taken from a credit.
   */
  void giveBack(Part.Recall recall) {
    long date = recall.day().date();
    long minutes = recall.day().value(assessment.on(date).record()).minutes();
    assessment.creditMinutes(
        date,
        Account.TOIL,
        minutes,
        expiry(date),
        Paragraph.G_2_15_2,
        recall.duties(),
        "recalled from time off taken: the day's value of " + minutes + " min goes back");
  }

  private long expiry(long date) {
    return LocalDate.ofEpochDay(date)
        .plusMonths(assessment.run().policy().number(Policy.Key.TOIL_EXPIRY_MONTHS))
        .toEpochDay();
  }

  /**
   * Takes the days of time off from the oldest credits and closes what expires by the run date.
   *
   * @param worked whether a day of time off was worked, so that nothing is taken for it
   */
  void takeAndExpire(Days days, LongPredicate worked) {
    addOpeningBalances();
    if (credits.isEmpty() && !assessment.reasons().listens()) {
      return;
    }
    credits.sort(OLDEST_FIRST);
    for (Day day : days.rostered()) {
      if (day.kind() == Day.Kind.TOIL_TAKEN && !worked.test(day.date())) {
        take(day);
      }
    }
    for (Credit credit : credits) {
      if (credit.left.isPositive() && credit.expiresOn <= assessment.run().runDate()) {
        expire(credit);
      }
    }
  }

  private void addOpeningBalances() {
    for (OpeningBalance opening : assessment.officer().openingBalances()) {
      if (opening.account().equals(Account.TOIL.name()) && opening.minutesTenThousandths() > 0) {
        long expiresOn =
            None.isGiven(opening.expiresOn()) ? opening.expiresOn() : expiry(opening.date());
        credits.add(
            new Credit(
                opening.date(),
                expiresOn,
                "",
                OPENING_BALANCES,
                opening.line(),
                new Length(opening.minutesTenThousandths())));
      }
    }
  }

  private void take(Day day) {
    Length wanted = day.value(assessment.on(day.date()).record());
    Reasons reasons = assessment.reasons();
    Length left = wanted;
    for (Credit credit : credits) {
      if (credit.workDate <= day.date() && credit.expiresOn >= day.date()) {
        Length taken = left.atMost(credit.left);
        credit.left = credit.left.minus(taken);
        left = left.minus(taken);
        if (taken.isPositive() && reasons.listens()) {
          reasons.applied(day.date(), Paragraph.G_2_17_1, taken(taken, credit));
        }
      }
    }
    if (left.isPositive() && reasons.listens()) {
      String why =
          left.inMinutes()
              + " of "
              + wanted.inMinutes()
              + " min of time off taken are covered by no credit of this feed";
      reasons.refused(day.date(), Paragraph.G_2_17_1, why);
    }
  }

  private static String taken(Length taken, Credit credit) {
    return taken.inMinutes()
        + " min of time off taken from the credit of "
        + Assessment.day(credit.workDate)
        + (credit.source.isEmpty() ? "" : " (" + credit.source + ")")
        + ", of which "
        + credit.left.inMinutes()
        + " min are left";
  }

  private void expire(Credit credit) {
    boolean isPaid = assessment.run().policy().is(Policy.Key.TOIL_EXPIRY, "PAY");
    long date = credit.expiresOn;
    int firstId = credit.source.indexOf(';');
    String entryId = firstId < 0 ? credit.source : credit.source.substring(0, firstId);
    String message =
        credit.left.inMinutes()
            + " min of time off earned on "
            + Assessment.day(credit.workDate)
            + " were not taken by "
            + Assessment.day(date)
            + (isPaid ? " and are paid." : ".");
    Standing standing = assessment.on(date);
    String facts =
        new Facts()
            .value("earned", Assessment.day(credit.workDate) + " " + credit.source)
            .length("left", credit.left)
            .officer(standing)
            .policy(
                assessment.run().policy(),
                List.of(Policy.Key.TOIL_EXPIRY, Policy.Key.TOIL_EXPIRY_MONTHS))
            .toString();
    assessment.raise(
        ExceptionCode.TOIL_EXPIRED,
        isPaid ? Severity.INFO : Severity.WARNING,
        date,
        credit.file,
        credit.line,
        entryId,
        Assessment.day(credit.workDate),
        ExceptionCode.TOIL_EXPIRED.rule(),
        message,
        facts);
    if (!isPaid) {
      return;
    }
    if (standing.rate().isEmpty()) {
      assessment.noRate(date, standing, entryId, credit.line, credit.file);
      return;
    }
    assessment.line(
        date,
        Element.TOIL_PAID,
        credit.left,
        Multiple.ONE,
        Paragraph.G_2_17_1,
        standing.rate().get(),
        credit.source,
        "time off earned on " + Assessment.day(credit.workDate) + ", not taken in time");
  }
}
