package org.dutypay.feed;

import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.Unit;

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
  private static final int TO_HUNDREDTHS = 100;
  private static final int HALF_A_HUNDREDTH = 50;
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
    record.putLong(row.optionalNumber(HOURS, DECIMALS, MOST_HOURS));
    record.putLong(row.signedNumber(AMOUNT, PENNIES, MOST_POUNDS));
    row.optionalDate(PAID_ON);
  }

  static PaidPayment payment(SpoolBytes spooled) {
    int workDate = spooled.getInt();
    Element element = ELEMENTS.at(spooled.getByte());
    long hours = spooled.getLong();
    long amount = spooled.getLong();
    return new PaidPayment(workDate, element, amount, units(hours, amount), Unit.HOURS);
  }

  /** The file's hours have no sign; the amount says whether they were taken back. */
  private static long units(long tenThousandths, long amountPence) {
    if (tenThousandths == Row.NO_NUMBER) {
      return PaidPayment.UNITS_NOT_TOLD;
    }
    long hundredths = (tenThousandths + HALF_A_HUNDREDTH) / TO_HUNDREDTHS;
    return amountPence < 0 ? -hundredths : hundredths;
  }
}
