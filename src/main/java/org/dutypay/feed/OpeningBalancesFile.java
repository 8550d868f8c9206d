package org.dutypay.feed;

import org.dutypay.duty.OpeningBalance;

/** opening-balances.csv: what stood on an account before the feed's first day. */
final class OpeningBalancesFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column ACCOUNT = COLUMNS.required("account");
  private static final Column DATE = COLUMNS.required("date");
  private static final Column MINUTES = COLUMNS.optional("minutes");
  private static final Column DAYS = COLUMNS.optional("days");
  private static final Column EXPIRES_ON = COLUMNS.optional("expires_on");

  /** The accounts of balances.csv, and what counts up in a year. */
  enum OpeningAccount {
    TOIL,
    REST_DAYS_IN_LIEU,
    PUBLIC_HOLIDAYS_IN_LIEU,
    FREE_DAYS_IN_LIEU,
    ANNUAL_LEAVE,
    HOURS_OWED,
    ACTING_DAYS,
    ACTING_HOURS,
    LEAVE_TAKEN,
    MILES
  }

  private static final Words<OpeningAccount> ACCOUNTS = Words.of(OpeningAccount.class);
  private static final int DECIMALS = 4;
  private static final int MOST = 99_999_999;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.officerId(OFFICER_ID);
    int account = row.word(ACCOUNT, ACCOUNTS);
    record.putText(row, ACCOUNT);
    record.putInt(row.date(DATE));
    if (!row.isGiven(MINUTES) && !row.isGiven(DAYS)) {
      row.bad(MINUTES, "it is empty like days; one of them says what stood on the account");
    } else if (account != Words.NONE) {
      checkUnit(row, ACCOUNTS.at(account));
    }
    record.putLong(row.optionalNumber(MINUTES, DECIMALS, MOST));
    record.putLong(row.optionalNumber(DAYS, DECIMALS, MOST));
    record.putInt(row.optionalDate(EXPIRES_ON));
  }

  /** What the rules count in one column stands in that one, or it would be taken for nothing. */
  private static void checkUnit(Row row, OpeningAccount account) {
    switch (account) {
      case TOIL -> needs(row, MINUTES, account);
      case ACTING_DAYS, LEAVE_TAKEN, MILES -> needs(row, DAYS, account);
      case ACTING_HOURS,
          REST_DAYS_IN_LIEU,
          PUBLIC_HOLIDAYS_IN_LIEU,
          FREE_DAYS_IN_LIEU,
          ANNUAL_LEAVE,
          HOURS_OWED -> {
        // Hours may be given either way, and no rule counts the others.
      }
    }
  }

  private static void needs(Row row, Column column, OpeningAccount account) {
    if (!row.isGiven(column)) {
      row.bad(column, "it is empty, and " + account + " is counted in it");
    }
  }

  static OpeningBalance openingBalance(int line, SpoolBytes spooled) {
    return new OpeningBalance(
        line,
        spooled.getSharedText(),
        spooled.getInt(),
        spooled.getLong(),
        spooled.getLong(),
        spooled.getOptional());
  }
}
