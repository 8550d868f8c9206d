package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Ids are compared over a whole file")
class RepeatedIdsTest {

  @Test
  @DisplayName(
      "a hundred thousand ids, of which every seventh has occurred before, over several files")
  void manyIds(@TempDir Path folder) throws IOException {
    List<Integer> found = new ArrayList<>();
    List<Integer> expected = new ArrayList<>();
    try (RepeatedIds ids = new RepeatedIds(folder, 100L << 20)) {
      for (int line = 1; line <= 100_000; line++) {
        boolean repeats = line % 7 == 0;
        if (repeats) {
          expected.add(line);
        }
        add(ids, "T-" + (repeats ? line / 7 * 6 : line), line);
      }
      ids.find(
          (line, spoolFile) -> {
            assertThat(spoolFile).isEqualTo(line % 3);
            found.add(line);
          });
    }
    Collections.sort(found);
    assertThat(found).isEqualTo(expectedOf(expected));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  /**
   * An id made from a line that itself repeats an earlier one is new, since nothing else has it.
   */
  private static List<Integer> expectedOf(List<Integer> repeats) {
    return repeats.stream().filter(line -> line / 7 * 6 % 7 != 0).toList();
  }

  @Test
  @DisplayName("ids that begin alike, end alike or hold blanks and noughts are different")
  void similarIds(@TempDir Path folder) throws IOException {
    List<Integer> found = new ArrayList<>();
    try (RepeatedIds ids = new RepeatedIds(folder, 0)) {
      List<String> different =
          List.of(
              "a",
              "aa",
              "a ",
              " a",
              "abcdefgh",
              "abcdefgha",
              "abcdefghi",
              "bbcdefgh",
              "abcdefghabcdefgh",
              "é",
              "e");
      for (int i = 0; i < different.size(); i++) {
        add(ids, different.get(i), i);
      }
      add(ids, "abcdefghi", 100);
      ids.find((line, spoolFile) -> found.add(line));
    }
    assertThat(found).containsExactly(100);
  }

  private static void add(RepeatedIds ids, String id, int line) throws IOException {
    byte[] bytes = (";" + id + ";").getBytes(StandardCharsets.UTF_8);
    ids.add(bytes, 1, bytes.length - 1, line, line % 3);
  }
}
