package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("explain: one officer's force day in plain text")
class ExplainTest {

  /** What the texts of the sample's officers and days are; a file is named after both. */
  private static final Path TEXTS = Path.of("src/test/resources/explain");

  private final Path folder;
  private final Path feed;
  private final Path out;

  ExplainTest(@TempDir Path folder) {
    this.folder = folder;
    feed = folder.resolve("feed");
    out = folder.resolve("night").resolve("out");
  }

  static Stream<String> texts() throws IOException {
    try (Stream<Path> files = Files.list(TEXTS)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().stream();
    }
  }

  /**
   * To accept a change: {@code jobs/explain --officer ID --date DATE}, with N for the numbers of
   * lines and of invented rows, which move when rows are added to the sample.
   */
  @ParameterizedTest
  @MethodSource("texts")
  @DisplayName("Without --feed it explains the sample's officers")
  void sample(String text) throws IOException {
    int space = text.indexOf(' ');
    String officer = text.substring(0, space);
    String date = text.substring(space + 1, text.indexOf('.'));

    Ran ran = Ran.command("explain", "--officer", officer, "--date", date);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out().replaceAll("line \\d+", "line N").replaceAll("T\\d{7}", "TN").lines())
        .containsExactlyElementsOf(Files.readAllLines(TEXTS.resolve(text)));
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(temporaryFolders()).isEmpty();
  }

  private static List<String> temporaryFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("dutypay-explain-" + ProcessHandle.current().pid() + "-"))
          .toList();
    }
  }

  @ParameterizedTest
  @DisplayName("wrong usage is exit code 2 and one line that says what is wrong")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --date 2024-05-14                                                           | --officer names the officer: it is missing
          --officer A1                                                                | --date names the force day: it is missing
          --officer A1 --date 14/05/2024                                              | --date takes a date such as 2024-05-01, not '14/05/2024'
          --officer A1 --date 1999-12-31                                              | --date is 1999-12-31, but the rules are known from
          --officer A1 --date 2024-05-14 --feed NONE                                  | There is no folder
          --officer A1 --date 2024-05-14 --feed FEED --run-date today                 | --run-date takes a date such as 2024-05-01, not 'today'
          --officer A1 --date 2024-05-14 --feed FEED --policy NONE                    | There is no policy file
          --officer A1 --date 2024-05-14 --feed FEED --policy FEED/policy.yml         | there is no policy key 'force-day-begins'
          --officer A1 --date 2024-05-14 --feed FEED --out OUT                        | has no database: there is no file
          --officer A1 --date 2024-05-14 --feed FEED --db-user payroll                | --db-user needs --db
          --officer A1 --date 2024-05-14 --feed FEED --db jdbc:mysql://db/pay         | a database URL starts with
          --officer B2 --date 2024-05-14 --feed FEED                                  | no row of the feed names officer 'B2'
          --officer C3 --date 2024-05-14 --feed FEED                                  | officers.csv has no row of officer 'C3' that can be used; other rows of the feed that name the officer, all of them rejected: 1
          """)
  void wrongUsage(String options, String message) throws IOException {
    new SmallForce(feed)
        .constable("A1")
        .duty("E3", "C3", "2024-05-14T07:00", "2024-05-14T15:00")
        .written();
    Files.writeString(feed.resolve("policy.yml"), "force-day-begins: 06:00\n");
    String given =
        options
            .replace("FEED", feed.toString())
            .replace("OUT", out.toString())
            .replace("NONE", folder + "/nowhere");

    Ran ran = Ran.command(("explain " + given).split(" "));

    assertThat(ran.err()).startsWith("explain: ").contains(message);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  @DisplayName("A day without roster row or record still says what there is")
  void nothingThere() throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(
        feed.resolve("officers.csv"),
        """
        officer_id,effective_from,effective_to,rank,pay_scale,pay_point
        A1,2014-09-01,,CONSTABLE,CONSTABLE_2013,7
        """);

    Ran ran = explain("A1", "2030-01-01");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "no roster row; the officer's go from 2024-04-29 to 2024-06-02",
            "constable, pay scale CONSTABLE_2013, point 7")
        .containsPattern("Lines\n {2}none");
    assertThat(explain("A1", "2013-01-01").out())
        .contains("no officers row covers the day; the nearest one says:", "no rate that is known");
  }

  @Test
  @DisplayName("A bad row of the day before is shown, its cells only where reports show names")
  void badRow() throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(
        feed.resolve("claims.csv"),
        "claim_id,officer_id,date,type,quantity\nC1,A1,2024-05-13,Jo Bloggs,O'Bloggs\n");
    Path policy = Files.writeString(folder.resolve("policy.yml"), "report-names: false\n");

    assertThat(explain("A1", "2024-05-14").out()).contains("'Jo Bloggs'", "'O'Bloggs'");
    assertThat(explain("A1", "2024-05-14", "--policy", policy.toString()).out())
        .contains("column type: (not shown)", "column quantity: (not shown)")
        .doesNotContain("Bloggs");
  }

  @Test
  @DisplayName("Decisions of the feed hold, and those that a night has kept where it is named")
  void decisions() throws IOException {
    SmallForce force = new SmallForce(feed).constable("A1").stoodDown("E2", "A1", "2024-05-11");
    force.written();
    assertThat(explain("A1", "2024-05-11").out())
        .contains("raises STOOD_DOWN, held until a person decides", "E2  HELD STOOD_DOWN");
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    String id =
        Ran.rows(out.resolve("exceptions.csv")).stream()
            .filter(row -> row.containsValue("STOOD_DOWN"))
            .map(row -> String.valueOf(row.get("exception_id")))
            .findFirst()
            .orElseThrow();
    force.decision(id, "", "RELEASE", "boss", "2024-06-01T09:00").written();
    assertThat(explain("A1", "2024-05-11").out())
        .contains(
            "on which a person decided RELEASE", "was held: 264.79, decided: RELEASE", "E2  PAID");

    assertThat(Ran.night(feed, out, "2024-06-02").code()).isZero();
    force.withoutDecisions().written();
    assertThat(explain("A1", "2024-05-11").out()).contains("E2  HELD STOOD_DOWN");
    Map<String, String> before = hashes(out.resolveSibling(""));
    assertThat(explain("A1", "2024-05-11", "--out", out.toString()).out()).contains("E2  PAID");
    assertThat(hashes(out.resolveSibling(""))).isEqualTo(before);
  }

  private static Map<String, String> hashes(Path folder) {
    Map<String, String> hashes = Ran.hashes(folder.resolve("out"));
    hashes.put("database", String.valueOf(folder.resolve("dutypay.mv.db").toFile().lastModified()));
    return hashes;
  }

  private Ran explain(String officer, String date, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("explain", "--officer", officer, "--date", date));
    arguments.addAll(List.of("--feed", feed.toString(), "--run-date", "2024-06-03"));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }
}
