package org.dutypay.sample;

import java.util.List;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Rank;
import org.jspecify.annotations.Nullable;

/**
 * One invented officer; names and dates that only officers.csv needs are asked when it is written.
 *
 * @param index from 0
 * @param payPoint a point that its scale has had since 1 September 2019
 * @param partTimeHours determined weekly hours, empty = 40
 * @param longAbsence what the officer is away on for the whole time, null = at work
 */
record Officer(
    int index,
    String id,
    Posting posting,
    Rank rank,
    String payScale,
    int payPoint,
    String partTimeHours,
    ShiftPattern pattern,
    int team,
    @Nullable DayType longAbsence) {

  /** The first day for which every officer's scale and point are known: 2019-09-01. */
  static final long FIRST_PAY = 18140;

  static final int MOST = 900_000;

  private static final int FIRST_NUMBER = 100_000;
  private static final int STRIDE = 7919;
  private static final List<String> WEEKLY_HOURS = List.of("24", "27", "31.5", "32", "36");
  private static final List<ShiftPattern> PART_TIME =
      List.of(
          ShiftPattern.HOURS_24,
          ShiftPattern.HOURS_27,
          ShiftPattern.HOURS_31_5,
          ShiftPattern.HOURS_32,
          ShiftPattern.HOURS_36);
  private static final List<DayType> LONG_ABSENCES =
      List.of(
          DayType.FAMILY_LEAVE,
          DayType.FAMILY_LEAVE,
          DayType.SICK,
          DayType.CAREER_BREAK,
          DayType.SUSPENDED);

  static Officer invent(Dice dice, int index) {
    Posting posting = Posting.of(dice, index);
    Rank rank = rank(dice.below(1000, Chance.RANK, index, 0));
    boolean partTime = dice.happens(Chance.PART_TIME, index, 0);
    int hours = dice.below(WEEKLY_HOURS.size(), Chance.WEEKLY_HOURS, index, 0);
    ShiftPattern pattern = partTime ? PART_TIME.get(hours) : posting.pattern(dice, index);
    boolean before2013 = rank == Rank.CONSTABLE && dice.happens(Chance.PRE_2013_SCALE, index, 0);
    boolean away = dice.happens(Chance.LONG_ABSENCE, index, 0);
    int absence = dice.below(LONG_ABSENCES.size(), Chance.LONG_ABSENCE_TYPE, index, 0);
    return new Officer(
        index,
        Integer.toString(FIRST_NUMBER + (int) ((long) index * STRIDE % MOST)),
        posting,
        rank,
        before2013 ? "CONSTABLE_PRE_2013" : rank == Rank.CONSTABLE ? "CONSTABLE_2013" : rank.name(),
        before2013 ? 7 : point(rank, dice.below(12, Chance.PAY_POINT, index, 0)),
        partTime ? WEEKLY_HOURS.get(hours) : "",
        pattern,
        dice.below(pattern.teams(), Chance.OFFSET, index, 0),
        away ? LONG_ABSENCES.get(absence) : null);
  }

  boolean isPartTime() {
    return !partTimeHours.isEmpty();
  }

  private static Rank rank(int thousandth) {
    if (thousandth < 780) {
      return Rank.CONSTABLE;
    }
    if (thousandth < 930) {
      return Rank.SERGEANT;
    }
    return thousandth < 985 ? Rank.INSPECTOR : Rank.CHIEF_INSPECTOR;
  }

  /** Half the constables have reached the top of their scale. */
  private static int point(Rank rank, int twelfth) {
    return switch (rank) {
      case CONSTABLE -> Math.min(7, twelfth + 1);
      case SERGEANT -> 2 + twelfth / 4;
      case INSPECTOR -> twelfth / 3;
      default -> 1 + twelfth / 4;
    };
  }
}
