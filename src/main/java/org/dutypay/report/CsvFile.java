package org.dutypay.report;

import java.util.List;

/**
 * The files that hold one row for each thing that came out: their columns, and the order of an
 * officer's rows.
 */
public enum CsvFile {
  PAYROLL(
      "payroll.csv",
      "officer_id,work_date,element,units,unit,rate,multiplier,amount,pensionable,line_type,period,rule,source,note",
      "work_date,element,source,#units,#amount"),
  BALANCES(
      "balances.csv",
      "officer_id,work_date,account,minutes,days,expires_on,rule,source,note",
      "work_date,account,source,#minutes,#days"),
  EXCEPTIONS(
      "exceptions.csv",
      "exception_id,facts,severity,code,officer_id,date,file,line,entry_id,held_amount,amount_if_refused,message,"
          + "rule,what_to_do,status,first_seen,age_days",
      "date,code,entry_id,file,#line,exception_id"),
  /**
   * What the page shows of each exception beside its row, in the order of exceptions.csv; it is not
   * published.
   */
  MATTERS(
      "matters.csv",
      "date,code,entry_id,file,line,exception_id,roster_day,duties,paid,fact_values",
      "date,code,entry_id,file,#line,exception_id"),
  /** What became of each timesheet, acting and claim row, and of each rejected row of any file. */
  ROWS("rows.csv", "file,line,entry_id,officer_id,outcome,reason", "file,#line"),
  /** Names and units of the officers file, for the reports; it is not published. */
  SHOWN("shown.csv", "officer_id,name,org_unit,from,to", "from"),
  /** What the closing of the month before paid; it is not published. */
  LAST_PERIOD("last-period.csv", "officer_id,element,amount", "element"),
  /** What hosts repay for seconded officers. */
  RECHARGE(
      "recharge.csv",
      "host,officer_id,work_date,element,amount,recharge_percent,recharged",
      "host,work_date,element"),
  /** The secondments behind recharge.csv: for the statements, never published by itself. */
  SECONDED(
      "seconded.csv",
      "host,officer_id,from,to,basis,agreement_reference,recharge_percent,days_without_rate",
      "from,to"),
  /** Officers, days and elements that are paid otherwise under policy B than under policy A. */
  COMPARISON(
      "comparison.csv",
      "officer_id,work_date,element,amount_a,amount_b,difference",
      "work_date,element"),
  COMPARISON_EXCEPTIONS(
      "comparison-exceptions.csv",
      "change,code,severity,officer_id,date,entry_id,message",
      "date,code,entry_id,change,message"),
  /**
   * What each officer has of each element and account under A and under B, changed or not, for
   * {@link ComparisonTotals} to add up; it is not published.
   */
  COMPARISON_TALLY(
      "comparison-tally.csv",
      "officer_id,kind,name,rows_a,amount_a,rows_b,amount_b,rows_changed",
      "kind,name"),
  /** Entitled against paid, where they differ. */
  ARREARS(
      "arrears.csv",
      "officer_id,work_date,element,entitled,paid,difference,reason",
      "work_date,element"),
  /** The same with all that a proposal and a statement need; it is not published. */
  ARREARS_DETAIL(
      "arrears-detail.csv",
      "officer_id,org_unit,work_date,element,entitled,paid,difference,units,unit,rule,source,reason,reckoned",
      "work_date,element"),
  /** What every officer was due and paid by month and element, for the statement; not published. */
  ARREARS_TALLY("arrears-tally.csv", "officer_id,month,element,entitled,paid", "month,element"),
  /** How many work dates and elements of an officer the feed says too little of; not published. */
  NOT_COVERED("not-covered.csv", "officer_id,entries", "#entries"),
  /** What a closing knows of each officer, for the ledger; it is not published. */
  KNOWN(
      "known.csv",
      "officer_id,fingerprint,roster_from,roster_to,acting_from,claims_from,paid_from,terms,not_covered,days",
      "fingerprint"),
  /** What the competing methods of holiday pay give by officer and day. */
  BEAR_SCOTLAND("bear-scotland.csv", BearScotlandFiles.ROWS_HEADER, "date,method"),
  BEAR_SCOTLAND_OFFICERS("bear-scotland-officers.csv", BearScotlandFiles.OFFICERS_HEADER, "method"),
  /** The days for which each officer's paid history says what was paid; it is not published. */
  PAID_DAYS("paid-days.csv", "officer_id,from,to,not_covered", "from"),
  /** What became of each row under policy B; it is not published. */
  ROWS_OF_B("rows-b.csv", "file,line,entry_id,officer_id,outcome,reason", "file,#line");

  /** What a night writes of each officer, in the order of its part files. */
  public static final List<CsvFile> OF_A_NIGHT =
      List.of(PAYROLL, BALANCES, EXCEPTIONS, ROWS, MATTERS, SHOWN);

  /** What a closing writes of each officer, in the order of its part files. */
  public static final List<CsvFile> OF_A_CLOSING =
      List.of(PAYROLL, BALANCES, EXCEPTIONS, ROWS, MATTERS, SHOWN, KNOWN);

  /** What a comparison of two policies writes of each officer. */
  public static final List<CsvFile> OF_A_COMPARISON =
      List.of(COMPARISON, COMPARISON_EXCEPTIONS, COMPARISON_TALLY, ROWS, ROWS_OF_B);

  private final String fileName;
  private final String header;
  private final String order;

  CsvFile(String fileName, String header, String order) {
    this.fileName = fileName;
    this.header = header;
    this.order = order;
  }

  public String fileName() {
    return fileName;
  }

  /** The header row, without its line end. */
  public String header() {
    return header;
  }

  /**
   * The columns that order the rows of one officer; those marked {@code #} by number, the others by
   * their bytes.
   */
  List<String> order() {
    return List.of(order.split(","));
  }

  /** Where a column stands in a row, from 0. */
  int column(String name) {
    int column = List.of(header.split(",")).indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException(fileName + " has no column " + name);
    }
    return column;
  }
}
