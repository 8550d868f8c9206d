package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Amounts that are not rounded yet")
class ExactAmountTest {

  @Test
  @DisplayName("A day of £3,033 a year is 3,033 x 6 / 2,191, printed as 8.3058 and paid as 8.31")
  void aDay() {
    ExactAmount day = ExactAmount.ofPence(303_300).times(6, 2_191);
    assertThat(day.printed()).isEqualTo(83_058);
    assertThat(day.rounded(Rounding.HALF_UP)).isEqualTo(831);
    assertThat(day.rounded(Rounding.DOWN)).isEqualTo(830);
  }

  @Test
  @DisplayName("Nothing is divided by nought or less")
  void divisor() {
    assertThatThrownBy(() -> new ExactAmount(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An exact amount is divided by a positive number, not 0");
  }
}
