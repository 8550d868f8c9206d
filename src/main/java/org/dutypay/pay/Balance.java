package org.dutypay.pay;

import java.util.Comparator;

/**
 * One movement on an account of time off or time owed: minutes or days, never both.
 *
 * @param workDate epoch day of the force day it belongs to
 * @param minutes whole minutes, {@link #NONE} where the account counts days
 * @param daysHundredths days in hundredths, {@link #NONE} where the account counts minutes
 * @param expiresOn last epoch day on which it can be used, {@link #NONE} = no end
 * @param source ids of the rows behind it joined by {@code ;}; empty where there is none
 */
public record Balance(
    long workDate,
    Account account,
    long minutes,
    long daysHundredths,
    long expiresOn,
    Paragraph rule,
    String source,
    String note) {

  public static final long NONE = Long.MIN_VALUE;

  /**
   * The order of balances.csv within an officer: work date, account by name, source by its bytes,
   * then the amount.
   */
  public static final Comparator<Balance> FILE_ORDER =
      Comparator.comparingLong(Balance::workDate)
          .thenComparing(balance -> balance.account().name())
          .thenComparing(Balance::source, ByteOrder.OF_UTF_8)
          .thenComparingLong(Balance::minutes)
          .thenComparingLong(Balance::daysHundredths);

  public static Balance ofMinutes(
      long workDate,
      Account account,
      long minutes,
      long expiresOn,
      Paragraph rule,
      String source,
      String note) {
    return new Balance(workDate, account, minutes, NONE, expiresOn, rule, source, note);
  }

  public static Balance ofDays(
      long workDate,
      Account account,
      long daysHundredths,
      long expiresOn,
      Paragraph rule,
      String source,
      String note) {
    return new Balance(workDate, account, NONE, daysHundredths, expiresOn, rule, source, note);
  }
}
