package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("compare-policy")
class ComparePolicyTest {

  /** A force with an officer for each rule. */
  private static Path sample = Path.of("");

  private final Path folder;
  private final Path feed;
  private final Path out;

  ComparePolicyTest(@TempDir Path folder) {
    this.folder = folder;
    feed = folder.resolve("feed");
    out = folder.resolve("comparison").resolve("out");
  }

  @BeforeAll
  static void makeSample(@TempDir Path made) {
    assertThat(Ran.command("make-feed", "--sample", "--out", made.toString()).code()).isZero();
    sample = made;
  }

  @ParameterizedTest
  @DisplayName("wrong usage is exit code 2 and one line that says what is wrong")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --policy FEED/ours.yml          | there is nothing to compare with: give --policy-b, --rates-b or both
          --policy-b NONE                 | There is no policy file
          --policy-b FEED/wrong.yml       | wrong.yml: there is no policy key 'colour'
          --rates-b NONE                  | There is no file of rates
          --rates-b FEED/roster.csv       | roster.csv has no column pay_scale
          --rates-b FEED/rates.csv        | rates.csv line 3: column annual:
          --policy-b FEED/ours.yml --workers 0 | --workers takes a number from 1, not 0
          """)
  void wrongUsage(String options, String message) throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(feed.resolve("ours.yml"), "unsocial-hour: CLOCK\n");
    Files.writeString(feed.resolve("wrong.yml"), "colour: red\n");
    Files.writeString(
        feed.resolve("rates.csv"),
        "pay_scale,pay_point,effective_from,annual\nX,1,2024-01-01,30000\nX,2,2024-01-01,-5\n");

    Ran ran =
        compare(
            feed,
            options
                .replace("FEED", feed.toString())
                .replace("NONE", folder + "/nowhere")
                .split(" "));

    assertThat(ran.err()).startsWith("compare-policy: ").contains(message);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @DisplayName("It shows exactly what two nights of the same feed differ in")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unsocial-hour: CLOCK; short-casual-counts: false; rounding: DOWN
          force-day-starts: 06:00
          week-starts: SUNDAY; pnb-2014-8: false; toil-expiry: WARN; unmarked-holidays: ROSTERED
          early-start-pay: FULL; rest-day-travel-limit-minutes: 0; recall-travel-limit-minutes: 0
          acting-pay-days: CALENDAR; acting-break-days: 2; acting-claim-limit-months: 0
          acting-overtime-rate: ACTING; south-east-cap: LOWER; early-book-on-minutes: 0
          claim-conflicts: true; duty-not-booked: true; rounding: HALF_EVEN; leave-year-starts: 01-01
          """)
  void twoNights(String policy) throws IOException {
    Path file = Files.writeString(folder.resolve("b.yml"), policy.replace("; ", "\n"));
    Path nightA = folder.resolve("a").resolve("out");
    Path nightB = folder.resolve("b").resolve("out");
    assertThat(Ran.night(sample, nightA, "2024-05-31").code()).isZero();
    assertThat(Ran.night(sample, nightB, "2024-05-31", "--policy", file.toString()).code())
        .isZero();

    Ran ran = compare(sample, "--policy-b", file.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(pounds("comparison.csv", "officer_id", "work_date", "element"))
        .isEqualTo(difference(nightA, nightB, "officer_id", "work_date", "element"));
    assertThat(pounds("comparison-officers.csv", "officer_id"))
        .isEqualTo(difference(nightA, nightB, "officer_id"));
    assertThat(nonZero(pounds("comparison-elements.csv", "element")))
        .isEqualTo(difference(nightA, nightB, "element"));
    assertThat(exceptions("LOST")).isEqualTo(only(nightA, nightB));
    assertThat(exceptions("GAINED")).isEqualTo(only(nightB, nightA));
    assertThat(ran.out()).doesNotContain("nothing changes");
  }

  /** Differences that the comparison shows. */
  private Map<List<String>, BigDecimal> pounds(String file, String... key) {
    Map<List<String>, BigDecimal> pounds = new TreeMap<>(ComparePolicyTest::compareKeys);
    for (Map<String, String> row : Ran.rows(out.resolve(file))) {
      pounds.put(cells(row, key), new BigDecimal(row.get("difference")));
    }
    return pounds;
  }

  private static Map<List<String>, BigDecimal> nonZero(Map<List<String>, BigDecimal> pounds) {
    pounds.values().removeIf(amount -> amount.signum() == 0);
    return pounds;
  }

  /** What B's night pays less A's, where they differ. */
  private static Map<List<String>, BigDecimal> difference(Path a, Path b, String... key) {
    Map<List<String>, BigDecimal> pounds = new TreeMap<>(ComparePolicyTest::compareKeys);
    for (Map<String, String> row : Ran.rows(a.resolve("payroll.csv"))) {
      pounds.merge(cells(row, key), new BigDecimal(row.get("amount")).negate(), BigDecimal::add);
    }
    for (Map<String, String> row : Ran.rows(b.resolve("payroll.csv"))) {
      pounds.merge(cells(row, key), new BigDecimal(row.get("amount")), BigDecimal::add);
    }
    return nonZero(pounds);
  }

  private static List<String> cells(Map<String, String> row, String... key) {
    return Stream.of(key).map(column -> row.getOrDefault(column, "")).toList();
  }

  private static int compareKeys(List<String> one, List<String> other) {
    return String.join("\n", one).compareTo(String.join("\n", other));
  }

  private List<String> exceptions(String change) {
    List<String> found = new ArrayList<>();
    for (Map<String, String> row : Ran.rows(out.resolve("comparison-exceptions.csv"))) {
      if (change.equals(row.get("change"))) {
        found.add(String.join(",", cells(row, "code", "officer_id", "date", "entry_id")));
      }
    }
    return found.stream().sorted().toList();
  }

  /**
   * The exceptions that only the first of two nights has, by id. A row that cannot be read is dated
   * once, by A's force days, and a note on decisions is about no policy.
   */
  private static List<String> only(Path first, Path second) {
    TreeSet<String> ids = new TreeSet<>();
    Ran.rows(second.resolve("exceptions.csv")).forEach(row -> ids.add(row.get("exception_id")));
    return Ran.rows(first.resolve("exceptions.csv")).stream()
        .filter(row -> !ids.contains(row.get("exception_id")))
        .filter(row -> !row.getOrDefault("code", "").startsWith("DECISION_"))
        .filter(row -> !"BAD_ROW".equals(row.get("code")))
        .map(row -> String.join(",", cells(row, "code", "officer_id", "date", "entry_id")))
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("Under two equal policies nothing changes, and the summary says so")
  void equal() throws IOException {
    Path file = Files.writeString(folder.resolve("same.yml"), "force-day-starts: 07:00\n");

    Ran ran = compare(sample, "--policy-b", file.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("A: the standard policy; B: same.yml", "nothing changes");
    for (String name : List.of("", "-elements", "-balances", "-officers", "-exceptions")) {
      assertThat(Files.readAllLines(out.resolve("comparison" + name + ".csv"))).hasSize(1);
    }
    assertThat(Files.readString(out.resolve("comparison.html"))).contains("Nothing changes");
  }

  @Test
  @DisplayName("The same comparison gives the same bytes, with any number of workers and anywhere")
  void sameBytes() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yml"), "rounding: DOWN\n");
    assertThat(compare(sample, "--policy-b", file.toString(), "--workers", "1").code()).isZero();
    Map<String, String> first = Ran.hashes(out);
    Path elsewhere = folder.resolve("elsewhere").resolve("comparison-of-may");
    List<String> arguments = arguments(sample, elsewhere);
    arguments.addAll(List.of("--policy-b", file.toString(), "--workers", "3"));

    assertThat(Ran.command(arguments.toArray(String[]::new)).code()).isZero();

    assertThat(Ran.hashes(elsewhere)).isEqualTo(first);
    assertThat(first.keySet())
        .containsExactlyInAnyOrder(
            "comparison.csv",
            "comparison-elements.csv",
            "comparison-balances.csv",
            "comparison-officers.csv",
            "comparison-exceptions.csv",
            "comparison.html",
            "manifest.json");
    for (String name : first.keySet()) {
      assertThat(Files.readString(out.resolve(name)))
          .as(name)
          .doesNotContain(folder.toString(), System.getProperty("user.dir"));
    }
  }

  @Test
  @DisplayName("Rates of B are added to the built-in ones, and those of the feed are not")
  void rates() throws IOException {
    // Two hours planned after the tour: 46,044 x 6 / 12,520 x 4/3 x 2 = 58.84, 48,000 gives 61.34.
    new SmallForce(feed)
        .constable("A1")
        .duty("E1", "A1", "2024-05-01T07:00", "2024-05-01T17:30")
        .written();
    String header = "pay_scale,pay_point,effective_from,annual\n";
    Files.writeString(
        feed.resolve("pay-scales.csv"), header + "CONSTABLE_2013,7,2024-04-01,50000\n");
    Path rates =
        Files.writeString(
            folder.resolve("award.csv"), header + "CONSTABLE_2013,7,2024-05-01,48000\n");

    Ran ran = compare(feed, "--rates-b", rates.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    // Casual, the first of the week: 120 minutes. 50,000 gives 63.90, 48,000 gives 61.34.
    assertThat(Files.readAllLines(out.resolve("comparison.csv")))
        .containsExactly(
            "officer_id,work_date,element,amount_a,amount_b,difference",
            "A1,2024-05-01,OVERTIME,63.90,61.34,-2.56");
    assertThat(Files.readString(out.resolve("comparison.html")))
        .contains("<td class=\"number\">50,000.00</td><td class=\"number\">48,000.00</td>");
    assertThat(Files.readString(out.resolve("manifest.json")))
        .contains("\"rates_b\"", "\"file\": \"award.csv\"", "\"rows_read\": 1");
  }

  @Test
  @DisplayName("A released line is paid on both sides, as in a night, and nothing is remembered")
  void decisions() throws IOException {
    SmallForce force = new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11");
    Path night = out.resolveSibling("night");
    assertThat(Ran.night(force.written(), night, "2024-06-01").code()).isZero();
    String id =
        Ran.rows(night.resolve("exceptions.csv")).stream()
            .filter(row -> "STOOD_DOWN".equals(row.get("code")))
            .map(row -> row.getOrDefault("exception_id", ""))
            .findFirst()
            .orElseThrow();
    force.decision(id, "", "RELEASE", "HR1", "2024-06-01T10:00").written();
    Path rates =
        Files.writeString(
            folder.resolve("award.csv"),
            "pay_scale,pay_point,effective_from,annual\nCONSTABLE_2013,7,2024-05-01,48000\n");

    assertThat(compareOn("2024-06-02", feed, "--rates-b", rates.toString()).code()).isZero();

    // 8 h at 3/2: 46,044 x 6 / 12,520 x 12 = 264.79, 48,000 gives 276.04.
    assertThat(Files.readAllLines(out.resolve("comparison.csv")))
        .contains("A1,2024-05-11,REST_DAY_WORKING,264.79,276.04,11.25");
    force.withoutDecisions().written();
    assertThat(Ran.night(feed, night, "2024-06-02").code()).isZero();
    assertThat(Ran.rows(night.resolve("exceptions.csv")))
        .filteredOn(row -> "STOOD_DOWN".equals(row.get("code")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "OPEN"));
  }

  @Test
  @DisplayName("verify-output finds no fault, and finds a cell that was changed afterwards")
  void verified() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yml"), "rounding: DOWN\n");
    assertThat(compare(sample, "--policy-b", file.toString()).code()).isZero();

    Ran verified = Ran.command("verify-output", out.toString(), "--feed", sample.toString());

    assertThat(verified.code()).as(verified.out()).isZero();
    assertThat(verified.out())
        .contains(
            "ok    comparison-officers.csv", "comparison-elements.csv against comparison.csv");

    Path officers = out.resolve("comparison-officers.csv");
    List<String> rows = new ArrayList<>(Files.readAllLines(officers));
    rows.remove(1);
    Files.write(officers, rows);
    Ran changed = Ran.command("verify-output", out.toString());
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("there, but its days add up to");
  }

  @Test
  @DisplayName("Without options it compares the sample's policy with another one beside it")
  void withoutOptions() {
    List<String> arguments = List.of(SampleNight.arguments("compare-policy"));

    Path policyB = Path.of(arguments.get(arguments.indexOf("--policy-b") + 1));
    assertThat(policyB).endsWith(Path.of("sample-data", "policy-b.yml")).isRegularFile();
    assertThat(arguments.get(arguments.indexOf("--out") + 1)).endsWith("out-compare-policy");
    assertThat(compare(sample, "--policy-b", policyB.toString()).out())
        .contains("officers better off")
        .doesNotContain("nothing changes");
  }

  @Test
  @DisplayName("The manifest has both policies and reconciles")
  void manifest() throws IOException {
    Path a = Files.writeString(folder.resolve("a.yml"), "week-starts: SUNDAY\n");
    Path b = Files.writeString(folder.resolve("b.yml"), "week-starts: TUESDAY\n");
    assertThat(compare(sample, "--policy", a.toString(), "--policy-b", b.toString()).code())
        .isZero();

    assertThat(Files.readString(out.resolve("manifest.json")))
        .containsSubsequence(
            "\"job\": \"compare-policy\"",
            "\"policy\"",
            "a.yml",
            "\"week-starts\": \"SUNDAY\"",
            "\"policy_b\"",
            "b.yml",
            "\"week-starts\": \"TUESDAY\"",
            "\"rates_b\": null",
            "comparison-officers.csv",
            "comparison.html",
            "\"reconciled\": true");
  }

  @Test
  @DisplayName("A booking by the force day's start is an unknown officer's under one policy only")
  void forceDays() throws IOException {
    new SmallForce(feed).constable("A1").constable("B2").written();
    Files.writeString(
        feed.resolve("officers.csv"),
        """
        officer_id,effective_from,effective_to,rank,pay_scale,pay_point
        A1,2024-05-11,,CONSTABLE,CONSTABLE_2013,7
        B2,2012-09-03,,CONSTABLE,CONSTABLE_2013,7
        """);
    Files.writeString(
        feed.resolve("timesheets.csv"),
        "entry_id,officer_id,start,end\nE1,A1,2024-05-11T06:00,2024-05-11T07:00\n");
    Files.writeString(
        feed.resolve("roster.csv"),
        """
        officer_id,date,day_type,start,end
        A1,2024-05-11,REST_DAY,,
        B2,2024-05-11,REST_DAY,,
        """);
    Path b = Files.writeString(folder.resolve("b.yml"), "force-day-starts: 06:00\n");

    assertThat(compare(feed, "--policy-b", b.toString()).code()).isZero();

    assertThat(exceptions("LOST")).containsExactly("UNKNOWN_OFFICER,A1,2024-05-10,E1");
    // An hour on a rest day is four at time and a half: 46,044 x 6 / 12,520 x 6 = 132.39.
    assertThat(Files.readAllLines(out.resolve("comparison.csv")))
        .contains("A1,2024-05-11,REST_DAY_WORKING,0.00,132.39,132.39");
  }

  @Test
  @DisplayName("What a bad row holds is not quoted where policy A shows no names, and is no change")
  void withoutNames() throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(
        feed.resolve("timesheets.csv"),
        "entry_id,officer_id,start,end\nE1,A1,2024-05-11T06:00,Bloggs\n");
    Path a = Files.writeString(folder.resolve("a.yml"), "report-names: false\n");
    Path b = Files.writeString(folder.resolve("b.yml"), "report-names: true\n");

    assertThat(compare(feed, "--policy", a.toString(), "--policy-b", b.toString()).code()).isZero();

    assertThat(Ran.rows(out.resolve("comparison-exceptions.csv"))).isEmpty();
  }

  private Ran compare(Path from, String... more) {
    return compareOn("2024-05-31", from, more);
  }

  private Ran compareOn(String runDate, Path from, String... more) {
    List<String> arguments = arguments(from, out);
    arguments.set(arguments.indexOf("--run-date") + 1, runDate);
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private static List<String> arguments(Path from, Path to) {
    try {
      Files.createDirectories(to.resolveSibling(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ArrayList<>(
        List.of(
            "compare-policy",
            "--feed",
            from.toString(),
            "--out",
            to.toString(),
            "--period",
            "2024-05",
            "--run-date",
            "2024-05-31"));
  }
}
