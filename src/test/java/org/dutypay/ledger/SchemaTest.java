package org.dutypay.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

  @ParameterizedTest
  @DisplayName("the newest migration is the one at which Flyway may sleep on")
  @EnumSource(Database.Kind.class)
  void newest(Database.Kind kind) throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/db/migration", kind.folder()))) {
      List<String> versions =
          files
              .map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))
              .sorted()
              .toList();
      assertThat(versions).hasSize(Integer.parseInt(Schema.NEWEST)).endsWith(Schema.NEWEST);
    }
  }
}
