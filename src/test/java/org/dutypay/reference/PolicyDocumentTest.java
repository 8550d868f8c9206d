package org.dutypay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("docs/policy.md says of each policy key what the code says")
class PolicyDocumentTest {

  @Test
  @DisplayName("It is what the code gives; with -Ddutypay.rewrite=true it is written anew")
  void document() throws IOException {
    List<String> made = PolicyDocument.markdown().lines().toList();
    if (Boolean.getBoolean("dutypay.rewrite")) {
      Files.writeString(PolicyDocument.FILE, PolicyDocument.markdown());
    }

    assertThat(PolicyDocument.FILE).exists();
    assertThat(Files.readAllLines(PolicyDocument.FILE))
        .as("docs/policy.md: %s writes it anew", PolicyDocument.COMMAND)
        .containsExactlyElementsOf(made);
  }

  @DisplayName("Every key has its section, evidence in whole sentences, and somebody to choose")
  @ParameterizedTest(name = "{0}")
  @EnumSource
  void grounds(Policy.Key key) {
    assertThat(key.section()).matches("\\d{1,2}(\\.\\d)?|C \\d");
    assertThat(key.evidence()).matches("[A-Z].*[^.]\\.").doesNotContain("  ");
    assertThat(key.decider().words()).isNotBlank();
  }
}
