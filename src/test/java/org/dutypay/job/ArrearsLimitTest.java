package org.dutypay.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.Element;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("14 How far back arrears of holiday pay are proposed")
class ArrearsLimitTest {

  @DisplayName("Underpayments within the limit and every recovery are proposed")
  @ParameterizedTest(name = "{0}, claim of {1}: of {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE            | 2024-05-31 | A 2001-01-01 +, A 2024-05-01 +                                  | A 2001-01-01, A 2024-05-01
          TWO_YEARS       | 2024-05-31 | A 2022-05-30 +, A 2022-05-31 +, A 2024-05-01 +                  | A 2022-05-31, A 2024-05-01
          TWO_YEARS       | 2024-05-31 | A 2001-01-01 -, A 2022-05-30 -                                  | A 2001-01-01, A 2022-05-30
          TWO_YEARS       | 2024-02-29 | A 2022-02-27 +, A 2022-02-28 +                                  | A 2022-02-28
          TWO_YEARS       | 2024-05-31 | A 2024-06-01 +                                                  | A 2024-06-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-04-01 +, A 2001-07-01 +                  | A 2001-01-01, A 2001-04-01, A 2001-07-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-04-02 +, A 2001-07-01 +                  | A 2001-04-02, A 2001-07-01
          SERIES_3_MONTHS | 2024-05-31 | A 2023-11-30 +, A 2024-02-29 +                                  | A 2023-11-30, A 2024-02-29
          SERIES_3_MONTHS | 2024-05-31 | A 2023-11-30 +, A 2024-03-01 +                                  | A 2024-03-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-02-01 +, A 2002-01-01 +, A 2003-01-01 +, A 2003-02-01 + | A 2003-01-01, A 2003-02-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-03-01 -, A 2001-05-01 +                  | A 2001-03-01, A 2001-05-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 -, A 2009-01-01 +                                  | A 2001-01-01, A 2009-01-01
          TWO_YEARS       | 2024-05-31 | A 2001-01-01 + OVERTIME, A 2001-01-01 +                         | A 2001-01-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-06-01 + OVERTIME, A 2009-01-01 +          | A 2001-06-01, A 2009-01-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, A 2001-03-01 + OVERTIME, A 2001-05-01 +          | A 2001-03-01, A 2001-05-01
          SERIES_3_MONTHS | 2024-05-31 | A 2001-01-01 +, B 2001-03-01 +, B 2001-06-02 +                  | A 2001-01-01, B 2001-06-02
          """)
  void limits(String limit, LocalDate claimDate, String rows, String allowed) {
    List<ArrearsRow> all = new ArrayList<>();
    for (String row : rows.split(", ", -1)) {
      all.add(row(row.split(" ", -1)));
    }
    ArrearsLimit arrears = ArrearsLimit.of(limit, claimDate.toEpochDay());
    all.forEach(arrears::see);

    assertThat(all)
        .filteredOn(arrears::allows)
        .extracting(row -> row.officerId() + " " + LocalDate.ofEpochDay(row.workDate()))
        .containsExactly(allowed.split(", ", -1));
  }

  private static ArrearsRow row(String... words) {
    boolean isUnderpaid = words[2].equals("+");
    return new ArrearsRow(
        words[0],
        LocalDate.parse(words[1]).toEpochDay(),
        words.length > 3 ? Element.valueOf(words[3]) : Element.HOLIDAY_PAY,
        isUnderpaid ? 100 : 0,
        isUnderpaid ? 0 : 100,
        100,
        Unit.HOURS,
        Paragraph.G_2_14_1,
        "e1",
        "",
        "");
  }
}
