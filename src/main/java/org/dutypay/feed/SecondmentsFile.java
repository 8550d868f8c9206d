package org.dutypay.feed;

import org.dutypay.duty.Secondment;

/** secondments.csv: officers lent to another force or body. */
final class SecondmentsFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column HOST = COLUMNS.required("host");
  private static final Column FROM = COLUMNS.required("from");
  private static final Column TO = COLUMNS.required("to");
  private static final Column BASIS = COLUMNS.optional("basis");
  private static final Column AGREEMENT_REFERENCE = COLUMNS.optional("agreement_reference");
  private static final Column RECHARGE_PERCENT = COLUMNS.optional("recharge_percent");

  private static final Words<Secondment.Basis> BASES = Words.of(Secondment.Basis.class);
  private static final int DECIMALS = 4;
  private static final int WHOLE = 100;
  private static final long WHOLE_TEN_THOUSANDTHS = 1_000_000;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    row.requiredText(HOST);
    int from = row.date(FROM);
    int to = row.date(TO);
    if (from != Row.NOT_GIVEN && to != Row.NOT_GIVEN && to < from) {
      row.bad(TO, row.shown(TO) + " is before from");
    }
    record.putText(row, HOST);
    record.putInt(from);
    record.putInt(to);
    record.putByte(
        row.isGiven(BASIS) ? row.word(BASIS, BASES) : BASES.placeOf(Secondment.Basis.S97));
    row.text(AGREEMENT_REFERENCE);
    record.putText(row, AGREEMENT_REFERENCE);
    long percent = row.optionalNumber(RECHARGE_PERCENT, DECIMALS, WHOLE);
    record.putLong(percent == Row.NO_NUMBER ? WHOLE_TEN_THOUSANDTHS : percent);
  }

  static Secondment secondment(int line, SpoolBytes spooled) {
    return new Secondment(
        line,
        spooled.getSharedText(),
        spooled.getInt(),
        spooled.getInt(),
        BASES.at(spooled.getByte()),
        spooled.getText(),
        spooled.getLong());
  }
}
