package org.dutypay.feed;

import java.util.List;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;

/** officers.csv: what an officer was from one day to another. */
final class OfficersFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column EFFECTIVE_FROM = COLUMNS.required("effective_from");
  private static final Column EFFECTIVE_TO = COLUMNS.optional("effective_to");
  private static final Column NAME = COLUMNS.optional("name");
  private static final Column UNIT = COLUMNS.optional("unit");
  private static final Column RANK = COLUMNS.required("rank");
  private static final Column PAY_SCALE = COLUMNS.required("pay_scale");
  private static final Column PAY_POINT = COLUMNS.required("pay_point");
  private static final Column WEEKLY_HOURS = COLUMNS.optional("weekly_hours");
  private static final Column SHIFT_PATTERN = COLUMNS.optional("shift_pattern");
  private static final Column SERVICE_START = COLUMNS.optional("service_start");
  private static final Column QUALIFIED_FOR = COLUMNS.optional("qualified_for");
  private static final Column LONDON = COLUMNS.optional("london");
  private static final Column WTR_OPT_OUT = COLUMNS.optional("wtr_opt_out");

  enum ShiftPattern {
    REGULAR,
    VARIABLE
  }

  static final Words<Rank> FEDERATED_RANKS =
      Words.of(List.of(Rank.CONSTABLE, Rank.SERGEANT, Rank.INSPECTOR, Rank.CHIEF_INSPECTOR));
  static final Words<Rank> RANKS = Words.of(Rank.class);

  private static final Words<ShiftPattern> SHIFT_PATTERNS = Words.of(ShiftPattern.class);
  private static final int FULL_TIME = 40;
  private static final int DECIMALS = 4;
  private static final int FULL_TIME_TEN_THOUSANDTHS = 400_000;
  private static final int OPEN = Integer.MAX_VALUE;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    int from = row.date(EFFECTIVE_FROM);
    int to = row.optionalDate(EFFECTIVE_TO);
    if (from != Row.NOT_GIVEN && to != Row.NOT_GIVEN && to < from) {
      row.bad(EFFECTIVE_TO, row.shown(EFFECTIVE_TO) + " is before effective_from");
    }
    record.putInt(from);
    record.putInt(to == Row.NOT_GIVEN ? OPEN : to);
    row.text(NAME);
    record.putText(row, NAME);
    row.text(UNIT);
    record.putText(row, UNIT);
    record.putByte(row.word(RANK, FEDERATED_RANKS));
    row.requiredText(PAY_SCALE);
    record.putText(row, PAY_SCALE);
    row.payPoint(PAY_POINT);
    record.putText(row, PAY_POINT);
    long weeklyHours = row.optionalNumber(WEEKLY_HOURS, DECIMALS, FULL_TIME);
    if (weeklyHours == 0) {
      row.bad(WEEKLY_HOURS, row.shown(WEEKLY_HOURS) + " is not above 0");
    }
    record.putInt(weeklyHours == Row.NO_NUMBER ? FULL_TIME_TEN_THOUSANDTHS : (int) weeklyHours);
    record.putByte(row.optionalWord(SHIFT_PATTERN, SHIFT_PATTERNS));
    record.putInt(row.optionalDate(SERVICE_START));
    record.putByte(row.optionalWord(QUALIFIED_FOR, RANKS));
    record.putByte(row.yes(LONDON) ? 1 : 0);
    record.putByte(row.yes(WTR_OPT_OUT) ? 1 : 0);
  }

  static OfficerRecord officerRecord(int line, SpoolBytes spooled) {
    long from = spooled.getInt();
    int to = spooled.getInt();
    String name = spooled.getText();
    String unit = spooled.getSharedText();
    Rank rank = FEDERATED_RANKS.at(spooled.getByte());
    String payScale = spooled.getSharedText();
    String payPoint = spooled.getSharedText();
    int weeklyHours = spooled.getInt();
    boolean variableShifts = SHIFT_PATTERNS.optionalAt(spooled.getByte()) == ShiftPattern.VARIABLE;
    long serviceStart = spooled.getOptional();
    Rank qualifiedFor = RANKS.optionalAt(spooled.getByte());
    return new OfficerRecord(
        line,
        from,
        to == OPEN ? Long.MAX_VALUE : to,
        name,
        unit,
        rank,
        payScale,
        payPoint,
        weeklyHours,
        variableShifts,
        serviceStart,
        qualifiedFor,
        spooled.getByte() == 1,
        spooled.getByte() == 1);
  }

  /** The row as the file has it, for a rejection found after reading. */
  static String cellsText(String officerId, OfficerRecord officer) {
    return new CellText()
        .add("officer_id", officerId)
        .add("effective_from", Written.date(officer.from()))
        .add("effective_to", officer.to() == Long.MAX_VALUE ? "" : Written.date(officer.to()))
        .add("name", officer.name())
        .add("unit", officer.unit())
        .add("rank", officer.rank().name())
        .add("pay_scale", officer.payScale())
        .add("pay_point", officer.payPoint())
        .add("weekly_hours", Written.number(officer.weeklyHoursTenThousandths(), DECIMALS))
        .add("shift_pattern", officer.variableShifts() ? "VARIABLE" : "REGULAR")
        .add("service_start", Written.date(officer.serviceStart()))
        .add("qualified_for", Written.word(officer.qualifiedFor()))
        .add("london", Written.yes(officer.london()))
        .add("wtr_opt_out", Written.yes(officer.wtrOptOut()))
        .toString();
  }
}
