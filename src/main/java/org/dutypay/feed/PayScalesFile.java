package org.dutypay.feed;

import org.dutypay.reference.PayScales;

/** pay-scales.csv: annual rates by scale and point, each from a day on. */
final class PayScalesFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column PAY_SCALE = COLUMNS.required("pay_scale");
  private static final Column PAY_POINT = COLUMNS.required("pay_point");
  private static final Column EFFECTIVE_FROM = COLUMNS.required("effective_from");
  private static final Column ANNUAL = COLUMNS.required("annual");
  private static final Column KNOWN_FROM = COLUMNS.optional("known_from");

  private static final int PENNIES = 2;
  private static final int MOST_POUNDS = 9_999_999;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.requiredText(PAY_SCALE);
    record.putText(row, PAY_SCALE);
    row.payPoint(PAY_POINT);
    record.putText(row, PAY_POINT);
    record.putInt(row.date(EFFECTIVE_FROM));
    record.putLong(row.number(ANNUAL, PENNIES, MOST_POUNDS));
    record.putInt(row.optionalDate(KNOWN_FROM));
  }

  static PayScales.Rate rate(SpoolBytes spooled) {
    return new PayScales.Rate(
        spooled.getSharedText(),
        spooled.getSharedText(),
        spooled.getInt(),
        spooled.getLong(),
        spooled.getOptional());
  }
}
