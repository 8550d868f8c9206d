package org.dutypay.feed;

import org.dutypay.reference.Allowances;

/** The built-in allowances.csv: published allowances and limits, each from a day on. */
final class AllowancesFile implements RowReader {

  static final String NAME = "allowances.csv";

  private static final Columns COLUMNS = new Columns();
  private static final Column ALLOWANCE = COLUMNS.required("allowance");
  private static final Column EFFECTIVE_FROM = COLUMNS.required("effective_from");
  private static final Column VALUE = COLUMNS.required("value");
  private static final Column EVIDENCE = COLUMNS.required("evidence");

  private static final Words<Allowances.Allowance> ALLOWANCES =
      Words.of(Allowances.Allowance.class);
  private static final int DECIMALS = 4;
  private static final int MOST = 9_999_999;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    record.putByte(row.word(ALLOWANCE, ALLOWANCES));
    record.putInt(row.date(EFFECTIVE_FROM));
    record.putLong(row.number(VALUE, DECIMALS, MOST));
    row.requiredText(EVIDENCE);
    record.putText(row, EVIDENCE);
  }

  static Allowances.Value value(SpoolBytes spooled) {
    return new Allowances.Value(
        ALLOWANCES.at(spooled.getByte()),
        spooled.getInt(),
        spooled.getLong(),
        spooled.getSharedText());
  }
}
