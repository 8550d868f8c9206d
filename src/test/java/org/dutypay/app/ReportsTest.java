package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which pages and workbooks a run writes")
class ReportsTest {

  private static final List<String> ALWAYS =
      List.of(
          "balances.csv",
          "exceptions.csv",
          "manifest.json",
          "payroll-totals.csv",
          "payroll.csv",
          "rows.csv");

  private final Path folder;
  private final Path out;
  private final SmallForce force;

  ReportsTest(@TempDir Path folder) {
    this.folder = folder;
    out = folder.resolve("night").resolve("out");
    force =
        new SmallForce(folder.resolve("feed"), "2024-04-01", "2024-06-02")
            .constable("A1")
            .constable("A2")
            .duty("t1", "A1", "2024-04-15T07:00", "2024-04-15T17:00")
            .duty("t2", "A2", "2024-04-20T09:00", "2024-04-20T17:00")
            .duty("t3", "A1", "2024-05-14T07:00", "2024-05-14T19:00");
  }

  @DisplayName("--reports chooses them; the other files are the same, and the manifest names all")
  @ParameterizedTest(name = "--reports {0}")
  @CsvSource({
    "none, ''",
    "html, exceptions.html payroll.html",
    "xlsx, exceptions.xlsx payroll.xlsx",
    "all,  exceptions.html exceptions.xlsx payroll.html payroll.xlsx"
  })
  void chosen(String reports, String expected) throws IOException {
    ran(night("--reports", "all"));
    byte[] payroll = Files.readAllBytes(out.resolve("payroll.csv"));

    Ran ran = ran(night("--reports", reports));

    TreeSet<String> files = new TreeSet<>(ALWAYS);
    Arrays.stream(expected.split(" ")).filter(file -> !file.isEmpty()).forEach(files::add);
    assertThat(Ran.hashes(out)).as("nothing of the run before").containsOnlyKeys(files);
    assertThat(out.resolve("payroll.csv")).hasBinaryContent(payroll);
    files.remove("manifest.json");
    assertThat(outputs()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(Ran.command("verify-output", out.toString()).code()).isZero();
    assertThat(ran.out())
        .contains("start with exceptions." + (expected.contains("html") ? "html" : "csv"));
  }

  @Test
  @DisplayName("A run that writes other files is another run; all is what runs without the option")
  void identity() throws IOException {
    ran(night());
    String standard = runId();
    ran(night("--reports", "all"));
    assertThat(runId()).isEqualTo(standard);
    ran(night("--reports", "xlsx"));
    assertThat(runId()).isNotEqualTo(standard);
  }

  @Test
  @DisplayName("Another word is wrong usage, and nothing is read")
  void otherWord() {
    Ran ran = night("--reports", "pdf");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("--reports takes none, html, xlsx or all, not 'pdf'");
    assertThat(out).doesNotExist();
  }

  @Test
  @DisplayName("A period closed again has the reports that its close wrote, and no others")
  void closedAgain() {
    ran(close("2024-04", "2024-05-02", "--reports", "html"));
    Map<String, String> closed = Ran.hashes(folder.resolve("closed-2024-04"));
    assertThat(closed).containsKeys("payroll.html").doesNotContainKey("payroll.xlsx");

    ran(night());
    Ran again = ran(job("close-period", "2024-04", "2024-05-20", "night/out", "--reports", "none"));

    assertThat(again.out()).contains("closed already");
    assertThat(Ran.hashes(out)).isEqualTo(closed);
    assertThat(Ran.command("ledger", "--verify", "--out", out.toString(), "--db", db()).code())
        .isZero();
  }

  @Test
  @DisplayName("A night compares with the month closed before it, and says where there is none")
  void lastPeriod() throws IOException {
    ran(close("2024-04", "2024-05-02"));
    assertThat(page("closed-2024-04"))
        .contains(
            "2024-03 has not been closed in this ledger, so there is nothing to compare with.");

    ran(night());
    assertThat(page("night/out"))
        .contains("which the close of 2024-04 paid")
        .containsSubsequence(
            "<tr><th scope=\"row\"><a href=\"#o-A2\">A2</a></th>",
            "<td>REST_DAY_WORKING</td>",
            "<td class=\"number\">0.00</td><td class=\"number\">-",
            "<p id=\"o-A2\">No line of pay in this run.</p>");

    ran(job("nightly-pay", "2024-04", "2024-05-20", "past"));
    assertThat(page("past")).contains("2024-04 is closed: this run pays only what has changed");

    ran(
        Ran.command(
            "nightly-pay",
            "--feed",
            force.written().toString(),
            "--out",
            at("days"),
            "--from",
            "2024-05-06",
            "--to",
            "2024-05-12",
            "--run-date",
            "2024-06-01",
            "--db",
            db()));
    assertThat(page("days")).contains("The range is no calendar month");
  }

  @Test
  @DisplayName("What is compared is the same on both databases, with one worker and two")
  void sameBytes() {
    String postgres = Postgres.fresh();
    List<Map<String, String>> hashes = new ArrayList<>();
    for (String where : List.of("h2", "pg")) {
      List<String> database =
          where.equals("h2") ? List.of() : List.of("--db", postgres, "--db-user", Postgres.USER);
      String workers = where.equals("h2") ? "1" : "2";
      Path holding = folder.resolve(where);
      for (String[] step :
          new String[][] {
            {"close-period", "2024-04", "2024-05-02"}, {"nightly-pay", "2024-05", "2024-06-01"}
          }) {
        List<String> arguments =
            new ArrayList<>(
                List.of(
                    step[0],
                    "--feed",
                    force.written().toString(),
                    "--out",
                    holding.resolve(step[0]).toString(),
                    "--period",
                    step[1],
                    "--run-date",
                    step[2],
                    "--workers",
                    workers));
        arguments.addAll(database);
        ran(Ran.command(arguments.toArray(String[]::new)));
        hashes.add(Ran.hashes(holding.resolve(step[0])));
      }
    }
    assertThat(hashes.get(2)).isEqualTo(hashes.get(0)).containsKey("payroll.html");
    assertThat(hashes.get(3)).isEqualTo(hashes.get(1)).containsKey("payroll.xlsx");
  }

  private Ran night(String... more) {
    return job("nightly-pay", "2024-05", "2024-06-01", "night/out", more);
  }

  private Ran close(String period, String runDate, String... more) {
    return job("close-period", period, runDate, "closed-" + period, more);
  }

  private Ran job(String job, String period, String runDate, String to, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                job,
                "--feed",
                force.written().toString(),
                "--out",
                at(to),
                "--period",
                period,
                "--run-date",
                runDate,
                "--db",
                db()));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private String at(String to) {
    return folder.resolve(to).toString();
  }

  private String db() {
    return "jdbc:h2:file:" + folder.resolve("ledger");
  }

  private String page(String to) throws IOException {
    return Files.readString(folder.resolve(to).resolve("payroll.html"));
  }

  private String runId() throws IOException {
    String manifest = Files.readString(out.resolve("manifest.json"));
    return manifest.replaceFirst("(?s).*\"run_id\": \"(\\w+)\".*", "$1");
  }

  private List<String> outputs() throws IOException {
    String manifest = Files.readString(out.resolve("manifest.json"));
    return Pattern.compile("\"file\": \"([^\"]+)\"")
        .matcher(
            manifest.substring(manifest.indexOf("\"outputs\""), manifest.indexOf("\"account\"")))
        .results()
        .map(file -> file.group(1))
        .toList();
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    return ran;
  }
}
