package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an officer has been paid: the ledger and paid-history.csv together")
class PaidSoFarTest {

  private static final PaidSoFar.ClosedFrom CLOSED_FROM =
      new PaidSoFar.ClosedFrom(day("2024-05-01"), day("2024-06-01"));

  @DisplayName("No payment counts twice, and none is lost")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                                        | ledger                                                              | history                                              | paid
          history alone                                  | -                                                                   | 2024-04-30 OVERTIME 1                                | 2024-04-30 OVERTIME 1
          equal rows of history are payments of their own | -                                                                  | 2024-04-30 OVERTIME 1, 2024-04-30 OVERTIME 1         | 2024-04-30 OVERTIME 1, 2024-04-30 OVERTIME 1
          the ledger alone                               | 2024-05-01 OVERTIME 2 NEW                                           | -                                                    | 2024-05-01 OVERTIME 2
          the same payment in both                       | 2024-05-01 OVERTIME 2 NEW                                           | 2024-05-01 OVERTIME 2                                | 2024-05-01 OVERTIME 2
          the ledger is right where they differ          | 2024-05-01 OVERTIME 2 NEW                                           | 2024-05-01 OVERTIME 1, 2024-05-01 OVERTIME 5         | 2024-05-01 OVERTIME 2
          several lines in the ledger                    | 2024-05-01 OVERTIME 2 NEW, 2024-05-01 OVERTIME -1 RECOVERY          | 2024-05-01 OVERTIME 2                                | 2024-05-01 OVERTIME 2, 2024-05-01 OVERTIME -1
          another element of that day                    | 2024-05-01 OVERTIME 2 NEW                                           | 2024-05-01 ON_CALL 3                                 | 2024-05-01 OVERTIME 2, 2024-05-01 ON_CALL 3
          another day                                    | 2024-05-01 OVERTIME 2 NEW                                           | 2024-05-02 OVERTIME 3                                | 2024-05-01 OVERTIME 2, 2024-05-02 OVERTIME 3
          arrears for a closed day                       | 2024-05-01 OVERTIME 2 ARREARS                                       | 2024-05-01 OVERTIME 2                                | 2024-05-01 OVERTIME 2
          arrears for a day before the ledger            | 2024-04-30 OVERTIME 2 ARREARS                                       | 2024-04-30 OVERTIME 7                                | 2024-04-30 OVERTIME 2, 2024-04-30 OVERTIME 7
          arrears of holiday pay before it was closed    | 2024-05-31 HOLIDAY_PAY 2 ARREARS                                    | 2024-05-31 HOLIDAY_PAY 7                             | 2024-05-31 HOLIDAY_PAY 2, 2024-05-31 HOLIDAY_PAY 7
          arrears of holiday pay of a closed day         | 2024-06-01 HOLIDAY_PAY 2 ARREARS                                    | 2024-06-01 HOLIDAY_PAY 7                             | 2024-06-01 HOLIDAY_PAY 2
          what was paid by other means                   | 2024-05-01 OVERTIME 2 NEW, 2024-05-01 OVERTIME 3 PAID_OUTSIDE       | -                                                    | 2024-05-01 OVERTIME 2, 2024-05-01 OVERTIME 3
          the same beside history                        | 2024-04-30 OVERTIME 3 PAID_OUTSIDE                                  | 2024-04-30 OVERTIME 7                                | 2024-04-30 OVERTIME 3, 2024-04-30 OVERTIME 7
          accepted or refused is not paid                | 2024-05-01 OVERTIME 2 IN_FLIGHT, 2024-05-01 OVERTIME 3 REFUSED      | -                                                    | -
          accepted and paid counts as the ledger's line  | 2024-05-01 OVERTIME 2 ARREARS, 2024-05-01 OVERTIME 2 PAID           | -                                                    | 2024-05-01 OVERTIME 2
          """)
  void payments(String story, String ledger, String history, String paid) {
    List<LedgerLine> lines = new ArrayList<>();
    List<Settlement> settlements = new ArrayList<>();
    for (String entry : entries(ledger)) {
      String last = entry.split(" ", -1)[3];
      if (Stream.of(LineType.values()).anyMatch(type -> type.name().equals(last))) {
        lines.add(ledgerLine(payment(entry), LineType.valueOf(last)));
      } else {
        settlements.add(settlement(payment(entry), Settlement.Outcome.valueOf(last)));
      }
    }
    OfficerLedger all = new OfficerLedger(lines, List.of(), settlements, List.of());
    assertThat(PaidSoFar.of(all, payments(history), CLOSED_FROM))
        .extracting(PaidSoFarTest::inWords)
        .containsExactlyElementsOf(entries(paid));
  }

  private static String inWords(PaidPayment payment) {
    return "%s %s %d"
        .formatted(
            LocalDate.ofEpochDay(payment.workDate()),
            payment.element(),
            payment.amountPence() / 100);
  }

  private static List<String> entries(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(", ", -1));
  }

  private static List<PaidPayment> payments(String cell) {
    return entries(cell).stream().map(PaidSoFarTest::payment).toList();
  }

  private static PaidPayment payment(String entry) {
    String[] words = entry.split(" ", -1);
    return PaidPayment.ofAmount(
        day(words[0]), Element.valueOf(words[1]), Long.parseLong(words[2]) * 100);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  private static LedgerLine ledgerLine(PaidPayment payment, LineType type) {
    return new LedgerLine(
        1,
        payment.workDate(),
        payment.element(),
        100,
        Unit.HOURS,
        LedgerLine.NO_RATE,
        "",
        payment.amountPence(),
        type,
        Paragraph.G_2_13_1,
        "");
  }

  private static Settlement settlement(PaidPayment payment, Settlement.Outcome outcome) {
    return new Settlement(
        "p1",
        1,
        outcome,
        payment.workDate(),
        payment.element(),
        payment.amountPence(),
        payment.amountPence(),
        100,
        Unit.HOURS,
        Paragraph.G_2_13_1,
        "",
        "",
        "boss");
  }
}
