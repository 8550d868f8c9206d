package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What has changed of a matter's facts, in words")
class FactsChangeTest {

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          duty e1 2024-05-14T14:00/2024-05-14T22:00                        | duty e1 2024-05-14T14:00/2024-05-14T23:15                        | end was 22:00, now 23:15
          duty e1 2024-05-14T14:00/2024-05-14T22:00                        | duty e1 2024-05-14T13:00/2024-05-15T01:00                        | start was 14:00, now 13:00; end was 2024-05-14T22:00, now 2024-05-15T01:00
          duty e1 2024-05-14T14:00/2024-05-14T22:00                        | duty e1 2024-05-14T14:00/2024-05-14T22:00 travel_minutes=30      | travel_minutes is now 30
          duty e1 2024-05-14T14:00/2024-05-14T22:00 own_request=Y          | duty e1 2024-05-14T14:00/2024-05-14T22:00                        | own_request was Y, now none
          day 2024-05-14 treated as DUTY, roster DUTY 07:00-15:00          | day 2024-05-14 treated as REST_DAY, roster REST_DAY              | treated as was DUTY, now REST_DAY; roster was DUTY 07:00-15:00, now REST_DAY
          day 2024-05-14 treated as NONE                                   | day 2024-05-14 treated as DUTY, roster DUTY 07:00-15:00 lieu_of=2024-05-01 | treated as was NONE, now DUTY; roster is now DUTY 07:00-15:00; lieu_of is now 2024-05-01
          officer CONSTABLE 2013/3 40 h at 40000.00                        | officer CONSTABLE 2013/4 40 h at 42000.00                        | officer CONSTABLE was 2013/3 40 h at 40000.00, now 2013/4 40 h at 42000.00
          policy rounding=HALF_UP                                          | policy rounding=DOWN                                             | rounding was HALF_UP, now DOWN
          rest 600 min                                                     | rest 590 min                                                     | rest was 600 min, now 590 min
          paid before £5.00                                                | paid before £6.00                                                | paid before was £5.00, now £6.00
          duty e1 2024-05-14T14:00/2024-05-14T22:00; rest 600 min          | duty e1 2024-05-14T14:00/2024-05-14T22:00                        | gone: rest 600 min
          duty e1 2024-05-14T14:00/2024-05-14T22:00                        | duty e1 2024-05-14T14:00/2024-05-14T22:00; duty e2 2024-05-14T23:00/2024-05-15T01:00 | new: duty e2 2024-05-14T23:00/2024-05-15T01:00
          claim C1 MEAL 2024-05-14 amount=5.00 reason=late; officer A      | claim C1 MEAL 2024-05-14 amount=6.00 reason=late; officer A      | amount was 5.00, now 6.00
          """)
  void changes(String before, String now, String expected) {
    assertThat(FactsChange.inWords(before, now)).isEqualTo(expected);
    assertThat(FactsChange.inWords(now, now)).isEmpty();
  }
}
