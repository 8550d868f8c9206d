package org.dutypay.feed;

import org.dutypay.duty.Duty;
import org.dutypay.duty.None;

/** timesheets.csv: the duties worked. */
final class TimesheetsFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column ENTRY_ID = COLUMNS.required("entry_id");
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column START = COLUMNS.required("start");
  private static final Column END = COLUMNS.required("end");
  private static final Column INFORMED_AT = COLUMNS.optional("informed_at");
  private static final Column COMPENSATION = COLUMNS.optional("compensation");
  private static final Column TRAVEL_MINUTES = COLUMNS.optional("travel_minutes");
  private static final Column OWN_REQUEST = COLUMNS.optional("own_request");
  private static final Column SOLE_PERFORMER = COLUMNS.optional("sole_performer");
  private static final Column AUTHORISED_BY_RANK = COLUMNS.optional("authorised_by_rank");
  private static final Column REPLACEMENT_DAY = COLUMNS.optional("replacement_day");
  private static final Column REPLACEMENT_INFORMED_AT = COLUMNS.optional("replacement_informed_at");
  private static final Column STOOD_DOWN_AT = COLUMNS.optional("stood_down_at");
  private static final Column BOOKED_ON = COLUMNS.optional("booked_on");
  private static final Column AUTHORISED_BY = COLUMNS.optional("authorised_by");

  enum Compensation {
    PAY,
    TOIL
  }

  private static final Words<Compensation> COMPENSATIONS = Words.of(Compensation.class);
  private static final int TOIL = COMPENSATIONS.placeOf(Compensation.TOIL);
  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int TIME_OFF = 1;
  private static final int OWN_REQUEST_FLAG = 2;
  private static final int SOLE_PERFORMER_FLAG = 4;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.id(ENTRY_ID);
    row.officerId(OFFICER_ID);
    int start = row.moment(START);
    int end = row.moment(END);
    if (start != Row.NOT_GIVEN && end != Row.NOT_GIVEN) {
      if (end <= start) {
        row.bad(END, row.shown(END) + " is not after start");
      } else if (end - start > MINUTES_OF_A_DAY) {
        row.bad(END, row.shown(END) + " is more than 24 hours after start");
      }
    }
    record.putText(row, ENTRY_ID);
    record.putInt(start);
    record.putInt(end);
    record.putInt(row.optionalMoment(INFORMED_AT));
    boolean timeOff = row.optionalWord(COMPENSATION, COMPENSATIONS) == TOIL;
    record.putShort((int) Math.max(0, row.optionalNumber(TRAVEL_MINUTES, 0, MINUTES_OF_A_DAY)));
    boolean ownRequest = row.yes(OWN_REQUEST);
    boolean solePerformer = row.yes(SOLE_PERFORMER);
    record.putByte(
        (timeOff ? TIME_OFF : 0)
            | (ownRequest ? OWN_REQUEST_FLAG : 0)
            | (solePerformer ? SOLE_PERFORMER_FLAG : 0));
    record.putByte(row.optionalWord(AUTHORISED_BY_RANK, OfficersFile.RANKS));
    record.putInt(row.optionalDate(REPLACEMENT_DAY));
    record.putInt(row.optionalMoment(REPLACEMENT_INFORMED_AT));
    record.putInt(row.optionalMoment(STOOD_DOWN_AT));
    record.putInt(row.optionalDate(BOOKED_ON));
    row.text(AUTHORISED_BY);
    record.putText(row, AUTHORISED_BY);
  }

  static Duty duty(int line, SpoolBytes spooled) {
    String entryId = spooled.getText();
    long start = spooled.getInt();
    long end = spooled.getInt();
    long informedAt = spooled.getOptional();
    int travelMinutes = spooled.getShort();
    int flags = spooled.getByte();
    int rank = spooled.getByte();
    return new Duty(
        entryId,
        line,
        start,
        end,
        informedAt,
        (flags & TIME_OFF) != 0,
        travelMinutes,
        (flags & OWN_REQUEST_FLAG) != 0,
        (flags & SOLE_PERFORMER_FLAG) != 0,
        OfficersFile.RANKS.optionalAt(rank),
        spooled.getOptional(),
        spooled.getOptional(),
        spooled.getOptional(),
        spooled.getOptional(),
        spooled.getSharedText());
  }

  /** The row as the file has it, for a rejection found after reading. */
  static String cellsText(String officerId, Duty duty) {
    return new CellText()
        .add("entry_id", duty.entryId())
        .add("officer_id", officerId)
        .add("start", Written.moment(duty.start()))
        .add("end", Written.moment(duty.end()))
        .add("informed_at", Written.moment(duty.informedAt()))
        .add("compensation", duty.timeOff() ? "TOIL" : "PAY")
        .add(
            "travel_minutes",
            Written.number(duty.travelMinutes() == 0 ? None.NONE : duty.travelMinutes(), 0))
        .add("own_request", Written.yes(duty.ownRequest()))
        .add("sole_performer", Written.yes(duty.solePerformer()))
        .add("authorised_by_rank", Written.word(duty.authorisedByRank()))
        .add("replacement_day", Written.date(duty.replacementDay()))
        .add("replacement_informed_at", Written.moment(duty.replacementInformedAt()))
        .add("stood_down_at", Written.moment(duty.stoodDownAt()))
        .add("booked_on", Written.date(duty.bookedOn()))
        .add("authorised_by", duty.authorisedBy())
        .toString();
  }
}
