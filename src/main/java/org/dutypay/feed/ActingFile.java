package org.dutypay.feed;

import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Rank;

/**
 * acting.csv: officers in a higher rank. What depends on the officer's own rank and hours is
 * checked with the whole case.
 */
final class ActingFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column DATE = COLUMNS.required("date");
  private static final Column ACTING_RANK = COLUMNS.required("acting_rank");
  private static final Column BASIS = COLUMNS.required("basis");
  private static final Column HOURS = COLUMNS.optional("hours");
  private static final Column WHOLE_TOUR = COLUMNS.optional("whole_tour");
  private static final Column AUTHORISED_BY_RANK = COLUMNS.optional("authorised_by_rank");
  private static final Column PACE_POWERS = COLUMNS.optional("pace_powers");
  private static final Column CUSTODY = COLUMNS.optional("custody");
  private static final Column CLAIMED_ON = COLUMNS.optional("claimed_on");
  private static final Column NON_PENSIONABLE_DIFFERENCE =
      COLUMNS.optional("non_pensionable_difference");
  private static final Column TO = COLUMNS.optional("to");
  private static final Column PAY_POINT = COLUMNS.optional("pay_point");
  private static final Column AUTHORISED_BY = COLUMNS.optional("authorised_by");

  private static final Words<ActingDay.Basis> BASES = Words.of(ActingDay.Basis.class);
  private static final int ACTING = BASES.placeOf(ActingDay.Basis.ACTING);

  /** A force day is 25 hours long when the clocks go back. */
  private static final int HOURS_OF_A_DAY = 25;

  private static final int MOST_HOURS = 9_999;
  private static final int DECIMALS = 4;
  private static final long ONE = 10_000;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    int date = row.dutyDate(DATE);
    int rank = row.word(ACTING_RANK, OfficersFile.FEDERATED_RANKS);
    int basis = row.word(BASIS, BASES);
    record.putInt(date);
    record.putByte(rank);
    record.putByte(basis);
    long hours = row.optionalNumber(HOURS, DECIMALS, MOST_HOURS);
    if (basis == ACTING && hours > HOURS_OF_A_DAY * ONE) {
      row.bad(HOURS, row.shown(HOURS) + " is more than the 25 hours that a day can have");
    }
    record.putLong(hours);
    record.putByte(row.yes(WHOLE_TOUR) ? 1 : 0);
    record.putByte(row.optionalWord(AUTHORISED_BY_RANK, OfficersFile.RANKS));
    record.putByte(row.yes(PACE_POWERS) ? 1 : 0);
    record.putByte(row.yes(CUSTODY) ? 1 : 0);
    record.putInt(row.optionalDate(CLAIMED_ON));
    record.putByte(row.yes(NON_PENSIONABLE_DIFFERENCE) ? 1 : 0);
    int to = row.isGiven(TO) ? row.dutyDate(TO) : date;
    if (row.isGiven(TO) && basis == ACTING) {
      row.bad(TO, row.shown(TO) + " is given; only a temporary basis goes over several days");
    } else if (to != Row.NOT_GIVEN && date != Row.NOT_GIVEN && to < date) {
      row.bad(TO, row.shown(TO) + " is before date");
    }
    record.putInt(to);
    if (row.isGiven(PAY_POINT)) {
      row.payPoint(PAY_POINT);
    }
    record.putText(row, PAY_POINT);
    row.text(AUTHORISED_BY);
    record.putText(row, AUTHORISED_BY);
  }

  static ActingDay actingDay(int line, SpoolBytes spooled) {
    long date = spooled.getInt();
    Rank rank = OfficersFile.FEDERATED_RANKS.at(spooled.getByte());
    ActingDay.Basis basis = BASES.at(spooled.getByte());
    long hours = spooled.getLong();
    boolean wholeTour = spooled.getByte() == 1;
    Rank authorisedByRank = OfficersFile.RANKS.optionalAt(spooled.getByte());
    boolean pacePowers = spooled.getByte() == 1;
    boolean custody = spooled.getByte() == 1;
    long claimedOn = spooled.getOptional();
    boolean nonPensionableDifference = spooled.getByte() == 1;
    long to = spooled.getInt();
    return new ActingDay(
        line,
        date,
        to,
        rank,
        basis,
        hours,
        wholeTour,
        authorisedByRank,
        pacePowers,
        custody,
        claimedOn,
        nonPensionableDifference,
        spooled.getSharedText(),
        spooled.getSharedText());
  }

  /** The row as the file has it, for a rejection found after reading. */
  static String cellsText(String officerId, ActingDay acting) {
    return new CellText()
        .add("officer_id", officerId)
        .add("date", Written.date(acting.date()))
        .add("acting_rank", acting.actingRank().name())
        .add("basis", acting.basis().name())
        .add("hours", Written.number(acting.hoursTenThousandths(), DECIMALS))
        .add("whole_tour", Written.yes(acting.wholeTour()))
        .add("authorised_by_rank", Written.word(acting.authorisedByRank()))
        .add("pace_powers", Written.yes(acting.pacePowers()))
        .add("custody", Written.yes(acting.custody()))
        .add("claimed_on", Written.date(acting.claimedOn()))
        .add("non_pensionable_difference", Written.yes(acting.nonPensionableDifference()))
        .add("to", acting.to() == acting.date() ? "" : Written.date(acting.to()))
        .add("pay_point", acting.payPoint())
        .add("authorised_by", acting.authorisedBy())
        .toString();
  }
}
