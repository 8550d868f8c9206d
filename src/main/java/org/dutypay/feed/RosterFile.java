package org.dutypay.feed;

import java.util.List;
import org.dutypay.duty.DayType;
import org.dutypay.duty.RosterDay;

/** roster.csv: what was planned for one officer on one force day. */
final class RosterFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column DATE = COLUMNS.required("date");
  private static final Column DAY_TYPE = COLUMNS.required("day_type");
  private static final Column START = COLUMNS.optional("start");
  private static final Column END = COLUMNS.optional("end");
  private static final Column PUBLISHED_ON = COLUMNS.optional("published_on");
  private static final Column LIEU_OF = COLUMNS.optional("lieu_of");
  private static final Column ORIGINAL_DAY_TYPE = COLUMNS.optional("original_day_type");
  private static final Column CHANGED_ON = COLUMNS.optional("changed_on");

  private static final Words<DayType> DAY_TYPES = Words.of(DayType.class);
  private static final Words<DayType> LIEU_TYPES =
      Words.of(List.of(DayType.REST_DAY, DayType.FREE_DAY, DayType.PUBLIC_HOLIDAY));
  private static final int DUTY = DAY_TYPES.placeOf(DayType.DUTY);
  private static final int REST_DAY = DAY_TYPES.placeOf(DayType.REST_DAY);
  private static final int FREE_DAY = DAY_TYPES.placeOf(DayType.FREE_DAY);
  private static final int LIEU_DAY = DAY_TYPES.placeOf(DayType.LIEU_DAY);

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    int date = row.dutyDate(DATE);
    int dayType = row.word(DAY_TYPE, DAY_TYPES);
    int start = row.optionalTime(START);
    int end = row.optionalTime(END);
    checkTimes(row, date, dayType, start, end);
    int publishedOn = row.optionalDate(PUBLISHED_ON);
    int lieuOf = row.optionalWord(LIEU_OF, LIEU_TYPES);
    int originalDayType = row.optionalWord(ORIGINAL_DAY_TYPE, DAY_TYPES);
    int changedOn = row.optionalDate(CHANGED_ON);
    boolean lieuDay = dayType == LIEU_DAY || originalDayType == LIEU_DAY;
    if (lieuDay && !row.isGiven(LIEU_OF)) {
      row.bad(LIEU_OF, "it is empty, and a LIEU_DAY needs one of " + LIEU_TYPES);
    }
    if (row.isGiven(ORIGINAL_DAY_TYPE) != row.isGiven(CHANGED_ON)) {
      row.bad(
          row.isGiven(CHANGED_ON) ? ORIGINAL_DAY_TYPE : CHANGED_ON,
          "it is empty; original_day_type and changed_on are given together or not at all");
    }
    boolean hasTimes = start != Row.NOT_GIVEN && dayType != REST_DAY && dayType != FREE_DAY;
    record.putInt(date);
    record.putByte(dayType);
    record.putShort(hasTimes ? start : RosterDay.NO_TIME);
    record.putShort(hasTimes ? end : RosterDay.NO_TIME);
    record.putInt(publishedOn);
    record.putByte(lieuDay ? lieuOf : Words.NONE);
    record.putByte(originalDayType);
    record.putInt(changedOn);
  }

  private static void checkTimes(Row row, int date, int dayType, int start, int end) {
    boolean startGiven = row.isGiven(START);
    if (startGiven != row.isGiven(END)) {
      row.bad(
          startGiven ? END : START, "it is empty; start and end are given together or not at all");
    } else if (!startGiven && dayType == DUTY) {
      row.bad(START, "it is empty, and a DUTY day needs both times");
    }
    if (date == Row.NOT_GIVEN || start == Row.NOT_GIVEN || end == Row.NOT_GIVEN) {
      return;
    }
    if (Dates.isSkipped(date, start)) {
      row.bad(
          START, row.shown(START) + " does not exist on this day, since the clocks went forward");
    }
    if (Dates.isSkipped(end > start ? date : date + 1, end)) {
      row.bad(
          END,
          row.shown(END)
              + " does not exist on the day the tour ends, since the clocks went forward");
    }
  }

  static RosterDay rosterDay(int line, SpoolBytes spooled) {
    return new RosterDay(
        line,
        spooled.getInt(),
        DAY_TYPES.at(spooled.getByte()),
        spooled.getShort(),
        spooled.getShort(),
        spooled.getOptional(),
        LIEU_TYPES.optionalAt(spooled.getByte()),
        DAY_TYPES.optionalAt(spooled.getByte()),
        spooled.getOptional());
  }

  /** The row as the file has it, for a rejection found after reading. */
  static String cellsText(String officerId, RosterDay day) {
    return new CellText()
        .add("officer_id", officerId)
        .add("date", Written.date(day.date()))
        .add("day_type", day.dayType().name())
        .add("start", day.hasTimes() ? Written.time(day.startsAt()) : "")
        .add("end", day.hasTimes() ? Written.time(day.endsAt()) : "")
        .add("published_on", Written.date(day.publishedOn()))
        .add("lieu_of", Written.word(day.lieuOf()))
        .add("original_day_type", Written.word(day.originalDayType()))
        .add("changed_on", Written.date(day.changedOn()))
        .toString();
  }
}
