package org.dutypay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Severity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The guides say what is so")
class GuidesTest {

  private static final String BEGIN = "<!-- every code: begin -->\n";
  private static final String END = "<!-- every code: end -->\n";

  private static final Map<Severity, String> TITLES =
      Map.of(
          Severity.REJECTED, "### Rows that could not be used",
          Severity.BLOCKING, "### What holds pay back",
          Severity.WARNING, "### What to look into",
          Severity.INFO, "### Good to know");

  @Test
  @DisplayName("the guide for HR has a paragraph for each code, as the program has it")
  void everyCode() throws IOException {
    Path guide = Path.of("docs/hr-guide.md");
    String text = Files.readString(guide);
    String expected =
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + everyCodeInWords()
            + text.substring(text.indexOf(END));
    Path fresh = Path.of("target", "hr-guide.md");
    Files.writeString(fresh, expected);

    assertThat(text).as("copy %s to %s", fresh, guide).isEqualTo(expected);
  }

  private static String everyCodeInWords() {
    return List.of(Severity.BLOCKING, Severity.REJECTED, Severity.WARNING, Severity.INFO).stream()
        .map(
            severity ->
                Arrays.stream(ExceptionCode.values())
                    .filter(code -> code.severity() == severity)
                    .map(GuidesTest::inWords)
                    .collect(Collectors.joining("\n", TITLES.get(severity) + "\n\n", "\n")))
        .collect(Collectors.joining());
  }

  private static String inWords(ExceptionCode code) {
    return "**%s** (%s%s). %s %s\n"
        .formatted(
            code.name(),
            code.rule().citation(),
            code.isReleasable() ? "; can be released" : "",
            code.means(),
            code.whatToDo());
  }

  @ParameterizedTest
  @DisplayName("the files and the commands that a guide names are there")
  @ValueSource(strings = {"hr-guide.md", "payroll-guide.md"})
  void links(String name) throws IOException {
    Path docs = Path.of("docs");
    String text = Files.readString(docs.resolve(name));
    assertThat(found(text, "\\]\\(([^)#]+)(?:#[^)]*)?\\)"))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(docs.resolve(link)).as(link).exists());
    assertThat(found(text, "`(jobs/[a-z-]+)"))
        .isNotEmpty()
        .allSatisfy(job -> assertThat(Path.of(job)).as(job).exists());
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult r) -> r.group(1))
        .toList();
  }
}
