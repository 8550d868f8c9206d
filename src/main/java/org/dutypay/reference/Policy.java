package org.dutypay.reference;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  private static final String UP_TO_999999 = "\\d{1,6}";
  private static final String PER_CENT = "\\d{1,2}(\\.\\d{1,4})?|100";
  private static final String FRACTION = "[1-9]\\d{0,4}/[1-9]\\d{0,4}";

  /** Who should choose the value of a key. */
  public enum Decider {
    BRANCH_BOARD("the chief constable, after consulting the branch board"),
    CHIEF_CONSTABLE("the chief constable"),
    LEGAL_ADVICE("the chief constable, after consulting the branch board and on legal advice"),
    PAYROLL("the head of payroll"),
    FINANCE("the chief finance officer"),
    HUMAN_RESOURCES("the director of human resources"),
    RESOURCE_PLANNING("HR resource planning"),
    DATA_PROTECTION("the data protection officer");

    private final String words;

    Decider(String words) {
      this.words = words;
    }

    /** As a sentence carries it: {@code the head of payroll}. */
    public String words() {
      return words;
    }
  }

  /** Keys that say what is shown, proposed or limited: no line of pay is another one by them. */
  private static final Set<Key> OF_NO_LINE =
      EnumSet.of(
          Key.ARREARS_LIMIT,
          Key.CHANGE_THRESHOLD_POUNDS,
          Key.RECHARGE_ON_COSTS_PERCENT,
          Key.RECOVERY_LIMIT_PERCENT,
          Key.REPORT_NAMES,
          Key.RETRO_MONTHS);

  /**
   * The keys that a policy has otherwise than another one, such as {@code rounding=DOWN}.
   *
   * @param now key and value, one a line
   * @param then the same of the other
   */
  public static List<String> changed(String now, String then) {
    List<String> before = then.lines().toList();
    return now.lines()
        .filter(line -> !before.contains(line))
        .map(line -> line.replace(": ", "="))
        .toList();
  }

  /**
   * Of a policy's text, the lines of keys that decide what a line of pay comes to.
   *
   * @param text key and value, one a line
   */
  public static String deciding(String text) {
    Set<String> others = new HashSet<>();
    OF_NO_LINE.forEach(key -> others.add(key.text()));
    StringBuilder deciding = new StringBuilder();
    text.lines()
        .filter(line -> !others.contains(line.split(":", 2)[0]))
        .forEach(line -> deciding.append(line).append('\n'));
    return deciding.toString();
  }

  /**
   * Every key, in the order of the contract: its default, what it decides, the values it takes, its
   * section of the rulebook, what the sources say of the question, and who should answer it.
   */
  public enum Key {
    FORCE_DAY_STARTS(
        "07:00",
        "when a force day starts",
        "a time such as 07:00",
        TIME,
        "1",
        "The chief officer fixes the time at which a day begins (Police Regulations 2003,"
            + " regulation 22). G 2.16.1 reckons an example from 06:00 and names no hour for"
            + " everybody. Published: 07:00 in Staffordshire, Nottinghamshire, Gwent, Dyfed-Powys,"
            + " Lincolnshire, West Midlands and Humberside; 06:00 in Cheshire.",
        Decider.BRANCH_BOARD),
    WEEK_STARTS(
        "MONDAY",
        "the first force day of a week",
        "a day such as MONDAY",
        "MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY",
        "1",
        "G 2.14.1 counts casual occasions \"in any week\" and G 2.3.1 plain hours \"in a relevant"
            + " week\"; neither says on which day it starts: the chief officer fixes it. Published:"
            + " Monday in Kent and Thames Valley, Sunday in West Mercia.",
        Decider.BRANCH_BOARD),
    LEAVE_YEAR_STARTS(
        "04-01",
        "the first day of a leave year",
        "a month and day such as 04-01",
        MONTH_DAY,
        "4",
        "G 2.30 and G 2.33 reckon leave by the leave year without naming its first day. Published:"
            + " 1 April in Essex and Thames Valley. The exchange of public holidays (4), holiday"
            + " pay (13) and the check of the entitlement (15) go by it.",
        Decider.BRANCH_BOARD),
    ROUNDING(
        "HALF_UP",
        "how the one rounding of a line is made",
        "HALF_UP, HALF_EVEN or DOWN",
        "HALF_UP|HALF_EVEN|DOWN",
        "2",
        "No source gives a rule for money. The official table of overtime rates of 1986"
            + " (Metropolitan Police) cuts the hourly rate after three decimals and says nothing of"
            + " what is then paid. Dutypay rounds once, the finished line; this key says how.",
        Decider.PAYROLL),
    SHORT_CASUAL_COUNTS(
        "true",
        "whether a casual occasion under 30 minutes uses up one of the week's four",
        YES_OR_NO,
        EITHER,
        "5.1",
        "G 2.14.1 drops thirty minutes on each of the first four occasions in a week on which"
            + " casual overtime is worked; G 2.14.2 pays nothing for less than thirty minutes."
            + " Whether such an occasion is one of the four is not said. Read by the letter it was"
            + " worked, so it counts.",
        Decider.BRANCH_BOARD),
    EARLY_START_PAY(
        "PREMIUM_ONLY",
        "whether an early start without due notice adds a third to salary, or pays 4/3",
        "PREMIUM_ONLY or FULL",
        "PREMIUM_ONLY|FULL",
        "5.3",
        "G 2.16.1 calls the time before the rostered start overtime and part of the tour at once,"
            + " and pays its example at time and a third without saying whether the salary for the"
            + " tour is in it. The Nottinghamshire branch says to claim one third; other branches"
            + " only repeat the multiple.",
        Decider.LEGAL_ADVICE),
    EARLY_BOOK_ON_MINUTES(
        "30",
        "how long before a tour booking on is not yet an early start",
        MINUTES,
        UP_TO_A_DAY,
        "5.3",
        "G 2.16.1 speaks of a start that is brought forward, so of a requirement. The sources are"
            + " silent on minutes for which an officer books on before a tour unasked; a duty"
            + " system records them all the same.",
        Decider.RESOURCE_PLANNING),
    UNMARKED_HOLIDAYS(
        "HOLIDAY",
        "whether a public holiday that the roster does not mark is paid as one",
        "HOLIDAY or ROSTERED",
        "HOLIDAY|ROSTERED",
        "4",
        "G 2.22.1 gives every officer a day's paid leave on each public holiday, and G 2.22.3"
            + " double time for duty on it; neither asks what the roster calls the day. Only an"
            + " exchange approved under G 2.23.1 moves it, never that of Christmas Day. ROSTERED is"
            + " for a force whose duty system holds exchanges that the feed does not show.",
        Decider.RESOURCE_PLANNING),
    RECALL_TRAVEL_LIMIT_MINUTES(
        "60",
        "travel counted in a recall, at most",
        MINUTES,
        UP_TO_A_DAY,
        "5.5",
        "G 2.15.1 counts travel \"up to any reasonable limit set by the Chief Constable\"."
            + " Published: thirty minutes each way in Thames Valley and West Midlands, an hour in"
            + " all in Derbyshire, an hour each way in Nottinghamshire.",
        Decider.CHIEF_CONSTABLE),
    REST_DAY_TRAVEL_LIMIT_MINUTES(
        "60",
        "travel counted on a rest day, free day or public holiday, at most",
        MINUTES,
        UP_TO_A_DAY,
        "7",
        "G 2.29.1 counts travel \"subject to any reasonable limit imposed by the chief officer\","
            + " and no more once travel and duty pass six hours. Published: an hour in all in West"
            + " Midlands, thirty minutes at each end in Thames Valley. It holds on free days (8)"
            + " and public holidays (9) too.",
        Decider.CHIEF_CONSTABLE),
    UNSOCIAL_HOUR(
        "CONTINUOUS",
        "whether a full unsocial hour is any sixty minutes or an hour of the clock",
        "CONTINUOUS or CLOCK",
        "CONTINUOUS|CLOCK",
        "6",
        "G 1.18.1 pays \"every full hour worked\" between 20:00 and 06:00 and does not say from"
            + " which minute an hour is full. Thames Valley asks for a continuous hour. Duty from"
            + " 20:30 to 22:30 has two continuous hours and one of the clock.",
        Decider.BRANCH_BOARD),
    PNB_2014_8(
        "true",
        "whether rest and free days in an absence of five days count as leave when worked",
        YES_OR_NO,
        EITHER,
        "10",
        "G 2.20.1 reports the agreement in Police Negotiating Board circular 2014/8, from 1 May"
            + " 2014, for all federated ranks. It had not been put into Police Regulations when the"
            + " guide was printed (December 2023): G 2.20.4 hopes that forces honour it.",
        Decider.BRANCH_BOARD),
    TOIL_EXPIRY_MONTHS(
        "3",
        "how long time off can be taken",
        "whole months from 1 to 120",
        ONE_TO_120,
        "3",
        "G 2.17.1 lets the officer choose time off and sets no end to it. Three months stood in"
            + " Police Regulations 1995, and the Suffolk and Surrey branches name them still.",
        Decider.BRANCH_BOARD),
    TOIL_EXPIRY(
        "PAY",
        "whether time off not taken is paid or only reported",
        "PAY or WARN",
        "PAY|WARN",
        "3",
        "G 2.17.1 is silent. Police Regulations 1995 turned time off that was not taken in time"
            + " into pay, as the Suffolk and Surrey branches say it does. WARN leaves the decision"
            + " to a person, officer by officer.",
        Decider.BRANCH_BOARD),
    ACTING_PAY_DAYS(
        "WORKED",
        "whether acting up is paid for days worked or calendar days",
        "WORKED or CALENDAR",
        "WORKED|CALENDAR",
        "11",
        "G 1.31.1 pays \"a daily rate\" from day 11, for at most 46 days in one period, and says"
            + " neither how the rate is reckoned nor whether rest days are days. A 3.3.6 counts a"
            + " continuous period of 56 days including rest days, which is 10 and 46; Scotland pays"
            + " calendar days.",
        Decider.BRANCH_BOARD),
    ACTING_BREAK_DAYS(
        "14",
        "calendar days without acting that break a continuous period when passed",
        "whole days from 0 to 366",
        UP_TO_366,
        "11",
        "G 1.31.1 limits \"any one continuous period\" to 46 days and does not say what breaks one."
            + " Federation representatives advise that an absence of up to two weeks does not;"
            + " Scotland takes ten working days.",
        Decider.RESOURCE_PLANNING),
    ACTING_OVERTIME_RATE(
        "SUBSTANTIVE",
        "the rate of a constable's overtime while acting",
        "SUBSTANTIVE or ACTING",
        "SUBSTANTIVE|ACTING",
        "11",
        "G 1.32.6 calls overtime at the constable's rate while acting as sergeant an anomaly that"
            + " the Police Consultative Forum has agreed to put right; the determination was"
            + " awaited in December 2023. Until one is made, the substantive rank's rate is the"
            + " law.",
        Decider.CHIEF_CONSTABLE),
    ACTING_CLAIM_LIMIT_MONTHS(
        "2",
        "how long acting up can be claimed; 0 = no limit",
        "whole months from 0 to 120",
        UP_TO_120,
        "11",
        "A 3.4.5 pays acting only where it is claimed within two months of the duty. That is Kent's"
            + " own protocol; the guide names no limit.",
        Decider.HUMAN_RESOURCES),
    SOUTH_EAST_CAP(
        "HIGHER",
        "which published cap of the South East allowance applies",
        "HIGHER or LOWER",
        "HIGHER|LOWER",
        "12",
        "G 1.13.1 caps the allowance at £3,000 a year in Essex, Hertfordshire, Kent, Surrey and"
            + " Thames Valley (HIGHER), G 1.13.2 at £2,000 in Bedfordshire, Hampshire and Sussex"
            + " (LOWER), both from 1 September 2016. Which of them holds follows from the force;"
            + " the amount within it is the chief constable's, after consulting the branch board.",
        Decider.PAYROLL),
    RECHARGE_ON_COSTS_PERCENT(
        "0",
        "on-costs recharged to a host, in per cent of salary",
        "a number from 0 to 100",
        PER_CENT,
        "16",
        "S 3.10.2 has the host reimburse the force \"to the extent of full cost recovery\" and"
            + " names no share for the employer's contributions to National Insurance and pension."
            + " The agreement with the host should name the same percentage.",
        Decider.FINANCE),
    HOLIDAY_PAY_METHOD(
        "WEEKS_52",
        "how holiday pay is reckoned",
        "WEEKS_52, PERCENTAGE, MONTHS_6 or WEEKS_12",
        "WEEKS_52|PERCENTAGE|MONTHS_6|WEEKS_12",
        "13",
        "G 1.6.2 lists the payments that count, and no formula, period or divisor has been agreed"
            + " nationally. The Working Time Regulations 1998, regulation 16, average 52 weeks (12"
            + " before 6 April 2020). Thames Valley adds a percentage to each payment, Merseyside"
            + " averages six months. The Supreme Court left the period to the facts (Chief"
            + " Constable of the PSNI v Agnew 2023).",
        Decider.LEGAL_ADVICE),
    HOLIDAY_PAY_PERCENTAGE(
        "20/260",
        "the share of each qualifying payment, with PERCENTAGE",
        "a fraction such as 20/260",
        FRACTION,
        "13",
        "The guide names no percentage. Thames Valley uses 20/365. Agnew 2023 holds that calendar"
            + " days are no proper divisor as a rule and that working days fit better: twenty days"
            + " of 260.",
        Decider.LEGAL_ADVICE),
    ARREARS_LIMIT(
        "NONE",
        "how far back holiday pay arrears are applied",
        "NONE, TWO_YEARS or SERIES_3_MONTHS",
        "NONE|TWO_YEARS|SERIES_3_MONTHS",
        "14",
        "G 1.6.4 reports arrears for three months before 1 January 2016 and no limit for what came"
            + " after. Claims for wages reach back two years (Deduction from Wages (Limitation)"
            + " Regulations 2014); whether that binds officers, who claim under the Working Time"
            + " Regulations, is not settled. That a gap of three months ends a series (Bear"
            + " Scotland 2014) was set aside by Agnew 2023.",
        Decider.LEGAL_ADVICE),
    RETRO_MONTHS(
        "12",
        "how many closed months before the range are compared with the ledger",
        "whole months from 0 to 120",
        UP_TO_120,
        "14",
        "No source: how far back a force looks for late bookings is its own matter. Twelve months"
            + " reach over a pay award announced late.",
        Decider.PAYROLL),
    RECOVERY_LIMIT_PERCENT(
        "5",
        "recoveries of a closed period's pay above which a run stops",
        "a number from 0 to 100",
        PER_CENT,
        "14",
        "No source: a guard of Dutypay's own. A feed that lacks rows would look like pay to be"
            + " recovered.",
        Decider.PAYROLL),
    DUTY_NOT_BOOKED(
        "false",
        "whether a rostered tour without a booking is reported",
        YES_OR_NO,
        EITHER,
        "C 4",
        "No source asks for it, and nothing is paid by it. A 3.4.2 expects officers to book their"
            + " working times; many forces book only what differs from the roster, and there the"
            + " report would name every tour.",
        Decider.RESOURCE_PLANNING),
    CLAIM_CONFLICTS(
        "false",
        "whether claims that exclude each other are reported",
        YES_OR_NO,
        EITHER,
        "C 4",
        "No source asks for it, and nothing is paid by it: a control against claims that an officer"
            + " authorised alone, or that do not fit together.",
        Decider.FINANCE),
    CHANGE_THRESHOLD_POUNDS(
        "100",
        "from how many pounds a change against the month before is listed in the payroll report",
        "whole pounds from 0 to 999999",
        UP_TO_999999,
        "C 3",
        "No source: nothing is paid by it. Which changes a payroll clerk looks at before a month is"
            + " closed is the force's own matter; 0 lists every one.",
        Decider.PAYROLL),
    REPORT_NAMES(
        "true",
        "whether reports show officers' names",
        YES_OR_NO,
        EITHER,
        "C 1",
        "No matter of pay. The United Kingdom's data protection law (UK GDPR, article 5) lets a"
            + " report show no more about a person than its purpose needs.",
        Decider.DATA_PROTECTION);

    private final String standard;
    private final String decides;
    private final String takes;
    private final String legal;
    private final String section;
    private final String evidence;
    private final Decider decider;

    Key(
        String standard,
        String decides,
        String takes,
        String legal,
        String section,
        String evidence,
        Decider decider) {
      this.standard = standard;
      this.decides = decides;
      this.takes = takes;
      this.legal = legal;
      this.section = section;
      this.evidence = evidence;
      this.decider = decider;
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

    /** The section of the rulebook that asks it first, such as {@code 5.1}. */
    public String section() {
      return section;
    }

    /** What the sources say of the question and where they are silent, in whole sentences. */
    public String evidence() {
      return evidence;
    }

    public Decider decider() {
      return decider;
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

  /** The same choices but for one, taken from another policy. */
  public Policy with(Key key, Policy other) {
    EnumMap<Key, String> chosen = new EnumMap<>(values);
    chosen.put(key, other.value(key));
    return new Policy(chosen);
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
