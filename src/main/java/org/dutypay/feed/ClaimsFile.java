package org.dutypay.feed;

import org.dutypay.duty.Claim;

/** claims.csv: allowances and expenses claimed. */
final class ClaimsFile implements RowReader {

  private static final Columns COLUMNS = new Columns();
  private static final Column CLAIM_ID = COLUMNS.required("claim_id");
  private static final Column OFFICER_ID = COLUMNS.required("officer_id");
  private static final Column DATE = COLUMNS.required("date");
  private static final Column TYPE = COLUMNS.required("type");
  private static final Column QUANTITY = COLUMNS.optional("quantity");
  private static final Column AMOUNT = COLUMNS.optional("amount");
  private static final Column REASON = COLUMNS.optional("reason");
  private static final Column RECEIPT = COLUMNS.optional("receipt");
  private static final Column HOST_APPROVAL = COLUMNS.optional("host_approval");
  private static final Column AUTHORISED_BY = COLUMNS.optional("authorised_by");

  private static final Words<Claim.Type> TYPES = Words.of(Claim.Type.class);
  private static final int DECIMALS = 4;
  private static final int ONE = 10_000;

  /** A day is 25 hours long when the clocks go back. */
  private static final int HOURS_OF_A_DAY = 25;

  private static final int PENNIES = 2;
  private static final int MOST_OF_ANYTHING = 99_999;
  private static final int MOST_POUNDS = 9_999_999;

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public void read(Row row, SpoolRecord record) {
    row.id(CLAIM_ID);
    row.officerId(OFFICER_ID);
    int date = row.dutyDate(DATE);
    int type = row.word(TYPE, TYPES);
    long quantity = row.optionalNumber(QUANTITY, DECIMALS, MOST_OF_ANYTHING);
    long amount = row.optionalNumber(AMOUNT, PENNIES, MOST_POUNDS);
    if (type != Words.NONE) {
      Claim.Type claimed = TYPES.at(type);
      if (needsQuantity(claimed) && !row.isGiven(QUANTITY)) {
        row.bad(QUANTITY, "it is empty, and " + claimed + " needs one");
      }
      if (needsAmount(claimed) && !row.isGiven(AMOUNT)) {
        row.bad(AMOUNT, "it is empty, and " + claimed + " needs one");
      }
      if (claimed == Claim.Type.KIT_DAY && quantity > HOURS_OF_A_DAY * (long) ONE) {
        row.bad(QUANTITY, row.shown(QUANTITY) + " is more than the 25 hours that a day can have");
      }
      if (claimed == Claim.Type.DOG_HANDLER) {
        if (!row.isGiven(QUANTITY)) {
          quantity = ONE;
        } else if (quantity != Row.NO_NUMBER && (quantity == 0 || quantity % ONE != 0)) {
          row.bad(QUANTITY, row.shown(QUANTITY) + " is not a number of dogs such as 2");
        }
      }
    }
    record.putText(row, CLAIM_ID);
    record.putInt(date);
    record.putByte(type);
    record.putLong(quantity);
    record.putLong(amount);
    row.text(REASON);
    record.putText(row, REASON);
    record.putByte(row.yes(RECEIPT) ? 1 : 0);
    record.putByte(row.yes(HOST_APPROVAL) ? 1 : 0);
    row.text(AUTHORISED_BY);
    record.putText(row, AUTHORISED_BY);
  }

  private static boolean needsQuantity(Claim.Type type) {
    return type == Claim.Type.MILEAGE || type == Claim.Type.KIT_DAY;
  }

  /** London weighting without an amount is the published one. */
  private static boolean needsAmount(Claim.Type type) {
    return type.takesAmount() && type != Claim.Type.LONDON_WEIGHTING;
  }

  static Claim claim(int line, SpoolBytes spooled) {
    return new Claim(
        spooled.getText(),
        line,
        spooled.getInt(),
        TYPES.at(spooled.getByte()),
        spooled.getLong(),
        spooled.getLong(),
        spooled.getSharedText(),
        spooled.getByte() == 1,
        spooled.getByte() == 1,
        spooled.getSharedText());
  }

  /** The row as the file has it, for a rejection found after reading. */
  static String cellsText(String officerId, Claim claim) {
    return new CellText()
        .add("claim_id", claim.claimId())
        .add("officer_id", officerId)
        .add("date", Written.date(claim.date()))
        .add("type", claim.type().name())
        .add("quantity", Written.number(claim.quantityTenThousandths(), DECIMALS))
        .add("amount", Written.number(claim.amountPence(), PENNIES))
        .add("reason", claim.reason())
        .add("receipt", Written.yes(claim.receipt()))
        .add("host_approval", Written.yes(claim.hostApproval()))
        .add("authorised_by", claim.authorisedBy())
        .toString();
  }
}
