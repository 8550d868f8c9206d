package org.dutypay.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Label("Wall-clock times of London as elapsed minutes")
@DisplayName("Wall-clock times of London as elapsed minutes")
class LondonTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final ZoneRules RULES = ZONE.getRules();

  /** From 1972-01-01 to 2099-12-31. */
  private static final long FIRST_DAY = 730;

  private static final long LAST_DAY = 47_481;
  private static final long FIRST_MINUTE = FIRST_DAY * 1440;
  private static final long LAST_MINUTE = LAST_DAY * 1440;

  @Property
  @Label("The minute of a wall-clock time is java.time's, and its first pass in October")
  void minute(
      @ForAll @LongRange(min = FIRST_DAY, max = LAST_DAY) long date,
      @ForAll @IntRange(min = 0, max = 1439) int minuteOfDay) {
    LocalDateTime wall = LocalDate.ofEpochDay(date).atTime(minuteOfDay / 60, minuteOfDay % 60);
    assertThat(London.isSkipped(date, minuteOfDay))
        .isEqualTo(RULES.getValidOffsets(wall).isEmpty());
    assertThat(London.minute(date, minuteOfDay))
        .isEqualTo(ZonedDateTime.ofLocal(wall, ZONE, null).toEpochSecond() / 60);
  }

  @Property
  @Label("Date, time and offset of a minute are java.time's")
  void wallClock(@ForAll @LongRange(min = FIRST_MINUTE, max = LAST_MINUTE) long minute) {
    assertWallClock(minute);
  }

  @Property
  @Label("And so they are around every change of the clocks")
  void aroundTheChanges(
      @ForAll @IntRange(min = 1972, max = 2099) int year,
      @ForAll @IntRange(min = -90, max = 90) int beside) {
    Instant newYear = Instant.parse(year + "-01-01T00:00:00Z");
    ZoneOffsetTransition forward = RULES.nextTransition(newYear);
    ZoneOffsetTransition back = RULES.nextTransition(forward.getInstant());
    for (ZoneOffsetTransition change : new ZoneOffsetTransition[] {forward, back}) {
      long at = change.toEpochSecond() / 60;
      assertWallClock(at + beside);
      assertThat(London.changesBetween(at - 1, at + 1)).isTrue();
      assertThat(London.changesBetween(at - 90, at)).isTrue();
      assertThat(London.changesBetween(at - 90, at - 1)).isFalse();
      assertThat(London.changesBetween(at, at + 90)).isFalse();
    }
  }

  @Property
  @Label("Within a day of a change, the wall clock's length is another than the elapsed one")
  void changesBetween(
      @ForAll @IntRange(min = 1972, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 1440) int minutes,
      @ForAll @IntRange(min = 0, max = 2880) int before) {
    ZoneOffsetTransition change = RULES.nextTransition(Instant.parse(year + "-01-01T00:00:00Z"));
    long start = change.toEpochSecond() / 60 - before;
    LocalDateTime from = Instant.ofEpochSecond(start * 60).atZone(ZONE).toLocalDateTime();
    LocalDateTime to = Instant.ofEpochSecond((start + minutes) * 60).atZone(ZONE).toLocalDateTime();
    assertThat(London.changesBetween(start, start + minutes))
        .isEqualTo(ChronoUnit.MINUTES.between(from, to) != minutes);
  }

  private static void assertWallClock(long minute) {
    ZonedDateTime wall = Instant.ofEpochSecond(minute * 60).atZone(ZONE);
    assertThat(London.date(minute)).isEqualTo(wall.toLocalDate().toEpochDay());
    assertThat(London.minuteOfDay(minute)).isEqualTo(wall.getHour() * 60 + wall.getMinute());
    assertThat(London.offset(minute)).isEqualTo(wall.getOffset().getTotalSeconds() / 60);
  }

  @DisplayName("The hour that March skips and the hour that October repeats")
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "2024-03-31, 00:59, false, 2024-03-31T00:59:00Z",
    "2024-03-31, 01:00, true,  2024-03-31T01:00:00Z",
    "2024-03-31, 01:59, true,  2024-03-31T01:59:00Z",
    "2024-03-31, 02:00, false, 2024-03-31T01:00:00Z",
    "2024-10-27, 00:59, false, 2024-10-26T23:59:00Z",
    "2024-10-27, 01:00, false, 2024-10-27T00:00:00Z",
    "2024-10-27, 01:59, false, 2024-10-27T00:59:00Z",
    "2024-10-27, 02:00, false, 2024-10-27T02:00:00Z"
  })
  void hours(LocalDate date, LocalTime time, boolean skipped, Instant instant) {
    int minuteOfDay = time.toSecondOfDay() / 60;
    assertThat(London.isSkipped(date.toEpochDay(), minuteOfDay)).isEqualTo(skipped);
    assertThat(London.minute(date.toEpochDay(), minuteOfDay))
        .isEqualTo(instant.getEpochSecond() / 60);
  }
}
