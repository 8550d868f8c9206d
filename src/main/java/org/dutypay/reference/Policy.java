package org.dutypay.reference;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.dutypay.duty.ForceDays;
import org.dutypay.pay.Rounding;

/**
 * A force's choices where the sources are silent or forces differ: one value for every key, its
 * default where the force says nothing.
 */
public final class Policy {

  private static final String YES_OR_NO = "true or false";
  private static final String MINUTES = "whole minutes from 0 to 1440";

  private static final String EITHER = "true|false";
  private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

  /** 29 February is refused: a leave year that starts every fourth year is nobody's. */
  private static final String MONTH_DAY =
      "(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31";

  private static final String UP_TO_A_DAY = "\\d{1,3}|1[0-3]\\d\\d|14[0-3]\\d|1440";
  private static final String UP_TO_120 = "\\d{1,2}|1[01]\\d|120";
  private static final String ONE_TO_120 = "[1-9]\\d?|1[01]\\d|120";
  private static final String UP_TO_366 = "\\d{1,2}|[12]\\d\\d|3[0-5]\\d|36[0-6]";
  private static final String PER_CENT = "\\d{1,2}(\\.\\d{1,4})?|100";
  private static final String FRACTION = "[1-9]\\d{0,4}/[1-9]\\d{0,4}";

  /**
   * Every key, in the order of the contract: its default, what it decides and the values it takes.
   */
  public enum Key {
    FORCE_DAY_STARTS("07:00", "when a force day starts", "a time such as 07:00", TIME),
    WEEK_STARTS(
        "MONDAY",
        "the first force day of a week",
        "a day such as MONDAY",
        "MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY"),
    LEAVE_YEAR_STARTS(
        "04-01", "the first day of a leave year", "a month and day such as 04-01", MONTH_DAY),
    ROUNDING(
        "HALF_UP",
        "how the one rounding of a line is made",
        "HALF_UP, HALF_EVEN or DOWN",
        "HALF_UP|HALF_EVEN|DOWN"),
    SHORT_CASUAL_COUNTS(
        "true",
        "whether a casual occasion under 30 minutes uses up one of the week's four",
        YES_OR_NO,
        EITHER),
    EARLY_START_PAY(
        "PREMIUM_ONLY",
        "whether an early start without due notice adds a third to salary, or pays 4/3",
        "PREMIUM_ONLY or FULL",
        "PREMIUM_ONLY|FULL"),
    EARLY_BOOK_ON_MINUTES(
        "30", "how long before a tour booking on is not yet an early start", MINUTES, UP_TO_A_DAY),
    UNMARKED_HOLIDAYS(
        "HOLIDAY",
        "whether a public holiday that the roster does not mark is paid as one",
        "HOLIDAY or ROSTERED",
        "HOLIDAY|ROSTERED"),
    RECALL_TRAVEL_LIMIT_MINUTES("60", "travel counted in a recall, at most", MINUTES, UP_TO_A_DAY),
    REST_DAY_TRAVEL_LIMIT_MINUTES(
        "60",
        "travel counted on a rest day, free day or public holiday, at most",
        MINUTES,
        UP_TO_A_DAY),
    UNSOCIAL_HOUR(
        "CONTINUOUS",
        "whether a full unsocial hour is any sixty minutes or an hour of the clock",
        "CONTINUOUS or CLOCK",
        "CONTINUOUS|CLOCK"),
    PNB_2014_8(
        "true",
        "whether rest and free days in an absence of five days count as leave when worked",
        YES_OR_NO,
        EITHER),
    TOIL_EXPIRY_MONTHS(
        "3", "how long time off can be taken", "whole months from 1 to 120", ONE_TO_120),
    TOIL_EXPIRY(
        "PAY", "whether time off not taken is paid or only reported", "PAY or WARN", "PAY|WARN"),
    ACTING_PAY_DAYS(
        "WORKED",
        "whether acting up is paid for days worked or calendar days",
        "WORKED or CALENDAR",
        "WORKED|CALENDAR"),
    ACTING_BREAK_DAYS(
        "14",
        "calendar days without acting that break a continuous period when passed",
        "whole days from 0 to 366",
        UP_TO_366),
    ACTING_OVERTIME_RATE(
        "SUBSTANTIVE",
        "the rate of a constable's overtime while acting",
        "SUBSTANTIVE or ACTING",
        "SUBSTANTIVE|ACTING"),
    ACTING_CLAIM_LIMIT_MONTHS(
        "2",
        "how long acting up can be claimed; 0 = no limit",
        "whole months from 0 to 120",
        UP_TO_120),
    SOUTH_EAST_CAP(
        "HIGHER",
        "which published cap of the South East allowance applies",
        "HIGHER or LOWER",
        "HIGHER|LOWER"),
    RECHARGE_ON_COSTS_PERCENT(
        "0",
        "on-costs recharged to a host, in per cent of salary",
        "a number from 0 to 100",
        PER_CENT),
    HOLIDAY_PAY_METHOD(
        "WEEKS_52",
        "how holiday pay is reckoned",
        "WEEKS_52, PERCENTAGE, MONTHS_6 or WEEKS_12",
        "WEEKS_52|PERCENTAGE|MONTHS_6|WEEKS_12"),
    HOLIDAY_PAY_PERCENTAGE(
        "20/260",
        "the share of each qualifying payment, with PERCENTAGE",
        "a fraction such as 20/260",
        FRACTION),
    ARREARS_LIMIT(
        "NONE",
        "how far back holiday pay arrears are applied",
        "NONE, TWO_YEARS or SERIES_3_MONTHS",
        "NONE|TWO_YEARS|SERIES_3_MONTHS"),
    RETRO_MONTHS(
        "12",
        "how many closed months before the range are compared with the ledger",
        "whole months from 0 to 120",
        UP_TO_120),
    RECOVERY_LIMIT_PERCENT(
        "5",
        "recoveries of a closed period's pay above which a run stops",
        "a number from 0 to 100",
        PER_CENT),
    DUTY_NOT_BOOKED(
        "false", "whether a rostered tour without a booking is reported", YES_OR_NO, EITHER),
    CLAIM_CONFLICTS(
        "false", "whether claims that exclude each other are reported", YES_OR_NO, EITHER),
    REPORT_NAMES("true", "whether reports show officers' names", YES_OR_NO, EITHER);

    private final String standard;
    private final String decides;
    private final String takes;
    private final String legal;

    Key(String standard, String decides, String takes, String legal) {
      this.standard = standard;
      this.decides = decides;
      this.takes = takes;
      this.legal = legal;
    }

    /** As a policy file writes it: {@code force-day-starts}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String standard() {
      return standard;
    }

    /** What it decides, in a few words. */
    public String decides() {
      return decides;
    }

    /** The values it takes, in words. */
    public String takes() {
      return takes;
    }
  }

  private final EnumMap<Key, String> values = new EnumMap<>(Key.class);
  private final ForceDays forceDays;
  private final Rounding rounding;

  private Policy(Map<Key, String> chosen) {
    for (Key key : Key.values()) {
      values.put(key, chosen.getOrDefault(key, key.standard));
    }
    forceDays =
        new ForceDays(
            minuteOfDay(value(Key.FORCE_DAY_STARTS)),
            DayOfWeek.valueOf(value(Key.WEEK_STARTS)),
            MonthDay.parse("--" + value(Key.LEAVE_YEAR_STARTS)));
    rounding = Rounding.valueOf(value(Key.ROUNDING));
  }

  /** What holds where a force has chosen nothing. */
  public static Policy standard() {
    return new Policy(Map.of());
  }

  /**
   * A force's choices by the names a policy file gives them.
   *
   * @throws IllegalArgumentException for an unknown key or a value it does not take; the message
   *     says what it takes
   */
  public static Policy of(Map<String, String> chosen) {
    EnumMap<Key, String> values = new EnumMap<>(Key.class);
    chosen.forEach(
        (text, value) -> {
          Key key =
              Arrays.stream(Key.values())
                  .filter(known -> known.text().equals(text))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "there is no policy key '" + text + "'" + nearest(text)));
          if (!value.matches(key.legal)) {
            throw new IllegalArgumentException(
                "policy key " + text + " takes " + key.takes + ", not '" + value + "'");
          }
          values.put(key, value);
        });
    return new Policy(values);
  }

  private static String nearest(String text) {
    return Arrays.stream(Key.values())
        .map(Key::text)
        .filter(
            known ->
                known.startsWith(text)
                    || text.startsWith(known)
                    || known.replace("-", "").equals(text.replace("-", "").replace("_", "")))
        .findFirst()
        .map(known -> "; did you mean " + known + "?")
        .orElse("");
  }

  /** The value of a key as text. */
  public String value(Key key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("Every key has a value, but not " + key);
    }
    return value;
  }

  public boolean is(Key key) {
    return value(key).equals("true");
  }

  public boolean is(Key key, String choice) {
    return value(key).equals(choice);
  }

  public int number(Key key) {
    return Integer.parseInt(value(key));
  }

  public ForceDays forceDays() {
    return forceDays;
  }

  public Rounding rounding() {
    return rounding;
  }

  /**
   * Every key and its value, one a line, in the order of the contract: what a run's identity is
   * made of.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    values.forEach((key, value) -> text.append(key.text()).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private static int minuteOfDay(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
