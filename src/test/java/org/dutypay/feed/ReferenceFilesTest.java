package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.dutypay.pay.HourlyRate;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.RuleNumbers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The dated values that come with the program, and those of a feed")
class ReferenceFilesTest {

  private final WrittenFeed feed;

  ReferenceFilesTest(@TempDir Path folder) {
    feed = WrittenFeed.in(folder);
  }

  @Test
  @DisplayName("a constable's rate of 2023 is built in")
  void builtInRates() {
    PayScales scales = ReferenceFiles.payScales(feed.spool(), day("2024-03-07"));
    assertThat(scales.rate("CONSTABLE_2013", "7", day("2024-03-07")))
        .contains(new HourlyRate(4_604_400));
    assertThat(scales.rate("CONSTABLE_2013", "99", day("2024-03-07"))).isEmpty();
  }

  @Test
  @DisplayName("a feed's own rates are added, once they are known")
  void ratesOfTheFeed() {
    feed.file(
        "pay-scales.csv",
        "pay_scale,pay_point,effective_from,annual,known_from",
        "CONSTABLE_2013,7,2024-09-01,50000,2025-01-10");
    Spool spool = feed.spool();
    assertThat(
            ReferenceFiles.payScales(spool, day("2025-01-10"))
                .rate("CONSTABLE_2013", "7", day("2024-09-01")))
        .contains(new HourlyRate(5_000_000));
    assertThat(
            ReferenceFiles.payScales(spool, day("2025-01-09"))
                .rate("CONSTABLE_2013", "7", day("2024-09-01")))
        .isPresent()
        .isNotEqualTo(
            ReferenceFiles.payScales(spool, day("2025-01-10"))
                .rate("CONSTABLE_2013", "7", day("2024-09-01")));
  }

  @Test
  @DisplayName(
      "a feed's public holidays stand in place of the built-in ones, also where there are none")
  void publicHolidays() {
    assertThat(ReferenceFiles.publicHolidays(feed.spool()).isHoliday(day("2024-12-25"))).isTrue();
    feed.file("public-holidays.csv", "date,name", "2024-07-01,Founder's Day");
    assertThat(ReferenceFiles.publicHolidays(feed.spool()).isHoliday(day("2024-12-25"))).isFalse();
    assertThat(ReferenceFiles.publicHolidays(feed.spool()).isHoliday(day("2024-07-01"))).isTrue();
    feed.file("public-holidays.csv", "date");
    assertThat(ReferenceFiles.publicHolidays(feed.spool()).names()).isEmpty();
  }

  @Test
  @DisplayName("the numbers of the rules keep their form")
  void ruleNumbers() {
    RuleNumbers numbers = ReferenceFiles.ruleNumbers();
    assertThat(numbers.whole("rest-day.short-notice-days", day("2024-03-07"))).isEqualTo(15);
    assertThat(numbers.time("unsocial-hours.ends", day("2024-03-07"))).isEqualTo(6 * 60);
    assertThat(numbers.multiple("unsocial-hours.multiple", day("2024-03-07"))).hasToString("1/10");
    assertThat(numbers.firstDay()).isLessThanOrEqualTo(day("2019-01-01"));
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}
