package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dutypay.sample.SampleYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleYearTest {

  private static final Path EXPECTED = Path.of("sample-data", "expected-year");
  private static final Set<String> WITHOUT_FILES = Set.of("accept-arrears", "ledger");

  @Test
  @DisplayName("every step of the year gives what is expected, to the byte")
  void year(@TempDir Path folder) {
    Ran ran = Ran.command("sample-year", "--out", folder.resolve("year").toString());

    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    assertThat(ran.out())
        .contains("late timesheet LATE-1")
        .contains("late timesheet of 2024-04-15")
        .contains("changed roster; 198.83 is due")
        .contains("released exception STOOD_DOWN")
        .contains("changed rate; 46.23 is due for 2024-09-04 and 44.13 was paid")
        .contains("accepted by head-of-payroll")
        .contains("the ledger holds: 14 closings")
        .contains("each gave what is expected");
  }

  @Test
  @DisplayName("what is expected is there for every step that writes files")
  void everyStep() throws IOException {
    List<SampleYear.Step> steps = SampleYear.steps();
    for (SampleYear.Step step : steps) {
      if (!WITHOUT_FILES.contains(step.arguments().getFirst())) {
        assertThat(EXPECTED.resolve(step.folder())).isNotEmptyDirectory();
      }
    }
    assertThat(steps.stream().filter(step -> step.arguments().getFirst().equals("close-period")))
        .hasSize(12);
    try (Stream<Path> folders = Files.list(EXPECTED)) {
      assertThat(folders).hasSizeLessThanOrEqualTo(steps.size());
    }
  }

  @Test
  @DisplayName("a folder with other files in it is left alone")
  void otherFiles(@TempDir Path folder) throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "x");

    Ran ran = Ran.command("sample-year", "--out", folder.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("holds other files");
    assertThat(precious).exists();
  }
}
