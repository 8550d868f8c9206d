package org.dutypay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dutypay.pay.HourlyRate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rulebook 2: pay scales by date, as they were known")
class PayScalesTest {

  private static final long ALWAYS = Long.MIN_VALUE;

  @Test
  @DisplayName("A scale has a rate from its first day to the next award")
  void byDate() {
    PayScales scales =
        scales(
            "2024-12-31",
            rate("CONSTABLE", "7", "2023-09-01", 46_044, ALWAYS),
            rate("CONSTABLE", "7", "2024-09-01", 48_231, ALWAYS));
    assertThat(pounds(scales, "7", "2023-08-31")).isEmpty();
    assertThat(pounds(scales, "7", "2023-09-01")).contains(46_044L);
    assertThat(pounds(scales, "7", "2024-08-31")).contains(46_044L);
    assertThat(pounds(scales, "7", "2024-09-01")).contains(48_231L);
    assertThat(scales.newestAward()).isEqualTo(day("2024-09-01"));
  }

  @Test
  @DisplayName("A point that an award leaves out has been withdrawn, and stays so")
  void withdrawn() {
    PayScales scales =
        scales(
            "2026-01-01",
            rate("CONSTABLE", "0", "2023-09-01", 28_551, ALWAYS),
            rate("CONSTABLE", "1", "2023-09-01", 29_751, ALWAYS),
            rate("CONSTABLE", "1", "2024-09-01", 31_164, ALWAYS),
            rate("SERGEANT", "4", "2025-09-01", 56_208, ALWAYS));
    assertThat(pounds(scales, "0", "2024-08-31")).contains(28_551L);
    assertThat(pounds(scales, "0", "2024-09-01")).isEmpty();
    assertThat(pounds(scales, "0", "2025-12-31")).isEmpty();
    assertThat(pounds(scales, "1", "2025-12-31")).contains(31_164L);
    assertThat(scales.annualRates("CONSTABLE", day("2024-08-31")))
        .containsExactly(28_551_00L, 29_751_00L);
    assertThat(scales.annualRates("CONSTABLE", day("2024-09-01"))).containsExactly(31_164_00L);
  }

  @Test
  @DisplayName("Two tables differ from the day on which a point has another rate, or none")
  void differences() {
    PayScales a =
        scales(
            "2026-01-01",
            rate("CONSTABLE", "0", "2023-09-01", 28_551, ALWAYS),
            rate("CONSTABLE", "7", "2023-09-01", 46_044, ALWAYS),
            rate("CONSTABLE", "7", "2024-09-01", 48_231, ALWAYS),
            rate("CONSTABLE", "7", "2025-09-01", 50_256, ALWAYS),
            rate("SERGEANT", "4", "2023-09-01", 51_498, ALWAYS));
    PayScales b =
        scales(
            "2026-01-01",
            rate("CONSTABLE", "0", "2023-09-01", 28_551, ALWAYS),
            rate("CONSTABLE", "7", "2023-09-01", 46_044, ALWAYS),
            rate("CONSTABLE", "0", "2024-09-01", 29_000, ALWAYS),
            rate("CONSTABLE", "7", "2024-09-01", 49_000, ALWAYS),
            rate("CONSTABLE", "0", "2025-03-01", 29_000, ALWAYS),
            rate("CONSTABLE", "7", "2025-03-01", 49_000, ALWAYS),
            rate("CONSTABLE", "7", "2025-09-01", 50_256, ALWAYS),
            rate("SERGEANT", "4", "2023-09-01", 51_498, ALWAYS));

    assertThat(a.differencesTo(b))
        .containsExactly(
            difference("0", "2024-09-01", OptionalLong.empty(), OptionalLong.of(29_000_00)),
            difference("7", "2024-09-01", OptionalLong.of(48_231_00), OptionalLong.of(49_000_00)));
    assertThat(a.differencesTo(a)).isEmpty();
  }

  private static PayScales.RateDifference difference(
      String point, String from, OptionalLong a, OptionalLong b) {
    return new PayScales.RateDifference("CONSTABLE", point, day(from), a, b);
  }

  @Test
  @DisplayName("What became known after the run date is left out, with the award that it makes")
  void knownLater() {
    PayScales.Rate late = rate("CONSTABLE", "7", "2024-09-01", 48_231, day("2024-11-15"));
    PayScales.Rate before = rate("CONSTABLE", "7", "2023-09-01", 46_044, ALWAYS);
    PayScales ignorant = scales("2024-11-14", before, late);
    PayScales knowing = scales("2024-11-15", before, late);
    assertThat(pounds(ignorant, "7", "2024-10-01")).contains(46_044L);
    assertThat(pounds(knowing, "7", "2024-10-01")).contains(48_231L);
    assertThat(ignorant.newestAward()).isEqualTo(day("2023-09-01"));
  }

  @Test
  @DisplayName(
      "Of two rates for one point and day the one known later stands, whatever their order")
  void corrected() {
    PayScales.Rate first = rate("CONSTABLE", "7", "2024-09-01", 48_000, day("2024-09-02"));
    PayScales.Rate corrected = rate("CONSTABLE", "7", "2024-09-01", 48_231, day("2024-10-01"));
    assertThat(pounds(scales("2024-12-31", first, corrected), "7", "2024-09-01")).contains(48_231L);
    assertThat(pounds(scales("2024-12-31", corrected, first), "7", "2024-09-01")).contains(48_231L);
    assertThat(pounds(scales("2024-09-30", corrected, first), "7", "2024-09-01")).contains(48_000L);
  }

  @Test
  @DisplayName("An unknown scale or point has no rate")
  void unknown() {
    PayScales scales = scales("2024-12-31", rate("CONSTABLE", "7", "2023-09-01", 46_044, ALWAYS));
    assertThat(pounds(scales, "8", "2024-01-01")).isEmpty();
    assertThat(scales.rate("NO_SUCH", "7", day("2024-01-01"))).isEmpty();
    assertThat(scales.annualRates("NO_SUCH", day("2024-01-01"))).isEmpty();
  }

  private static PayScales scales(String knownBy, PayScales.Rate... rates) {
    return new PayScales(List.of(rates), day(knownBy));
  }

  private static Optional<Long> pounds(PayScales scales, String point, String on) {
    return scales.rate("CONSTABLE", point, day(on)).map(HourlyRate::annualPence).map(p -> p / 100);
  }

  private static PayScales.Rate rate(
      String scale, String point, String from, long pounds, long knownFrom) {
    return new PayScales.Rate(scale, point, day(from), pounds * 100, knownFrom);
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
