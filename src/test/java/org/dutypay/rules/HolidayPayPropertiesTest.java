package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.PaidPayment;
import org.dutypay.pay.Element;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Rounding;

@Label("What holds for every officer's holiday pay")
class HolidayPayPropertiesTest {

  private static final int TRIES = 100;
  private static final LocalDate FIRST = LocalDate.of(2022, 3, 7);
  private static final LocalDate LEAVE_YEAR = LocalDate.of(2024, 4, 1);
  private static final List<String> METHODS = List.of("WEEKS_52", "MONTHS_6", "WEEKS_12");
  private static final List<String> DAYS =
      List.of("LEAVE", "LEAVE 07-15", "LEAVE 07-17", "LEAVE 22-06", "LEAVE 09-15", "07-15", "REST");
  private static final List<String> HOURS = List.of("40", "37.5", "31.7", "20", "16.25");

  /** A leave year of days at random, with payments in the two years before. */
  private static Story story(Random random, boolean withRecoveries) {
    Story story =
        Story.officer()
            .range("2024-04-01", "2025-03-31")
            .runDate("2025-03-31")
            .weeklyHours(any(HOURS, random))
            .from("2024-09-0" + (1 + random.nextInt(9)))
            .weeklyHours(any(HOURS, random))
            .policy("holiday-pay-method", any(METHODS, random));
    for (int day = 0; day < 90; day++) {
      if (random.nextInt(3) > 0) {
        story.roster(LEAVE_YEAR.plusDays(3L * day) + " " + any(DAYS, random));
      }
    }
    for (int week = 0; week < 100; week++) {
      if (random.nextInt(8) == 0) {
        LocalDate monday = FIRST.plusWeeks(week);
        story.roster(monday + ".." + monday.plusDays(6) + " UNPAID");
      }
    }
    for (int i = 0; i < 40; i++) {
      int pence = random.nextInt(100_000) - (withRecoveries ? 30_000 : 0);
      story.paid(
          FIRST.plusDays(random.nextInt(1_000))
              + " "
              + any(HolidayPay.ELEMENTS, random)
              + " "
              + BigDecimal.valueOf(pence, 2));
    }
    return story;
  }

  private static <T> T any(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  @Property(tries = TRIES)
  @Label("by the weeks it is never negative, and comes to at most twenty days of the best average")
  void limits(@ForAll long seed, @ForAll boolean withRecoveries) {
    Story story = story(new Random(seed), withRecoveries);
    List<PayLine> lines = story.holidayPay();

    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.amountPence()).isNotNegative();
              assertThat(line.unitsHundredths()).isPositive();
              assertThat(line.element()).isEqualTo(Element.HOLIDAY_PAY);
            });
    double most =
        lines.stream().mapToDouble(HolidayPayPropertiesTest::averageDay).max().orElse(0) * 20;
    long pence = lines.stream().mapToLong(PayLine::amountPence).sum();
    assertThat((double) pence).isLessThanOrEqualTo(most + lines.size());
  }

  /** Pence of a whole day, from T and the weeks as the note gives them. */
  private static double averageDay(PayLine line) {
    String[] words = line.note().split(" ", -1);
    return Double.parseDouble(words[0]) * 100 / Double.parseDouble(words[2]) / 5;
  }

  @Property(tries = TRIES)
  @Label("the order of payments does not matter")
  void order(@ForAll long seed) {
    Random random = new Random(seed);
    Story story = story(random, true);
    OfficerCase officer = story.toCase();
    List<PaidPayment> shuffled = new ArrayList<>(officer.paidHistory());
    Collections.shuffle(shuffled, random);
    PayEngine engine = new PayEngine(story.context());

    assertThat(engine.holidayPay(officer, shuffled))
        .isEqualTo(engine.holidayPay(officer, officer.paidHistory()));
  }

  @Property(tries = TRIES)
  @Label("of a year paid in every week, a day is T over 260")
  void dividedBy260(@ForAll @IntRange(min = 1, max = 9_999_999) int pence) {
    List<PayLine> lines =
        Story.officer()
            .roster("MON LEAVE")
            .paid("2023-09-13 OVERTIME " + BigDecimal.valueOf(pence, 2))
            .holidayPay();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().amountPence()).isEqualTo(Rounding.HALF_UP.divide(pence, 260));
  }

  @Property(tries = TRIES)
  @Label("a share of every payment comes to the share of all of them, but for the roundings")
  void shares(@ForAll long seed) {
    Story story = story(new Random(seed), true).policy("holiday-pay-method", "PERCENTAGE");
    long from = story.context().from();
    long paid =
        story.toCase().paidHistory().stream()
            .filter(payment -> payment.workDate() >= from)
            .mapToLong(PaidPayment::amountPence)
            .sum();
    List<PayLine> lines = story.holidayPay();

    long pence = lines.stream().mapToLong(PayLine::amountPence).sum();
    assertThat(pence * 260.0 / 20)
        .isBetween(paid - 13.0 * lines.size(), paid + 13.0 * lines.size());
  }
}
