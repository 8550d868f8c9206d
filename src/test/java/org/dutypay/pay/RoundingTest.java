package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Label("One rounding, as the force has chosen")
@DisplayName("One rounding, as the force has chosen")
class RoundingTest {

  @DisplayName("Halves, and a hair beside them")
  @ParameterizedTest(name = "{0} / {1}: half-up {2}, half-even {3}, down {4}")
  @CsvSource({
    "5, 2, 3, 2, 2",
    "7, 2, 4, 4, 3",
    "-5, 2, -3, -2, -2",
    "-7, 2, -4, -4, -3",
    "2499, 1000, 2, 2, 2",
    "2501, 1000, 3, 3, 2",
    "6, 3, 2, 2, 2",
    "0, 7, 0, 0, 0"
  })
  void halves(long numerator, long denominator, long halfUp, long halfEven, long down) {
    assertThat(Rounding.HALF_UP.divide(numerator, denominator)).isEqualTo(halfUp);
    assertThat(Rounding.HALF_EVEN.divide(numerator, denominator)).isEqualTo(halfEven);
    assertThat(Rounding.DOWN.divide(numerator, denominator)).isEqualTo(down);
  }

  @Property
  @Label("It is the rounding of that name of decimal arithmetic")
  void asDecimals(
      @ForAll long numerator,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 4) long denominator,
      @ForAll Rounding rounding) {
    assertThat(rounding.divide(numerator, denominator))
        .isEqualTo(
            BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.valueOf(rounding.name()))
                .longValueExact());
  }

  @Property
  @Label("And so it is for small numbers, where halves are common")
  void smallNumbers(
      @ForAll @LongRange(min = -1000, max = 1000) long numerator,
      @ForAll @LongRange(min = 1, max = 20) long denominator,
      @ForAll Rounding rounding) {
    asDecimals(numerator, denominator, rounding);
  }
}
