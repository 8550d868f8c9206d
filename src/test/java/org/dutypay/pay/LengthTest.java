package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lengths of time are exact until a row is written")
class LengthTest {

  @DisplayName("floor15 leaves completed quarter-hours")
  @ParameterizedTest(name = "{0} min: {1}")
  @CsvSource({"0, 0", "14, 0", "15, 15", "29, 15", "30, 30", "44, 30", "45, 45", "241, 240"})
  void floor15(int minutes, int completed) {
    assertThat(Length.floor15(minutes)).isEqualTo(completed);
    assertThat(Length.ofMinutes(minutes).completedQuarters())
        .isEqualTo(Length.ofMinutes(completed));
  }

  @DisplayName(
      "Fractions of a minute are rounded half-up, of a quarter-hour they are not completed")
  @ParameterizedTest(name = "{0} ten-thousandths")
  @CsvSource({
    "4479600, 448, 447.96, 4350000, 747",
    "4474999, 447, 447.4999, 4350000, 746",
    "4475000, 448, 447.5, 4350000, 746",
    "149999, 15, 14.9999, 0, 25"
  })
  void fractions(
      long tenThousandths, long minutes, String inMinutes, long quarters, long hundredths) {
    Length length = new Length(tenThousandths);
    assertThat(length.minutes()).isEqualTo(minutes);
    assertThat(length.inMinutes()).isEqualTo(inMinutes);
    assertThat(length.completedQuarters().tenThousandths()).isEqualTo(quarters);
    assertThat(length.hundredthsOfAnHour()).isEqualTo(hundredths);
  }

  @DisplayName("Minutes times a multiple are rounded half-up")
  @ParameterizedTest(name = "{0} min x {1}: {2}")
  @CsvSource({"15, 3/2, 23", "45, 3/2, 68", "240, 3/2, 360", "15, 2, 30", "30, 1/3, 10"})
  void times(int minutes, String multiple, long product) {
    assertThat(Length.ofMinutes(minutes).minutesTimes(Multiple.parse(multiple))).isEqualTo(product);
  }
}
