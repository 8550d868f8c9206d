package org.dutypay.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutypay.duty.DayType;

/**
 * The sample data: an invented force without exceptions, and beside it officers made by hand, one
 * for each thing that the rules do. Their rows are in {@code resources/sample}: {@code stories.txt}
 * says who works which cycle and what to look at; roster.csv and timesheets.csv hold what differs
 * from the cycle; the other files are taken as they are. In those files ␀ stands for a NUL byte and
 * � for a byte that is not UTF-8.
 */
public final class SampleFeed {

  /**
   * One officer made by hand.
   *
   * @param officerId names the section of the rulebook: S05-01
   * @param cycle one letter a day from a Monday on, as in {@link ShiftPattern}
   * @param lookAt one sentence
   */
  public record Story(String officerId, String cycle, String lookAt) {}

  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 4, 29);
  private static final LocalDate LAST_DAY = LocalDate.of(2024, 5, 31);
  private static final int INVENTED_OFFICERS = 250;
  private static final long SEED = 2024;

  private static final String FOLDER = "/sample/";
  private static final List<String> AS_THEY_ARE =
      List.of(
          "acting.csv",
          "claims.csv",
          "decisions.csv",
          "opening-balances.csv",
          "paid-history.csv",
          "secondments.csv");

  /** A roster row with this day type only takes the day's row away. */
  private static final String NO_ROW = "NONE";

  private static final int NUL = '␀';
  private static final int NOT_UTF_8 = '�';
  private static final int E_ACUTE_IN_LATIN_1 = 0xE9;

  private static final Pattern DATE = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");
  private static final Pattern DUTY =
      Pattern.compile(
          "[^,]*,([^,]*),(20[-\\d]{8})T(\\d\\d):(\\d\\d),(20[-\\d]{8})T(\\d\\d):(\\d\\d),.*");
  private static final long DAY = 1440;
  private static final int HOUR = 60;

  private SampleFeed() {}

  /** Writes every file of the sample to a folder that exists. */
  public static InventedFeed.Rows write(Path folder) throws IOException {
    for (String file : AS_THEY_ARE) {
      Files.write(folder.resolve(file), bytes(String.join("\n", lines(file)) + "\n"));
    }
    InventedFeed.Extent extent =
        new InventedFeed.Extent(
            INVENTED_OFFICERS, FIRST_DAY.toEpochDay(), LAST_DAY.toEpochDay(), SEED, false);
    return InventedFeed.write(folder, extent, additions());
  }

  /** The officers made by hand, in the order of their ids. */
  public static List<Story> stories() throws IOException {
    List<Story> stories = new ArrayList<>();
    for (String line : lines("stories.txt")) {
      String[] parts = line.split(" ", 3);
      stories.add(new Story(parts[0], parts[1], parts[2]));
    }
    return stories;
  }

  private static Additions additions() throws IOException {
    Map<Long, List<String>> roster = byDate(rows("roster.csv"));
    List<String> timesheets = rows("timesheets.csv");
    Map<Long, List<Additions.Tour>> tours = new TreeMap<>();
    Set<Long> holidays = InventedFeed.publicHolidays();
    for (Story story : stories()) {
      List<long[]> bookedByHand = bookedByHand(story.officerId(), timesheets);
      for (long date = FIRST_DAY.toEpochDay(); date <= LAST_DAY.toEpochDay(); date++) {
        List<String> rows = roster.computeIfAbsent(date, day -> new ArrayList<>());
        PlannedDay planned = ShiftPattern.at(story.cycle(), date);
        String key = story.officerId() + "," + LocalDate.ofEpochDay(date) + ",";
        if (rows.stream().anyMatch(row -> row.startsWith(key))) {
          rows.removeIf(row -> row.startsWith(key + NO_ROW));
          if (rows.stream().noneMatch(row -> row.startsWith(key + "DUTY," + times(planned)))) {
            continue;
          }
        } else {
          DayType type = holidays.contains(date) ? DayType.PUBLIC_HOLIDAY : planned.type();
          rows.add(
              key
                  + type
                  + ","
                  + times(planned)
                  + ","
                  + LocalDate.ofEpochDay(InventedRoster.publishedOn(date))
                  + ",,,");
          if (type == DayType.PUBLIC_HOLIDAY) {
            continue;
          }
        }
        Booking tour = new Booking(date * DAY + planned.start(), date * DAY + planned.end());
        if (planned.hasTimes() && bookedByHand.stream().noneMatch(duty -> touches(duty, tour))) {
          tour.bookedOn = Math.min(date + 1, LAST_DAY.toEpochDay());
          tours
              .computeIfAbsent(date, day -> new ArrayList<>())
              .add(new Additions.Tour(story.officerId(), tour));
        }
      }
    }
    return new Additions(rows("officers.csv"), roster, tours, byDate(timesheets));
  }

  private static String times(PlannedDay planned) {
    return planned.hasTimes() ? time(planned.start()) + "," + time(planned.end()) : ",";
  }

  private static String time(int minute) {
    return "%02d:%02d".formatted(minute / HOUR % 24, minute % HOUR);
  }

  private static boolean touches(long[] duty, Booking tour) {
    return duty[0] <= tour.end && duty[1] >= tour.start;
  }

  /**
   * Starts and ends of an officer's readable rows: a tour that one of them touches is not booked
   * once more.
   */
  private static List<long[]> bookedByHand(String officerId, List<String> timesheets) {
    List<long[]> duties = new ArrayList<>();
    for (String row : timesheets) {
      Matcher duty = DUTY.matcher(row);
      if (duty.matches() && duty.group(1).equals(officerId) && isReal(duty.group(2))) {
        duties.add(
            new long[] {
              minute(duty.group(2), duty.group(3), duty.group(4)),
              minute(duty.group(5), duty.group(6), duty.group(7))
            });
      }
    }
    return duties;
  }

  private static long minute(String date, String hour, String minute) {
    return LocalDate.parse(date).toEpochDay() * DAY
        + Long.parseLong(hour) * HOUR
        + Long.parseLong(minute);
  }

  /**
   * Rows under the first real date in them; one without goes with the row before it, one for later
   * to the end.
   */
  private static Map<Long, List<String>> byDate(List<String> rows) {
    Map<Long, List<String>> byDate = new TreeMap<>();
    long date = FIRST_DAY.toEpochDay();
    for (String row : rows) {
      date =
          DATE.matcher(row)
              .results()
              .map(MatchResult::group)
              .filter(SampleFeed::isReal)
              .map(text -> LocalDate.parse(text).toEpochDay())
              .findFirst()
              .orElse(date);
      byDate
          .computeIfAbsent(Math.min(date, LAST_DAY.toEpochDay()), day -> new ArrayList<>())
          .add(row);
    }
    return byDate;
  }

  private static boolean isReal(String date) {
    int dayOfMonth = Integer.parseInt(date.substring(8));
    return dayOfMonth <= YearMonth.parse(date.substring(0, 7)).lengthOfMonth();
  }

  /** The rows of a file of additions, without its header. */
  private static List<String> rows(String file) throws IOException {
    List<String> lines = lines(file);
    return lines.subList(1, lines.size());
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = SampleFeed.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(FOLDER + file + " is missing in the program's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case NUL -> out.write(0);
                case NOT_UTF_8 -> out.write(E_ACUTE_IN_LATIN_1);
                default ->
                    out.writeBytes(Character.toString(letter).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }
}
