package org.dutypay.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Stories that nobody would think of: three weeks around a holiday or a change of the clocks, with
 * duties that touch tours, force days and each other more often than chance would have it.
 */
final class RandomStories {

  private static final int DAYS = 21;
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** A duty row is at most a day long. */
  private static final int LONGEST = 1440;

  private static final Pattern TOUR = Pattern.compile("(?:HOLIDAY )?(\\d\\d)-(\\d\\d)");

  private static final List<LocalDate> FIRST_DAYS =
      List.of(LocalDate.of(2024, 3, 18), LocalDate.of(2024, 4, 29), LocalDate.of(2024, 10, 14));

  private static final List<String> WEEKLY_HOURS = List.of("40", "40", "39.75", "37.33", "24");

  private static final List<String> ROSTER =
      List.of(
          "07-15",
          "07-15",
          "07-17",
          "14-22",
          "22-06",
          "22-07",
          "23-08",
          "05-13",
          "19-03",
          "07-07",
          "REST",
          "REST",
          "REST",
          "FREE",
          "LEAVE",
          "LEAVE 08-18",
          "TOIL",
          "TOIL 07-11",
          "HOLIDAY",
          "HOLIDAY 07-15",
          "HOLIDAY 22-06 published 02-20",
          "HOLIDAY 22-06:45",
          "SICK",
          "LIEU REST",
          "LIEU HOLIDAY 09-17",
          "07-15 was REST changed 02-20",
          "22-06 was LEAVE changed 03-20",
          "REST was HOLIDAY changed 03-20",
          "");

  /** Where a duty may begin, as hours of the wall clock of its day. */
  private static final List<Integer> ANCHORS =
      List.of(5, 6, 7, 7, 9, 14, 15, 15, 17, 19, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);

  private static final List<Integer> OFFSETS =
      List.of(0, 0, 0, 0, -120, -61, -60, -31, -30, -29, -15, -14, -1, 1, 14, 15, 30, 45, 60);

  private static final List<Integer> LENGTHS =
      List.of(
          1, 14, 15, 29, 30, 31, 44, 45, 60, 61, 90, 120, 239, 240, 241, 345, 360, 480, 480, 480,
          495, 525, 540, 600, 720, 840, 1440);

  private static final List<String> NOTICE =
      List.of(
          "", "", "", " told 02-01 09:00", " told %s 06:59", " told %s 07:00", " told %s 22:00");

  private static final List<String> ATTRIBUTES =
      List.of(
          "",
          "",
          "",
          "",
          " toil",
          " toil",
          " travel 20",
          " travel 60",
          " travel 90 toil",
          " own-request",
          " sole",
          " by CHIEF_CONSTABLE",
          " stood-down 02-01 09:00",
          " replacement 05-20 replacement-told 02-01 10:00");

  private static final List<String> POLICIES =
      List.of(
          "force-day-starts 06:00",
          "force-day-starts 00:00",
          "week-starts SUNDAY",
          "rounding HALF_EVEN",
          "rounding DOWN",
          "short-casual-counts false",
          "early-start-pay FULL",
          "early-book-on-minutes 0",
          "unmarked-holidays ROSTERED",
          "recall-travel-limit-minutes 30",
          "rest-day-travel-limit-minutes 30",
          "unsocial-hour CLOCK",
          "pnb-2014-8 false",
          "toil-expiry-months 1",
          "toil-expiry WARN");

  private RandomStories() {}

  /** A story as it is told, so that a failure can be read and told again. */
  record Telling(
      String officer, String weeklyHours, List<String> policies, String roster, String duties) {

    Story story() {
      Story story = Story.officer();
      switch (officer) {
        case "constable" -> story.constable("7");
        case "sergeant" -> story.sergeant("4");
        case "inspector" -> story.inspector("3");
        default -> story.chiefInspector("3");
      }
      story.weeklyHours(weeklyHours).runDate("2025-03-31").roster(roster).duty(duties);
      for (String policy : policies) {
        int space = policy.indexOf(' ');
        story.policy(policy.substring(0, space), policy.substring(space + 1));
      }
      return story;
    }

    @Override
    public String toString() {
      return String.join(
          "\n",
          officer + " " + weeklyHours + " h " + policies,
          "roster " + roster,
          "duty " + duties);
    }
  }

  /**
   * A duty as it is drawn.
   *
   * @param likeTheTour whether it begins and ends beside the day's tour, where there is one
   */
  private record RandomDuty(
      int day,
      boolean likeTheTour,
      int anchor,
      int offset,
      int length,
      int noticeDays,
      String notice,
      String attributes) {}

  /** Where a duty lies, in elapsed minutes, and the words that follow it. */
  private record Placed(long start, long end, String words) {}

  static Arbitrary<Telling> tellings() {
    Arbitrary<RandomDuty> duty =
        Combinators.combine(
                Arbitraries.integers().between(0, DAYS - 1),
                Arbitraries.of(true, true, false),
                Arbitraries.of(ANCHORS),
                Arbitraries.of(OFFSETS),
                Arbitraries.of(LENGTHS),
                Arbitraries.integers().between(0, 17),
                Arbitraries.of(NOTICE),
                Arbitraries.of(ATTRIBUTES))
            .as(RandomDuty::new);
    return Combinators.combine(
            Arbitraries.of("constable", "constable", "sergeant", "inspector", "chief inspector"),
            Arbitraries.of(WEEKLY_HOURS),
            Arbitraries.of(POLICIES).set().ofMaxSize(3),
            Arbitraries.of(FIRST_DAYS),
            Arbitraries.of(ROSTER).list().ofSize(DAYS),
            duty.list().ofMinSize(1).ofMaxSize(25))
        .as(
            (officer, hours, policies, first, roster, duties) ->
                new Telling(
                    officer,
                    hours,
                    onePerKey(policies),
                    rosterOf(first, roster),
                    dutiesOf(first, roster, duties)));
  }

  private static List<String> onePerKey(Iterable<String> policies) {
    List<String> chosen = new ArrayList<>();
    for (String policy : policies) {
      String key = policy.substring(0, policy.indexOf(' ') + 1);
      if (chosen.stream().noneMatch(other -> other.startsWith(key))) {
        chosen.add(policy);
      }
    }
    return chosen;
  }

  private static String rosterOf(LocalDate first, List<String> types) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      if (!types.get(i).isEmpty()) {
        rows.add(first.plusDays(i) + " " + types.get(i));
      }
    }
    return String.join(", ", rows);
  }

  /** Duties that would overlap begin where the one before them ends. */
  private static String dutiesOf(LocalDate first, List<String> roster, List<RandomDuty> duties) {
    List<Placed> wished = new ArrayList<>();
    for (RandomDuty duty : duties) {
      LocalDate day = first.plusDays(duty.day);
      long start = minute(day, duty.anchor * 60) + duty.offset;
      long end = start + duty.length;
      Matcher tour = TOUR.matcher(roster.get(duty.day));
      if (duty.likeTheTour && tour.lookingAt()) {
        int from = Integer.parseInt(tour.group(1)) * 60;
        int to = Integer.parseInt(tour.group(2)) * 60;
        start = minute(day, from) + duty.offset;
        end = minute(to > from ? day : day.plusDays(1), to) + duty.length % 150;
      }
      String words =
          duty.notice.replace("%s", day.minusDays(duty.noticeDays).toString()) + duty.attributes;
      wished.add(new Placed(start, Math.min(end, start + LONGEST), words));
    }
    wished.sort(Comparator.comparingLong(Placed::start).thenComparingLong(Placed::end));
    List<String> rows = new ArrayList<>();
    long latest = Long.MIN_VALUE;
    for (Placed placed : wished) {
      long start = Math.max(placed.start, latest);
      if (start < placed.end) {
        rows.add(wall(start) + "-" + wall(placed.end) + placed.words);
        latest = placed.end;
      }
    }
    return String.join(", ", rows);
  }

  private static long minute(LocalDate day, int minuteOfDay) {
    return day.atStartOfDay().plusMinutes(minuteOfDay).atZone(LONDON).toEpochSecond() / 60;
  }

  private static String wall(long minute) {
    ZonedDateTime moment = Instant.ofEpochSecond(minute * 60).atZone(LONDON);
    boolean secondPass = !moment.withEarlierOffsetAtOverlap().equals(moment);
    return moment.toLocalDate() + " " + moment.toLocalTime() + (secondPass ? "+00:00" : "");
  }
}
