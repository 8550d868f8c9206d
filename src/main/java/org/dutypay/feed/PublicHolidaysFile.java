package org.dutypay.feed;

import java.util.Map;

/** public-holidays.csv: the public holidays of England and Wales. */
final class PublicHolidaysFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column DATE = COLUMNS.required("date");
  private static final Column NAME = COLUMNS.optional("name");

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    record.putInt(row.date(DATE));
    row.text(NAME);
    record.putText(row, NAME);
  }

  static Map.Entry<Long, String> holiday(SpoolBytes spooled) {
    return Map.entry((long) spooled.getInt(), spooled.getText());
  }
}
