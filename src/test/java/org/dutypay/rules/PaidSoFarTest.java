package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an officer has been paid: the ledger and paid-history.csv together")
class PaidSoFarTest {

  private static final String CLOSED_FROM = "2024-05-01";

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
          """)
  void payments(String story, String ledger, String history, String paid) {
    List<LedgerLine> lines = new ArrayList<>();
    for (String line : entries(ledger)) {
      String[] words = line.split(" ", -1);
      lines.add(ledgerLine(payment(line), LineType.valueOf(words[3])));
    }
    assertThat(PaidSoFar.of(lines, payments(history), day(CLOSED_FROM)))
        .containsExactlyElementsOf(payments(paid));
  }

  private static List<String> entries(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(", ", -1));
  }

  private static List<PaidPayment> payments(String cell) {
    return entries(cell).stream().map(PaidSoFarTest::payment).toList();
  }

  private static PaidPayment payment(String entry) {
    String[] words = entry.split(" ", -1);
    return new PaidPayment(
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
}
