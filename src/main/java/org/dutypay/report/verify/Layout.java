package org.dutypay.report.verify;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of the contract: their columns, and the columns they are sorted by. */
enum Layout {
  PAYROLL(
      "payroll.csv",
      "officer_id,work_date,element,units,unit,rate,multiplier,amount,pensionable,line_type,period,rule,source,note",
      "officer_id, work_date, element, source, units, amount",
      "amount"),
  PAYROLL_TOTALS("payroll-totals.csv", "element,lines,units,amount", "element", "amount"),
  BALANCES(
      "balances.csv",
      "officer_id,work_date,account,minutes,days,expires_on,rule,source,note",
      "officer_id, work_date, account, source",
      ""),
  EXCEPTIONS(
      "exceptions.csv",
      "exception_id,facts,severity,code,officer_id,date,file,line,entry_id,held_amount,amount_if_refused,message,"
          + "rule,what_to_do,status,first_seen,age_days",
      "officer_id, date, code, entry_id, file, line",
      "held_amount"),
  ROWS("rows.csv", "file,line,entry_id,officer_id,outcome,reason", "officer_id, file, line", ""),
  RECHARGE(
      "recharge.csv",
      "host,officer_id,work_date,element,amount,recharge_percent,recharged",
      "host, officer_id, work_date, element",
      "recharged"),
  ARREARS(
      "arrears.csv",
      "officer_id,work_date,element,entitled,paid,difference,reason",
      "officer_id, work_date, element",
      "difference"),
  COMPARISON(
      "comparison.csv",
      "officer_id,work_date,element,amount_a,amount_b,difference",
      "officer_id, work_date, element",
      "difference"),
  COMPARISON_ELEMENTS(
      "comparison-elements.csv",
      "element,lines_a,amount_a,lines_b,amount_b,difference",
      "element",
      "difference"),
  COMPARISON_BALANCES(
      "comparison-balances.csv",
      "account,unit,rows_a,amount_a,rows_b,amount_b,difference",
      "account, unit",
      ""),
  COMPARISON_OFFICERS(
      "comparison-officers.csv",
      "officer_id,amount_a,amount_b,difference",
      "largest difference, officer_id",
      "difference"),
  COMPARISON_EXCEPTIONS(
      "comparison-exceptions.csv",
      "change,code,severity,officer_id,date,entry_id,message",
      "officer_id, date, code, entry_id",
      ""),
  BEAR_SCOTLAND(
      "bear-scotland.csv",
      "officer_id,date,method,chosen,weeks,qualifying,leave_day,amount,without_overtime,without_on_call,"
          + "without_away_overnight,without_acting_up,without_unsocial_hours,without_leave_recall,paid,difference,"
          + "beyond_two_years,follows_break,applied",
      "officer_id, date, method",
      "amount"),
  BEAR_SCOTLAND_OFFICERS(
      "bear-scotland-officers.csv",
      "officer_id,method,chosen,amount,without_overtime,without_on_call,without_away_overnight,without_acting_up,"
          + "without_unsocial_hours,without_leave_recall,paid,difference,beyond_two_years,before_break,applied",
      "officer_id, method",
      "amount"),
  BEAR_SCOTLAND_TOTALS(
      "bear-scotland-totals.csv",
      "method,chosen,officers,amount,without_overtime,without_on_call,without_away_overnight,without_acting_up,"
          + "without_unsocial_hours,without_leave_recall,paid,difference,beyond_two_years,before_break,applied",
      "method",
      "amount");

  /** The jobs whose files give an account of every row. */
  static final String NIGHT = "nightly-pay";

  static final String CLOSING = "close-period";

  static final String COMPARISON_JOB = "compare-policy";

  static final String BEAR_SCOTLAND_JOB = "bear-scotland";

  private static final List<Layout> OF_A_NIGHT =
      List.of(PAYROLL, PAYROLL_TOTALS, BALANCES, EXCEPTIONS, ROWS);

  private static final Map<String, List<Layout>> BY_JOB =
      Map.of(
          NIGHT,
          OF_A_NIGHT,
          CLOSING,
          OF_A_NIGHT,
          "recharge",
          List.of(RECHARGE),
          "arrears",
          List.of(ARREARS),
          "holiday-pay",
          List.of(PAYROLL, PAYROLL_TOTALS),
          BEAR_SCOTLAND_JOB,
          List.of(BEAR_SCOTLAND, BEAR_SCOTLAND_OFFICERS, BEAR_SCOTLAND_TOTALS),
          COMPARISON_JOB,
          List.of(
              COMPARISON,
              COMPARISON_ELEMENTS,
              COMPARISON_BALANCES,
              COMPARISON_OFFICERS,
              COMPARISON_EXCEPTIONS));

  private static final Map<Layout, Map<String, Integer>> COLUMNS = new EnumMap<>(Layout.class);

  static {
    for (Layout layout : values()) {
      Map<String, Integer> columns = new HashMap<>();
      for (String name : layout.header.split(",", -1)) {
        columns.put(name, columns.size());
      }
      COLUMNS.put(layout, columns);
    }
  }

  private final String fileName;
  private final String header;
  private final String order;
  private final String amountColumn;

  Layout(String fileName, String header, String order, String amountColumn) {
    this.fileName = fileName;
    this.header = header;
    this.order = order;
    this.amountColumn = amountColumn;
  }

  /** The tables that a job writes; of a job that is not known here, none. */
  static List<Layout> of(String job) {
    return BY_JOB.getOrDefault(job, List.of());
  }

  String fileName() {
    return fileName;
  }

  String header() {
    return header;
  }

  int width() {
    return columns().size();
  }

  /**
   * The columns it is sorted by; one that is called largest goes by its size, the largest first.
   */
  String order() {
    return order;
  }

  /** The column whose sum the manifest gives, empty where there is none. */
  String amountColumn() {
    return amountColumn;
  }

  int column(String name) {
    Integer column = columns().get(name);
    if (column == null) {
      throw new IllegalArgumentException(fileName + " has no column " + name);
    }
    return column;
  }

  private Map<String, Integer> columns() {
    return COLUMNS.getOrDefault(this, Map.of());
  }
}
