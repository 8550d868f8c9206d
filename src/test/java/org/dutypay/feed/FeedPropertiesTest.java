package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.dutypay.duty.Duty;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.RejectedRow;

@Label("Whatever a feed holds")
class FeedPropertiesTest {

  private Path folder = Path.of("");

  @BeforeProperty
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("feed");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Collections.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Property(tries = 60)
  @Label("every timesheet row is a duty or a rejected row, once")
  void everyRowOnce(@ForAll("timesheets") List<String> rows) {
    WrittenFeed.Result result = read(rows);
    List<Integer> lines = new ArrayList<>();
    for (OfficerCase officer : result.cases()) {
      officer.duties().forEach(duty -> lines.add(duty.line()));
      officer.rejected().forEach(row -> lines.add(row.line()));
    }
    assertThat(lines).hasSize(rows.size()).doesNotHaveDuplicates();
  }

  @Property(tries = 60)
  @Label("no two duties of an officer overlap, and every id is a duty's only once")
  void cleanDuties(@ForAll("timesheets") List<String> rows) {
    Set<String> ids = new HashSet<>();
    for (OfficerCase officer : read(rows).cases()) {
      long end = Long.MIN_VALUE;
      for (Duty duty : officer.duties()) {
        assertThat(duty.start()).isGreaterThanOrEqualTo(end);
        assertThat(ids.add(duty.entryId())).isTrue();
        end = duty.end();
      }
    }
  }

  @Property(tries = 60)
  @Label("the order of rows with different ids changes nothing but line numbers")
  void orderIsIrrelevant(@ForAll("timesheets") List<String> rows, @ForAll Random random) {
    List<String> different = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String row : rows) {
      if (ids.add(row.substring(0, row.indexOf(',')))) {
        different.add(row);
      }
    }
    List<String> shuffled = new ArrayList<>(different);
    Collections.shuffle(shuffled, random);
    assertThat(withoutLines(read(shuffled))).isEqualTo(withoutLines(read(different)));
  }

  @Property(tries = 40)
  @Label("any bytes at all are read to their end without a failure")
  void anyBytes(@ForAll("bytes") byte[] rows) {
    byte[] header = (WrittenFeed.CLAIMS + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] file = new byte[header.length + rows.length];
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(rows, 0, file, header.length, rows.length);
    WrittenFeed.Result result = WrittenFeed.in(folder).file("claims.csv", file).read();
    int claims = result.cases().stream().mapToInt(officer -> officer.claims().size()).sum();
    assertThat(claims + result.rejected().size())
        .isEqualTo((int) result.spool().inputs().getLast().rows());
  }

  @Provide
  Arbitrary<List<String>> timesheets() {
    Arbitrary<String> id =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.integers().between(1, 40).map(number -> "t" + number)),
            Tuple.of(1, Arbitraries.of("", "a;b")));
    Arbitrary<String> officer = Arbitraries.of("A1", "A1", "A1", "Z9", "?");
    Arbitrary<Integer> start = Arbitraries.integers().between(0, 60);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 26);
    return Combinators.combine(id, officer, start, length)
        .as(
            (entry, who, from, hours) ->
                entry + "," + who + "," + moment(from) + "," + moment(from + hours) + ",,,,,,,,,,")
        .list()
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "c1,A1,2024-03-04,ON_CALL,,,,,",
            "c2",
            ",",
            "\n",
            "\r\n",
            "\"",
            "A1",
            "2024-03-04",
            "\0",
            "\u00FF",
            "x".repeat(70_000),
            ",,,,,,,,");
    return piece
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String moment(int hour) {
    return "2024-03-%02dT%02d:00".formatted(4 + hour / 24, hour % 24);
  }

  private WrittenFeed.Result read(List<String> rows) {
    return WrittenFeed.in(folder)
        .file(
            "timesheets.csv",
            Stream.concat(Stream.of(WrittenFeed.TIMESHEETS), rows.stream()).toArray(String[]::new))
        .read();
  }

  private static List<String> withoutLines(WrittenFeed.Result result) {
    List<String> seen = new ArrayList<>();
    for (OfficerCase officer : result.cases()) {
      for (Duty duty : officer.duties()) {
        seen.add(
            officer.officerId() + " " + duty.entryId() + " " + duty.start() + " " + duty.end());
      }
      for (RejectedRow row : officer.rejected()) {
        seen.add(
            row.officerId()
                + " "
                + row.code()
                + " "
                + row.entryId()
                + " "
                + row.subKey()
                + " "
                + row.cells());
      }
    }
    Collections.sort(seen);
    return seen;
  }
}
