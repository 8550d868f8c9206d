package org.dutypay.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Label("Force days, weeks and leave years")
@DisplayName("Force days, weeks and leave years")
class ForceDaysTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final MonthDay APRIL = MonthDay.of(4, 1);

  /** From 1980-01-01 to 2130-12-31: beyond the years that are kept in a table. */
  private static final long FIRST_DAY = 3_652;

  private static final long LAST_DAY = 58_804;

  @Property
  @Label("A minute lies in the force day whose start is the last on the wall clock")
  void ofAMinute(
      @ForAll @LongRange(min = FIRST_DAY * 1440, max = LAST_DAY * 1440) long minute,
      @ForAll @IntRange(min = 0, max = 1439) int startsAt) {
    ForceDays forceDays = new ForceDays(startsAt, DayOfWeek.MONDAY, APRIL);
    ZonedDateTime moment = Instant.ofEpochSecond(minute * 60).atZone(ZONE);
    LocalDate today = moment.toLocalDate();
    LocalDate expected = moment.isBefore(startOf(today, startsAt)) ? today.minusDays(1) : today;
    long date = forceDays.of(minute);
    assertThat(date).isEqualTo(expected.toEpochDay());
    assertThat(forceDays.start(date)).isEqualTo(startOf(expected, startsAt).toEpochSecond() / 60);
    assertThat(forceDays.end(date)).isEqualTo(forceDays.start(date + 1)).isGreaterThan(minute);
  }

  private static ZonedDateTime startOf(LocalDate date, int startsAt) {
    return ZonedDateTime.ofLocal(date.atTime(LocalTime.ofSecondOfDay(startsAt * 60L)), ZONE, null);
  }

  @DisplayName(
      "A force day is 24 hours long, 23 when the clocks go forward and 25 when they go back")
  @ParameterizedTest(name = "{0}: {1} minutes")
  @CsvSource({
    "2024-03-04, 1440",
    "2024-03-30, 1380",
    "2024-03-31, 1440",
    "2024-10-26, 1500",
    "2024-10-27, 1440"
  })
  void length(LocalDate date, long minutes) {
    ForceDays forceDays = new ForceDays(7 * 60, DayOfWeek.MONDAY, APRIL);
    assertThat(forceDays.end(date.toEpochDay()) - forceDays.start(date.toEpochDay()))
        .isEqualTo(minutes);
  }

  @Property
  @Label("A week starts on the day that the force has chosen")
  void week(
      @ForAll @LongRange(min = FIRST_DAY, max = LAST_DAY) long date, @ForAll DayOfWeek weekStarts) {
    ForceDays forceDays = new ForceDays(7 * 60, weekStarts, APRIL);
    assertThat(forceDays.week(date))
        .isEqualTo(
            LocalDate.ofEpochDay(date)
                .with(TemporalAdjusters.previousOrSame(weekStarts))
                .toEpochDay());
  }

  @Test
  @DisplayName("A leave year starts on its first day and ends the day before the next")
  void leaveYear() {
    ForceDays forceDays = new ForceDays(7 * 60, DayOfWeek.MONDAY, APRIL);
    assertThat(forceDays.leaveYear(day("2024-04-01"))).isEqualTo(day("2024-04-01"));
    assertThat(forceDays.leaveYear(day("2025-03-31"))).isEqualTo(day("2024-04-01"));
    assertThat(forceDays.leaveYear(day("2024-03-31"))).isEqualTo(day("2023-04-01"));
    assertThat(forceDays.leaveYear(day("2024-02-29"))).isEqualTo(day("2023-04-01"));
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
