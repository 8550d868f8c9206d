package org.dutypay.pay;

import java.util.Comparator;

/**
 * One line of pay: what is paid, for which force day, why, and the arithmetic.
 *
 * @param workDate epoch day of the force day the line belongs to
 * @param unitsHundredths units in hundredths, as printed
 * @param rateTenThousandths rate × multiple in ten-thousandths of a pound, for the reader only
 * @param amountPence what is paid, rounded once
 * @param rule the paragraph the line rests on
 * @param source ids of the rows behind it, in order of time, joined by {@code ;}; empty where there
 *     is none
 * @param note one plain sentence with the arithmetic
 */
public record PayLine(
    long workDate,
    Element element,
    long unitsHundredths,
    Unit unit,
    long rateTenThousandths,
    Multiple multiple,
    long amountPence,
    LineType type,
    Paragraph rule,
    String source,
    String note) {

  /**
   * The order of payroll.csv within an officer: work date, element by name, source by its bytes,
   * units, amount.
   */
  public static final Comparator<PayLine> FILE_ORDER =
      Comparator.comparingLong(PayLine::workDate)
          .thenComparing(line -> line.element().name())
          .thenComparing(PayLine::source, ByteOrder.OF_UTF_8)
          .thenComparingLong(PayLine::unitsHundredths)
          .thenComparingLong(PayLine::amountPence);
}
