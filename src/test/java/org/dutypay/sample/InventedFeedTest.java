package org.dutypay.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dutypay.sample.InventedFeed.Extent;
import org.dutypay.sample.InventedFeed.Rows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventedFeedTest {

  private static final List<String> FILES = List.of("officers.csv", "roster.csv", "timesheets.csv");
  private static final long FROM = LocalDate.of(2024, 5, 1).toEpochDay();
  private static final long TO = LocalDate.of(2024, 5, 31).toEpochDay();

  /** A force has few shapes of day, so this many officers meet them all. */
  private static final int OFFICERS = 1500;

  private final Path folder;

  InventedFeedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private record Duty(LocalDateTime start, LocalDateTime end) {}

  @Test
  @DisplayName("the same extent gives the same bytes, another seed another force")
  void isDeterministic() throws IOException {
    Path once = made("once", new Extent(200, FROM, TO, 5, true));
    Path again = made("again", new Extent(200, FROM, TO, 5, true));
    Path other = made("other", new Extent(200, FROM, TO, 6, true));

    for (String file : FILES) {
      assertThat(once.resolve(file)).hasSameBinaryContentAs(again.resolve(file));
      assertThat(Files.mismatch(once.resolve(file), other.resolve(file))).isNotNegative();
    }
  }

  @Test
  @DisplayName("every officer has one roster row for every day")
  void rostersEverybody() throws IOException {
    Path feed = made("clean", new Extent(OFFICERS, FROM, TO, 1, false));

    List<String> days =
        rows(feed, "roster.csv").stream().map(row -> row.get(0) + row.get(1)).toList();
    assertThat(days).hasSize(OFFICERS * 31).doesNotHaveDuplicates();
    assertThat(rows(feed, "officers.csv")).hasSize(OFFICERS);
  }

  @Test
  @DisplayName("rows come by date, the officers of a day in no order")
  void isOrderedLikeAnExport() throws IOException {
    Path feed = made("clean", new Extent(OFFICERS, FROM, TO, 1, false));

    List<List<String>> roster = rows(feed, "roster.csv");
    assertThat(roster).isSortedAccordingTo(Comparator.comparing(row -> row.get(1)));
    assertThat(roster.stream().limit(20).map(row -> row.getFirst()).toList())
        .isNotEqualTo(roster.stream().limit(20).map(row -> row.getFirst()).sorted().toList());
    assertThat(rows(feed, "timesheets.csv").stream().map(row -> row.getFirst())).isSorted();
  }

  @Test
  @DisplayName("in a clean force nobody's duties overlap or follow less than eleven hours of rest")
  void isRested() throws IOException {
    Path feed = made("clean", new Extent(OFFICERS, FROM, TO, 1, false));

    Map<String, List<Duty>> chains = chains(rows(feed, "timesheets.csv"));
    assertThat(chains).hasSizeGreaterThan(OFFICERS * 9 / 10);
    chains.forEach(
        (officer, duties) -> {
          for (int i = 1; i < duties.size(); i++) {
            Duty before = duties.get(i - 1);
            Duty duty = duties.get(i);
            boolean inALaterForceDay = forceDay(duty.start()).isAfter(forceDay(before.start()));
            assertThat(duty.start())
                .as("%s after %s", officer, before)
                .isAfterOrEqualTo(inALaterForceDay ? before.end().plusHours(11) : before.end());
          }
        });
  }

  @Test
  @DisplayName("every pay point is in the published scales on the days of the feed")
  void paysKnownRates() throws IOException {
    Path feed = made("force", new Extent(OFFICERS, FROM, TO, 1, true));

    Set<String> points =
        rows(feed, "officers.csv").stream()
            .map(row -> row.get(6) + " " + row.get(7))
            .collect(Collectors.toSet());
    assertThat(pointsOn("2019-09-01")).containsAll(points);
    assertThat(pointsOn("2023-09-01")).containsAll(points);
    assertThat(pointsOn("2025-09-01")).containsAll(points);
  }

  @Test
  @DisplayName("ranks, hours and shifts are those of a police force")
  void isBelievable() throws IOException {
    Path feed = made("force", new Extent(20_000, FROM, FROM, 1, true));

    List<List<String>> officers = rows(feed, "officers.csv");
    assertThat(share(officers, 5, "CONSTABLE")).isBetween(0.77, 0.79);
    assertThat(share(officers, 5, "SERGEANT")).isBetween(0.14, 0.16);
    assertThat(share(officers, 5, "INSPECTOR")).isBetween(0.05, 0.06);
    assertThat(share(officers, 5, "CHIEF_INSPECTOR")).isBetween(0.01, 0.02);
    assertThat(share(officers, 8, "")).isBetween(0.89, 0.91);
    assertThat(share(officers, 9, "VARIABLE")).isBetween(0.25, 0.35);
  }

  @Test
  @DisplayName("says what was written")
  void countsRows() throws IOException {
    Path feed = Files.createDirectory(folder.resolve("counted"));

    Rows rows = InventedFeed.write(feed, new Extent(50, FROM, TO, 1, true));

    assertThat(rows.officers()).isEqualTo(50);
    assertThat(rows.roster()).isEqualTo(Files.readAllLines(feed.resolve("roster.csv")).size() - 1);
    assertThat(rows.timesheets())
        .isEqualTo(Files.readAllLines(feed.resolve("timesheets.csv")).size() - 1);
  }

  @Test
  @DisplayName("a force without officers, days or known pay scales is refused")
  void refusesTheImpossible() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extent(0, FROM, TO, 1, true))
        .withMessageContaining("not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extent(1, TO, FROM, 1, true))
        .withMessageContaining("before the first");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extent(1, 0, 30, 1, true))
        .withMessageContaining("2019-09-01");
  }

  private Path made(String name, Extent extent) throws IOException {
    Path feed = Files.createDirectory(folder.resolve(name));
    InventedFeed.write(feed, extent);
    return feed;
  }

  /** Rows as cells; a comma within quotes is no border. */
  private static List<List<String>> rows(Path feed, String file) throws IOException {
    return Files.readAllLines(feed.resolve(file)).stream()
        .skip(1)
        .map(row -> List.of(row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
        .toList();
  }

  private static double share(List<List<String>> rows, int column, String value) {
    return (double) rows.stream().filter(row -> row.get(column).equals(value)).count()
        / rows.size();
  }

  /** The points in the rows of one award. */
  private static Set<String> pointsOn(String award) throws IOException {
    Set<String> points = new HashSet<>();
    for (String row : Files.readAllLines(Path.of("src/main/resources/reference/pay-scales.csv"))) {
      String[] cells = row.split(",", -1);
      if (cells[2].equals(award) || (cells[2].equals("2018-09-01") && award.equals("2019-09-01"))) {
        points.add(cells[0] + " " + cells[1]);
      }
    }
    return points;
  }

  /** Every officer's duties in order, those that touch as one. */
  private static Map<String, List<Duty>> chains(List<List<String>> timesheets) {
    Map<String, TreeMap<LocalDateTime, LocalDateTime>> byOfficer = new HashMap<>();
    for (List<String> row : timesheets) {
      byOfficer
          .computeIfAbsent(row.get(1), officer -> new TreeMap<>())
          .put(LocalDateTime.parse(row.get(2)), LocalDateTime.parse(row.get(3)));
    }
    Map<String, List<Duty>> chains = new HashMap<>();
    byOfficer.forEach(
        (officer, duties) -> {
          List<Duty> chain = new ArrayList<>();
          duties.forEach(
              (start, end) -> {
                if (!chain.isEmpty() && chain.getLast().end().equals(start)) {
                  chain.set(chain.size() - 1, new Duty(chain.getLast().start(), end));
                } else {
                  chain.add(new Duty(start, end));
                }
              });
          chains.put(officer, chain);
        });
    return chains;
  }

  private static LocalDate forceDay(LocalDateTime moment) {
    return moment.minusHours(7).toLocalDate();
  }
}
