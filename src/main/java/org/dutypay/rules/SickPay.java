package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.Day;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.None;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Sick pay: rulebook 15, G 2.38.2. Sickness is on full pay for half a year and on half pay for
 * another; what was used up by earlier spells in the year before a spell's first day is deducted.
 * Told of on the day on which half pay begins, and on the day on which pay ends.
 */
final class SickPay {

  /**
   * The numbers of G 2.38.2.
   *
   * @param fullPay days of sickness on full pay
   * @param pay days of sickness on any pay
   * @param lookBack the days before a spell in which earlier spells count
   */
  private record Numbers(int fullPay, int pay, int lookBack) {}

  /** An unbroken run of sickness from its first to its last sick day. */
  private record Spell(long first, long last) {

    /** How many of its days lie between two days. */
    long daysBetween(long from, long to) {
      return Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
    }
  }

  private final RunContext run;
  private final Dated<Numbers> numbers;

  SickPay(RunContext run) {
    this.run = run;
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.whole("sick-pay.full-pay-days", day),
                    dated.whole("sick-pay.pay-days", day),
                    dated.whole("sick-pay.look-back-days", day)));
  }

  void assess(Days days, Assessment assessment) {
    List<Spell> spells = spells(days);
    for (Spell spell : spells) {
      Numbers now = numbers.on(spell.first());
      long earlier = 0;
      for (Spell other : spells) {
        earlier += other.daysBetween(spell.first() - now.lookBack(), spell.first() - 1);
      }
      if (assessment.reasons().listens()) {
        explain(spell, earlier, now, assessment.reasons());
      }
      reach(now.fullPay(), "half pay begins", spell, earlier, days, assessment);
      reach(now.pay(), "pay ends", spell, earlier, days, assessment);
    }
  }

  /** Where each day of a spell stands. */
  private static void explain(Spell spell, long earlier, Numbers now, Reasons reasons) {
    for (long date = spell.first(); date <= spell.last(); date++) {
      String why =
          "day "
              + (date - spell.first() + 1)
              + " of the sickness from "
              + Assessment.day(spell.first())
              + "; half pay begins on day "
              + Math.max(1, now.fullPay() + 1 - earlier)
              + ", pay ends on day "
              + Math.max(1, now.pay() + 1 - earlier);
      reasons.refused(date, Paragraph.G_2_38_2, why);
    }
  }

  private static List<Spell> spells(Days days) {
    List<Spell> spells = new ArrayList<>();
    long first = None.NONE;
    long last = None.NONE;
    long before = None.NONE;
    for (Day day : days.rostered()) {
      boolean goesOn = day.date() == before + 1 && mayLieIn(day);
      if (None.isGiven(first) && !goesOn) {
        spells.add(new Spell(first, last));
        first = None.NONE;
      }
      if (isSick(day)) {
        first = None.isGiven(first) ? first : day.date();
        last = day.date();
      }
      before = day.date();
    }
    if (None.isGiven(first)) {
      spells.add(new Spell(first, last));
    }
    return spells;
  }

  private static boolean isSick(Day day) {
    return day.kind() == Day.Kind.ABSENCE && day.roster().dayType() == DayType.SICK;
  }

  private static boolean mayLieIn(Day day) {
    return switch (day.kind()) {
      case REST_DAY, FREE_DAY, PUBLIC_HOLIDAY -> true;
      case ABSENCE -> isSick(day);
      case DUTY, ANNUAL_LEAVE, TOIL_TAKEN, NO_ROSTER -> false;
    };
  }

  /** Whether the spell outlasts what is left of a number of days. */
  private void reach(
      int paidDays, String what, Spell spell, long earlier, Days days, Assessment assessment) {
    long number = Math.max(1, paidDays + 1 - earlier);
    long date = spell.first() + number - 1;
    if (date > spell.last() || date > run.runDate() || !run.reports(date)) {
      return;
    }
    String message =
        "On "
            + Assessment.day(date)
            + ", day "
            + number
            + " of the sickness from "
            + Assessment.day(spell.first())
            + ", "
            + what
            + ": "
            + paidDays
            + " days, of which earlier spells in the year before used up "
            + earlier
            + ".";
    String facts =
        new Facts()
            .value("sick from", Assessment.day(spell.first()))
            .value("earlier", earlier + " days")
            .value("limit", paidDays + " days")
            .toString();
    assessment.raise(
        ExceptionCode.SICK_PAY_LIMIT,
        date,
        Assessment.ROSTER,
        days.on(date).roster().line(),
        "",
        what,
        message,
        facts);
  }
}
