package org.dutypay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFeedTest {

  private static final Path SAMPLE_DATA = Path.of("sample-data");

  private final Path made;

  SampleFeedTest(@TempDir Path made) {
    this.made = made;
  }

  @Test
  @DisplayName("sample-data/input is what make-feed --sample writes")
  void isWhatIsCommitted() throws IOException {
    SampleFeed.write(made);

    Path input = SAMPLE_DATA.resolve("input");
    assertThat(names(made)).isEqualTo(names(input));
    for (String name : names(input)) {
      assertThat(made.resolve(name)).hasSameBinaryContentAs(input.resolve(name));
    }
  }

  @Test
  @DisplayName("sample-data/README.md says of every officer made by hand what to look at")
  void isExplained() throws IOException {
    List<String> readme = Files.readAllLines(SAMPLE_DATA.resolve("README.md"));

    assertThat(readme)
        .containsSubsequence(
            SampleFeed.stories().stream()
                .map(story -> "| %s | %s |".formatted(story.officerId(), story.lookAt()))
                .toList());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
