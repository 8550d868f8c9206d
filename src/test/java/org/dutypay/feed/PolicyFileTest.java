package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A policy file is read as it is written, or refused in one line that names the key")
class PolicyFileTest {

  private final Path file;

  PolicyFileTest(@TempDir Path folder) {
    file = folder.resolve("policy.yml");
  }

  @Test
  @DisplayName("a time stays a time and a fraction a fraction, quoted or not")
  void values() throws IOException {
    Policy policy =
        read(
            """
            \uFEFF# ours
            force-day-starts: 06:00
            holiday-pay-percentage: 20/365
            week-starts: "SUNDAY"
            duty-not-booked: true
            """);
    assertThat(policy.value(Policy.Key.FORCE_DAY_STARTS)).isEqualTo("06:00");
    assertThat(policy.value(Policy.Key.HOLIDAY_PAY_PERCENTAGE)).isEqualTo("20/365");
    assertThat(policy.value(Policy.Key.WEEK_STARTS)).isEqualTo("SUNDAY");
    assertThat(policy.is(Policy.Key.DUTY_NOT_BOOKED)).isTrue();
  }

  @ParameterizedTest(name = "nothing chosen: {0}")
  @CsvSource(value = {"''", "'# only a comment'", "'---'", "'{}'"})
  void empty(String text) throws IOException {
    assertThat(read(text).text()).isEqualTo(Policy.standard().text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          an unknown key         | week-start: MONDAY             | policy.yml: there is no policy key 'week-start'; did you mean week-starts?
          a value it does not take | week-starts: MON             | policy.yml: policy key week-starts takes a day such as MONDAY, not 'MON'.
          no value               | week-starts:                   | policy.yml: policy key week-starts takes a day such as MONDAY, not ''.
          a list for a value     | week-starts: [MONDAY, SUNDAY]  | policy.yml line 1: policy key week-starts takes one value, not a list.
          keys inside a key      | week-starts: {first: MONDAY}   | policy.yml line 1: policy key week-starts takes one value, not a list.
          a list for a policy    | [week-starts]                  | policy.yml line 1 is not a list of keys and values such as 'week-starts: MONDAY'.
          a word for a policy    | standard                       | policy.yml line 1 is not a list of keys and values such as 'week-starts: MONDAY'.
          a key twice            | {week-starts: MONDAY, week-starts: SUNDAY} | policy.yml line 1 has the key week-starts a second time. Remove one.
          a list for a key       | {[a, b]: MONDAY}               | policy.yml line 1 holds a list where one value is expected.
          quotes that do not match | week-starts: "MONDAY         | policy.yml line 1 is not YAML: found unexpected end of stream. Correct it.
          """)
  void refused(String story, String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(FeedException.class).hasMessage(message);
  }

  @Test
  @DisplayName("two documents in one file")
  void twoDocuments() {
    assertThatThrownBy(() -> read("week-starts: MONDAY\n---\nweek-starts: SUNDAY\n"))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("policy.yml line 2 is not YAML")
        .message()
        .doesNotContain("\n");
  }

  @Test
  @DisplayName("text that is not UTF-8")
  void notUtf8() throws IOException {
    Files.write(file, "week-starts: Mönday\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(FeedException.class)
        .hasMessage("policy.yml is not UTF-8 text. Save it as UTF-8.");
  }

  @Test
  @DisplayName("a file that is not there")
  void missing() {
    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(FeedException.class)
        .hasMessageStartingWith("There is no policy file ");
  }

  private Policy read(@Nullable String text) throws IOException {
    Files.writeString(file, text == null ? "" : text);
    return PolicyFile.read(file);
  }
}
