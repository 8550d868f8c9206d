package org.dutypay.feed;

import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;

/** paid-history.csv: what was paid before this system. */
final class PaidHistoryFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column WORK_DATE = COLUMNS.required("work_date");
  private static final Column ELEMENT = COLUMNS.required("element");
  private static final Column HOURS = COLUMNS.optional("hours");
  private static final Column AMOUNT = COLUMNS.required("amount");
  private static final Column PAID_ON = COLUMNS.optional("paid_on");

  private static final Words<Element> ELEMENTS = Words.of(Element.class);
  private static final int DECIMALS = 4;
  private static final int PENNIES = 2;
  private static final int MOST_HOURS = 99_999;
  private static final int MOST_POUNDS = 99_999_999;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    record.putInt(row.date(WORK_DATE));
    record.putByte(row.word(ELEMENT, ELEMENTS));
    row.optionalNumber(HOURS, DECIMALS, MOST_HOURS);
    record.putLong(row.signedNumber(AMOUNT, PENNIES, MOST_POUNDS));
    row.optionalDate(PAID_ON);
  }

  static PaidPayment payment(SpoolBytes spooled) {
    return new PaidPayment(spooled.getInt(), ELEMENTS.at(spooled.getByte()), spooled.getLong());
  }
}
