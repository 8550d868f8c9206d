package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.dutypay.job.WorkFolder;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Turn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneRunAtATimeTest {

  private static final String RUN_DATE = "2024-06-01";

  private final Path feed;
  private final Path out;

  OneRunAtATimeTest(@TempDir Path folder) {
    feed = new SmallForce(folder.resolve("feed")).constable("A1").written();
    out = folder.resolve("out");
  }

  @Test
  @DisplayName("a second run into an output folder says so in one line and ends with 1")
  void sameOutputFolder() throws IOException {
    try (WorkFolder other = WorkFolder.of(out).orElseThrow()) {
      Ran second = Ran.night(feed, out, RUN_DATE);

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("another run is writing to " + out).hasLineCount(1);
      assertThat(WorkFolder.of(out)).as("the first run still has it").isEmpty();
      assertThat(other.toString()).endsWith(".work");
    }
    assertThat(Ran.night(feed, out, RUN_DATE).code()).isZero();
  }

  @Test
  @DisplayName("a second run on an H2 file says so in one line and ends with 1")
  void sameH2File() throws IOException {
    Path file = out.resolveSibling("dutypay.mv.db");
    assertThat(Ran.night(feed, out, RUN_DATE).code()).isZero();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock other = channel.lock()) {
      Ran second = Ran.night(feed, out.resolveSibling("out2"), RUN_DATE);

      assertThat(other.isValid()).isTrue();
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("another run is using the database").hasLineCount(1);
      assertThat(Files.exists(out.resolveSibling("out2.work"))).isFalse();
    }
  }

  @Test
  @DisplayName(
      "a second run on a PostgreSQL database, even into another folder, says so in one line and"
          + " ends with 1")
  void samePostgres() {
    String url = Postgres.fresh();
    try (Turn other =
        Turn.take(
            Database.at(
                url, Postgres.USER, System.getenv().getOrDefault("DUTYPAY_DB_PASSWORD", "")))) {
      Ran second = Ran.night(feed, out, RUN_DATE, "--db", url, "--db-user", Postgres.USER);

      assertThat(other).isNotNull();
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("another run is using the database").hasLineCount(1);
    }
    assertThat(Ran.night(feed, out, RUN_DATE, "--db", url, "--db-user", Postgres.USER).code())
        .isZero();
  }

  @Test
  @DisplayName("a database that does not answer is one line without secrets, and exit code 1")
  void noDatabase() {
    Ran ran =
        Ran.night(
            feed,
            out,
            RUN_DATE,
            "--db",
            "jdbc:postgresql://localhost:1/pay?sslmode=disable",
            "--db-user",
            "payroll");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .contains("the database jdbc:postgresql://localhost:1/pay cannot be opened")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }
}
