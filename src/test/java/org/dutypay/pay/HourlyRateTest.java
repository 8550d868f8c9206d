package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Label("Rulebook 2: the hourly rate is annual x 6 / 12,520, never rounded by itself")
@DisplayName("Rulebook 2: the hourly rate is annual x 6 / 12,520, never rounded by itself")
class HourlyRateTest {

  private static final HourlyRate TOP_CONSTABLE = new HourlyRate(46_044_00);
  private static final HourlyRate OF_1986 = new HourlyRate(12_372_00);

  @Test
  @DisplayName("£46,044 a year are £22.0658 an hour")
  void printed() {
    assertThat(TOP_CONSTABLE.printed(Multiple.ONE)).isEqualTo(22_0658);
    assertThat(TOP_CONSTABLE.annual()).isEqualTo("46,044");
  }

  @DisplayName("What £46,044 a year pay")
  @ParameterizedTest(name = "{0} min at {1}: {2} pence")
  @CsvSource({
    "120, 4/3, 5884",
    "480, 3/2, 26479",
    "480, 2, 35305",
    "60, 1/10, 221",
    "60, 1/3, 736"
  })
  void amounts(int minutes, String multiple, long pence) {
    assertThat(
            TOP_CONSTABLE.amount(
                Multiple.parse(multiple), Length.ofMinutes(minutes), Rounding.HALF_UP))
        .isEqualTo(pence);
  }

  @DisplayName("The official table of 1986, which cut after three decimals: £12,372 a year")
  @ParameterizedTest(name = "{1} at {0}")
  @CsvSource({"4/3, 7.905", "3/2, 8.893", "2, 11.858"})
  void tableOf1986(String multiple, BigDecimal pounds) {
    BigDecimal printed = BigDecimal.valueOf(OF_1986.printed(Multiple.parse(multiple)), 4);
    assertThat(printed.setScale(3, RoundingMode.DOWN)).isEqualTo(pounds);
  }

  @Property
  @Label("An amount is the exact fraction, rounded once")
  void exact(
      @ForAll @LongRange(min = 10_000_00, max = 150_000_00) long annualPence,
      @ForAll @LongRange(min = 1, max = 1440L * Length.PER_MINUTE) long tenThousandths,
      @ForAll @IntRange(min = 0, max = 5) int which) {
    Multiple multiple = Multiple.parse(new String[] {"1", "4/3", "3/2", "2", "1/3", "1/10"}[which]);
    BigDecimal over =
        BigDecimal.valueOf(annualPence)
            .multiply(BigDecimal.valueOf(6L * multiple.over()))
            .multiply(BigDecimal.valueOf(tenThousandths));
    BigDecimal under =
        BigDecimal.valueOf(12_520L * multiple.under())
            .multiply(BigDecimal.valueOf(60L * Length.PER_MINUTE));
    for (Rounding rounding : Rounding.values()) {
      RoundingMode mode = RoundingMode.valueOf(rounding.name());
      assertThat(new HourlyRate(annualPence).amount(multiple, new Length(tenThousandths), rounding))
          .isEqualTo(over.divide(under, 0, mode).longValueExact());
    }
  }

  @Test
  @DisplayName("There is no rate of nothing")
  void aboveNought() {
    assertThatThrownBy(() -> new HourlyRate(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above nought");
  }
}
