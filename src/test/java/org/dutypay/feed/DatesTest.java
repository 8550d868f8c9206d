package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Label("Dates and times cut from bytes are those of the calendar and of London's clock")
class DatesTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  @DisplayName("every day from 1900 to 2199 is read, and no other")
  void everyDay() {
    for (LocalDate day = LocalDate.of(1899, 12, 1); day.getYear() < 2201; day = day.plusDays(1)) {
      boolean legal = day.getYear() >= 1900 && day.getYear() <= 2199;
      assertThat(date(day.toString())).isEqualTo(legal ? (int) day.toEpochDay() : Dates.UNREADABLE);
    }
  }

  @Property
  @Label("a text is a date where the calendar has it")
  void likeTheCalendar(
      @ForAll @IntRange(min = 1890, max = 2210) int year,
      @ForAll @IntRange(min = 0, max = 99) int month,
      @ForAll @IntRange(min = 0, max = 99) int day) {
    int expected;
    try {
      expected = (int) LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      expected = Dates.UNREADABLE;
    }
    boolean legal = year >= 1900 && year <= 2199;
    assertThat(date("%04d-%02d-%02d".formatted(year, month, day)))
        .isEqualTo(legal ? expected : Dates.UNREADABLE);
  }

  @Property
  @Label("a date with one character changed is the date it then shows, or none")
  void oneCharacterChanged(@ForAll @IntRange(min = 0, max = 9) int at, @ForAll char other) {
    StringBuilder text = new StringBuilder("2024-01-31");
    text.setCharAt(at, other);
    int expected;
    try {
      expected = (int) LocalDate.parse(text).toEpochDay();
    } catch (DateTimeException e) {
      expected = Dates.UNREADABLE;
    }
    boolean legal =
        expected != Dates.UNREADABLE
            && LocalDate.parse(text).getYear() >= 1900
            && LocalDate.parse(text).getYear() < 2200;
    assertThat(date(text.toString())).isEqualTo(legal ? expected : Dates.UNREADABLE);
  }

  @Test
  @DisplayName("every minute of a day is a time, and 24:00 is not")
  void everyMinute() {
    for (int minute = 0; minute < 1440; minute++) {
      assertThat(time(LocalTime.ofSecondOfDay(minute * 60L).toString())).isEqualTo(minute);
    }
    for (String text :
        List.of("24:00", "12:60", "1:00", "12.00", "12:0", "12:000", "-1:00", "", ":")) {
      assertThat(time(text)).as(text).isEqualTo(Dates.UNREADABLE);
    }
  }

  @Property
  @Label("a moment is the minute that London's clock means, in the repeated hour the first")
  void moments(@ForAll("wallClocks") LocalDateTime wall) {
    List<ZoneOffset> offsets = LONDON.getRules().getValidOffsets(wall);
    int expected =
        offsets.isEmpty() ? Dates.UNREADABLE : (int) (wall.toEpochSecond(offsets.getFirst()) / 60);
    assertThat(moment(wall.toString())).isEqualTo(expected);
  }

  @Property
  @Label("an offset is taken where London has it then")
  void offsets(@ForAll("wallClocks") LocalDateTime wall, @ForAll("offsets") ZoneOffset offset) {
    boolean london = LONDON.getRules().isValidOffset(wall, offset);
    int expected = london ? (int) (wall.toEpochSecond(offset) / 60) : Dates.UNREADABLE;
    String digits = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    assertThat(moment(wall + digits)).isEqualTo(expected);
    assertThat(moment(OffsetDateTime.of(wall, offset).toString())).isEqualTo(expected);
  }

  @Provide
  Arbitrary<LocalDateTime> wallClocks() {
    Arbitrary<LocalDateTime> any =
        Arbitraries.longs()
            .between(
                0,
                ChronoUnit.MINUTES.between(
                        LocalDate.of(1990, 1, 1).atStartOfDay(),
                        LocalDate.of(2110, 1, 1).atStartOfDay())
                    - 1)
            .map(minutes -> LocalDate.of(1990, 1, 1).atStartOfDay().plusMinutes(minutes));
    Arbitrary<LocalDateTime> nearChange =
        Arbitraries.integers()
            .between(1990, 2109)
            .flatMap(
                year ->
                    Arbitraries.of(true, false)
                        .flatMap(
                            spring ->
                                Arbitraries.integers()
                                    .between(-120, 240)
                                    .map(minutes -> change(year, spring).plusMinutes(minutes))));
    return Arbitraries.oneOf(any, nearChange);
  }

  @Provide
  Arbitrary<ZoneOffset> offsets() {
    return Arbitraries.of(
        ZoneOffset.UTC, ZoneOffset.ofHours(1), ZoneOffset.ofHours(2), ZoneOffset.ofHours(-1));
  }

  private static LocalDateTime change(int year, boolean spring) {
    var first =
        LONDON
            .getRules()
            .nextTransition(LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    return (spring ? first : LONDON.getRules().nextTransition(first.getInstant()))
        .getDateTimeBefore();
  }

  private static int date(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Dates.date(bytes, 1, bytes.length - 1);
  }

  private static int time(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Dates.time(bytes, 1, bytes.length - 1);
  }

  private static int moment(String text) {
    byte[] bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
    return Dates.moment(bytes, 1, bytes.length - 1);
  }
}
