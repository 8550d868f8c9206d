package org.dutypay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dutypay.app.Commands;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDataTest {

  private static final Path SAMPLE_DATA = Path.of("sample-data");

  /** The one file that tells the time. */
  private static final String SUMMARY = "summary.json";

  private final Path out;

  SampleDataTest(@TempDir Path folder) {
    out = folder.resolve("out");
  }

  @ParameterizedTest(name = "jobs/{0} gives sample-data/{1}")
  @CsvSource({
    "nightly-pay, expected, ''",
    "recharge, expected-recharge, ''",
    "compare-policy, expected-compare-policy, --policy-b sample-data/policy-b.yml"
  })
  @DisplayName("a job on the sample and a fresh database gives what is expected, line for line")
  void isAsExpected(String job, String folder, String more) throws IOException {
    Path expected = SAMPLE_DATA.resolve(folder);
    assertThat(Commands.execute(arguments(job, more))).isZero();

    assertThat(names(out)).containsExactlyInAnyOrderElementsOf(names(expected));
    for (String name : names(expected)) {
      // First as lines, since they say more of a difference.
      if (!name.endsWith(".xlsx")) {
        assertThat(lines(out.resolve(name))).as(name).isEqualTo(lines(expected.resolve(name)));
      }
      assertThat(out.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
  }

  /** Those of sample-data/args, with another folder for the output. */
  private String[] arguments(String job, String more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(job);
    arguments.addAll(List.of(Files.readString(SAMPLE_DATA.resolve("args")).split("\\s+")));
    arguments.set(arguments.indexOf("--out") + 1, out.toString());
    if (!more.isEmpty()) {
      arguments.addAll(List.of(more.split(" ")));
    }
    return arguments.toArray(String[]::new);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(SUMMARY))
          .sorted()
          .toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
  }
}
