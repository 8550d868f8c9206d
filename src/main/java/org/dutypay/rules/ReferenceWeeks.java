package org.dutypay.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.Day;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.PaidPayment;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Element;

/**
 * The weeks before a leave day whose pay holiday pay is an average of (rulebook 13): complete ones,
 * of the officer's service, in which anything was paid at all.
 */
final class ReferenceWeeks {

  private static final int DAYS_OF_A_WEEK = 7;

  /**
   * The weeks found before one leave day, and what was paid for work in them.
   *
   * @param weeks how many there are
   * @param first the first day of the earliest, {@link None#NONE} where there is none
   * @param last the last day of the latest
   * @param pence by element, those without payments missing
   */
  record Period(int weeks, long first, long last, Map<Element, Long> pence) {

    /** What was paid in all, in pence: T. */
    long total() {
      long total = 0;
      for (long pence : pence.values()) {
        total = Math.addExact(total, pence);
      }
      return total;
    }
  }

  private final ForceDays forceDays;
  private final Map<Long, Map<Element, Long>> penceByWeek = new HashMap<>();

  /** Whether a week with roster rows has none but unpaid days. */
  private final Map<Long, Boolean> unpaid = new HashMap<>();

  private ReferenceWeeks(ForceDays forceDays) {
    this.forceDays = forceDays;
  }

  /**
   * @param qualifying what was paid that counts, in any order
   */
  ReferenceWeeks(ForceDays forceDays, Days days, List<PaidPayment> qualifying) {
    this(forceDays);
    for (Day day : days.rostered()) {
      unpaid.merge(forceDays.week(day.date()), isUnpaid(day), Boolean::logicalAnd);
    }
    for (PaidPayment payment : qualifying) {
      penceByWeek
          .computeIfAbsent(forceDays.week(payment.workDate()), week -> new EnumMap<>(Element.class))
          .merge(payment.element(), payment.amountPence(), Math::addExact);
    }
  }

  /** The weeks of a roster as it stands, without what was paid in them. */
  static ReferenceWeeks of(ForceDays forceDays, List<RosterDay> roster) {
    ReferenceWeeks weeks = new ReferenceWeeks(forceDays);
    for (RosterDay row : roster) {
      weeks.unpaid.merge(forceDays.week(row.date()), isUnpaid(row.dayType()), Boolean::logicalAnd);
    }
    return weeks;
  }

  private static boolean isUnpaid(DayType type) {
    return type == DayType.CAREER_BREAK || type == DayType.UNPAID;
  }

  private static boolean isUnpaid(Day day) {
    return day.kind() == Day.Kind.ABSENCE && isUnpaid(day.roster().dayType());
  }

  /**
   * The weeks before a leave day.
   *
   * @param wanted how many; fewer where there are no more
   * @param lookBack how many weeks back at most
   * @param serviceStart first day of service, {@link None#NONE} = not known
   */
  Period before(long leaveDay, int wanted, int lookBack, long serviceStart) {
    long thisWeek = forceDays.week(leaveDay);
    List<Long> weeks = new ArrayList<>(wanted);
    for (int back = 1; back <= lookBack && weeks.size() < wanted; back++) {
      long week = thisWeek - (long) back * DAYS_OF_A_WEEK;
      if (None.isGiven(serviceStart) && week < serviceStart) {
        break;
      }
      if (!unpaid.getOrDefault(week, false)) {
        weeks.add(week);
      }
    }
    Map<Element, Long> pence = new EnumMap<>(Element.class);
    for (long week : weeks) {
      penceByWeek
          .getOrDefault(week, Map.of())
          .forEach((element, paid) -> pence.merge(element, paid, Math::addExact));
    }
    return weeks.isEmpty()
        ? new Period(0, None.NONE, None.NONE, pence)
        : new Period(weeks.size(), weeks.getLast(), weeks.getFirst() + DAYS_OF_A_WEEK - 1, pence);
  }
}
