package org.dutypay.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** The program's own reference data, for tests of the pure packages. */
public final class TestReference {

  /** The files of {@code reference/rules}. */
  private static final List<String> SECTIONS =
      List.of(
          "early-start",
          "free-day",
          "inspecting-ranks",
          "leave-recall",
          "overtime",
          "public-holiday",
          "rest-day",
          "time-off",
          "unsocial-hours",
          "working-time");

  public static final RuleNumbers NUMBERS = new RuleNumbers(named());

  /** Enough of the published scales for the stories, in pounds a year from 1 September. */
  public static final List<PayScales.Rate> RATES =
      List.of(
          rate("CONSTABLE_2013", "7", 2022, 43_032),
          rate("CONSTABLE_2013", "7", 2023, 46_044),
          rate("CONSTABLE_2013", "7", 2024, 48_231),
          rate("SERGEANT", "4", 2022, 48_129),
          rate("SERGEANT", "4", 2023, 51_498),
          rate("SERGEANT", "4", 2024, 53_943),
          rate("INSPECTOR", "3", 2022, 59_064),
          rate("INSPECTOR", "3", 2023, 63_198),
          rate("INSPECTOR", "3", 2024, 66_201),
          rate("CHIEF_INSPECTOR", "3", 2022, 62_634),
          rate("CHIEF_INSPECTOR", "3", 2023, 67_017),
          rate("CHIEF_INSPECTOR", "3", 2024, 70_200));

  public static final PublicHolidays HOLIDAYS =
      new PublicHolidays(
          holidays(
              "2024-01-01",
              "2024-03-29",
              "2024-04-01",
              "2024-05-06",
              "2024-05-27",
              "2024-08-26",
              "2024-12-25",
              "2024-12-26",
              "2025-01-01"));

  private TestReference() {}

  private static PayScales.Rate rate(String scale, String point, int year, long pounds) {
    long from = LocalDate.of(year, 9, 1).toEpochDay();
    return new PayScales.Rate(scale, point, from, pounds * 100, Long.MIN_VALUE);
  }

  private static Map<Long, String> holidays(String... dates) {
    Map<Long, String> names = new HashMap<>();
    for (String date : dates) {
      names.put(LocalDate.parse(date).toEpochDay(), "");
    }
    return names;
  }

  private static Map<String, List<RuleNumbers.Value>> named() {
    Map<String, List<RuleNumbers.Value>> named = new TreeMap<>();
    for (String section : SECTIONS) {
      read(section)
          .forEach(
              (name, number) -> {
                List<RuleNumbers.Value> values = new ArrayList<>();
                for (Object value : (List<?>) field(number, "values")) {
                  values.add(
                      new RuleNumbers.Value(
                          ((Date) field(value, "from"))
                              .toInstant()
                              .atZone(ZoneOffset.UTC)
                              .toLocalDate()
                              .toEpochDay(),
                          field(value, "value").toString(),
                          field(value, "source").toString()));
                }
                named.put(section + "." + name, values);
              });
    }
    return named;
  }

  private static Map<String, Object> read(String section) {
    String resource = "/reference/rules/" + section + ".yml";
    try (InputStream file = TestReference.class.getResourceAsStream(resource)) {
      return new Yaml().load(Objects.requireNonNull(file, resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object field(Object map, String name) {
    return Objects.requireNonNull(((Map<?, ?>) map).get(name), name);
  }
}
