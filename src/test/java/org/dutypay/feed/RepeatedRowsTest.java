package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

@Label("The rows whose ids have occurred before")
class RepeatedRowsTest {

  private static final int LINES = 400;
  private static final List<FeedFile> FILES = List.of(FeedFile.TIMESHEETS, FeedFile.CLAIMS);

  @Property(tries = 200)
  @Label("are those that were noted, of whatever file and line, and no others")
  void likeASet(
      @ForAll @Size(max = 300) Set<@IntRange(min = 1, max = LINES) Integer> ofTimesheets,
      @ForAll @Size(max = 300) Set<@IntRange(min = 1, max = LINES) Integer> ofClaims,
      @ForAll @IntRange(max = 100_000_000) int firstLine) {
    SpooledRows rows = new SpooledRows().row(FeedFile.ROSTER, 1, "A1", new byte[] {1});
    Set<List<Integer>> noted = new HashSet<>();
    note(rows, noted, FeedFile.TIMESHEETS, ofTimesheets, firstLine);
    note(rows, noted, FeedFile.CLAIMS, ofClaims, firstLine);
    byte[] bytes = rows.toBytes();

    RepeatedRows repeated = new RepeatedRows(bytes, new SpoolIndex(bytes));

    Set<List<Integer>> held = new HashSet<>();
    for (FeedFile file : FILES) {
      for (int line = firstLine + 1; line <= firstLine + LINES; line++) {
        if (repeated.hold(file.number(), line)) {
          held.add(List.of(file.number(), line));
        }
      }
    }
    assertThat(held).isEqualTo(noted);
  }

  private static void note(
      SpooledRows rows,
      Set<List<Integer>> noted,
      FeedFile file,
      Set<Integer> lines,
      int firstLine) {
    for (int line : lines) {
      rows.repeated(file, firstLine + line);
      noted.add(List.of(file.number(), firstLine + line));
    }
  }
}
