package org.dutypay.feed;

/** The input files of the contract, in the order in which they are read. */
public enum FeedFile {
  OFFICERS(0, "officers.csv", true, "", ""),
  ROSTER(1, "roster.csv", true, "", "date"),
  TIMESHEETS(2, "timesheets.csv", true, "entry_id", "start"),
  ACTING(3, "acting.csv", false, "", "date"),
  CLAIMS(4, "claims.csv", false, "claim_id", "date"),
  SECONDMENTS(5, "secondments.csv", false, "", ""),
  OPENING_BALANCES(6, "opening-balances.csv", false, "", ""),
  PAID_HISTORY(7, "paid-history.csv", false, "", ""),
  PUBLIC_HOLIDAYS(8, "public-holidays.csv", false, "", ""),
  PAY_SCALES(9, "pay-scales.csv", false, "", ""),
  DECISIONS(10, "decisions.csv", false, "", "");

  private static final FeedFile[] BY_NUMBER = values();

  private final int number;
  private final String fileName;
  private final boolean required;
  private final String idColumn;
  private final String dateColumn;

  FeedFile(int number, String fileName, boolean required, String idColumn, String dateColumn) {
    this.number = number;
    this.fileName = fileName;
    this.required = required;
    this.idColumn = idColumn;
    this.dateColumn = dateColumn;
  }

  public String fileName() {
    return fileName;
  }

  /** Whether no run can do without it. */
  public boolean isRequired() {
    return required;
  }

  /** What stands for it in the spool. */
  int number() {
    return number;
  }

  static FeedFile numbered(int number) {
    return BY_NUMBER[number];
  }

  RowReader reader() {
    return switch (this) {
      case OFFICERS -> new OfficersFile();
      case ROSTER -> new RosterFile();
      case TIMESHEETS -> new TimesheetsFile();
      case ACTING -> new ActingFile();
      case CLAIMS -> new ClaimsFile();
      case SECONDMENTS -> new SecondmentsFile();
      case OPENING_BALANCES -> new OpeningBalancesFile();
      case PAID_HISTORY -> new PaidHistoryFile();
      case PUBLIC_HOLIDAYS -> new PublicHolidaysFile();
      case PAY_SCALES -> new PayScalesFile();
      case DECISIONS -> new DecisionsFile();
    };
  }

  /** Whether its rows carry ids that no other row of the file may repeat. */
  boolean hasIds() {
    return !idColumn.isEmpty();
  }

  /** The column of the row's own id, empty = none. */
  String idColumn() {
    return idColumn;
  }

  /** The column that dates a row which cannot be used, empty = none. */
  String dateColumn() {
    return dateColumn;
  }
}
