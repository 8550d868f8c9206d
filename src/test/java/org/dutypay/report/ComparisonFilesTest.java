package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.OutcomeDifference;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.reference.PayScales;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The files of a comparison")
class ComparisonFilesTest {

  private static final String HOSTILE = "=1+1</style><script>alert(1)</script>\"x";

  private final Path parts;
  private final Path merged;
  private final Path out;
  private ComparisonPart part;

  ComparisonFilesTest(@TempDir Path folder) throws IOException {
    parts = Files.createDirectories(folder.resolve("parts"));
    merged = Files.createDirectories(folder.resolve("merged"));
    out = Files.createDirectories(folder.resolve("out"));
    part = ComparisonPart.open(parts, "p0", "");
  }

  @Test
  @DisplayName("They hold what differs, by day, element, account, officer and exception")
  void differences() throws IOException {
    append(
        outcome("A1", List.of(pay("2024-03-05", 5_884), pay("2024-03-06", 1_000)), List.of()),
        outcome("A1", List.of(pay("2024-03-05", 4_413), pay("2024-03-06", 1_000)), List.of()));
    append(
        outcome("B2", List.of(), List.of(Samples.toil("2024-03-05", "e2", 90))),
        outcome(
            "B2",
            List.of(pay("2024-03-07", 2_942)),
            List.of(days("2024-03-05", 100)),
            Samples.held("B2", "2024-03-07", "e2", 3, 4_200)));
    append(
        outcome("C3", List.of(pay("2024-03-05", 100)), List.of()),
        outcome("C3", List.of(pay("2024-03-05", 1_571)), List.of()));

    written(terms(Map.of()));

    assertThat(lines("comparison.csv"))
        .containsExactly(
            "officer_id,work_date,element,amount_a,amount_b,difference",
            "A1,2024-03-05,OVERTIME,58.84,44.13,-14.71",
            "B2,2024-03-07,OVERTIME,0.00,29.42,29.42",
            "C3,2024-03-05,OVERTIME,1.00,15.71,14.71");
    assertThat(lines("comparison-elements.csv"))
        .containsExactly(
            "element,lines_a,amount_a,lines_b,amount_b,difference",
            "OVERTIME,3,69.84,4,99.26,29.42");
    assertThat(lines("comparison-balances.csv"))
        .containsExactly(
            "account,unit,rows_a,amount_a,rows_b,amount_b,difference",
            "REST_DAYS_IN_LIEU,DAYS,0,0.00,1,1.00,1.00",
            "TOIL,MINUTES,1,90,0,0,-90");
    // Of two equal differences the one of the smaller id comes first, whichever way it goes.
    assertThat(lines("comparison-officers.csv"))
        .containsExactly(
            "officer_id,amount_a,amount_b,difference",
            "B2,0.00,29.42,29.42",
            "A1,68.84,54.13,-14.71",
            "C3,1.00,15.71,14.71");
    assertThat(lines("comparison-exceptions.csv"))
        .containsExactly(
            "change,code,severity,officer_id,date,entry_id,message",
            "GAINED,STOOD_DOWN,BLOCKING,B2,2024-03-07,e2,the duty was stood down on the day");
    assertThat(page())
        .contains("<span class=\"count\">£99.26</span>")
        .contains("Under A £69.84: B costs £29.42 more.")
        .contains("<span class=\"count\">2</span> <span class=\"held\">by £44.13</span>")
        .contains("<span class=\"count\">1</span> <span class=\"held\">by £14.71</span>")
        .contains("Of 3 officers in the feed.")
        .contains("<th scope=\"row\">STOOD_DOWN</th><td class=\"number\">1</td>")
        .doesNotContain("Nothing changes");
  }

  @Test
  @DisplayName("Lines that move within an element are shown, though they cost the same")
  void moved() throws IOException {
    append(
        outcome("A1", List.of(pay("2024-03-05", 5_884)), List.of()),
        outcome("A1", List.of(pay("2024-03-06", 5_884)), List.of()));

    written(terms(Map.of()));

    assertThat(lines("comparison.csv")).hasSize(3);
    assertThat(lines("comparison-elements.csv")).contains("OVERTIME,1,58.84,1,58.84,0.00");
    assertThat(lines("comparison-officers.csv")).hasSize(1);
  }

  @Test
  @DisplayName("Where nothing differs each file is its header, and the page says so")
  void nothing() throws IOException {
    Outcome same =
        outcome(
            "A1",
            List.of(pay("2024-03-05", 5_884)),
            List.of(Samples.toil("2024-03-05", "e2", 90)),
            Samples.held("A1", "2024-03-07", "e2", 3, 4_200));
    append(same, same);

    ComparisonResults results = written(terms(Map.of()));

    assertThat(results.isEmpty()).isTrue();
    assertThat(results.files()).extracting(OutputFile::rows).containsOnly(0L);
    for (String file :
        List.of(
            "comparison.csv",
            "comparison-elements.csv",
            "comparison-balances.csv",
            "comparison-officers.csv",
            "comparison-exceptions.csv")) {
      assertThat(lines(file)).as(file).hasSize(1);
    }
    assertThat(page())
        .contains("Nothing changes: no pay, no time off and no exception is another under B.")
        .contains("Nowhere: every policy key and every rate is the same.")
        .contains("£58.84");
  }

  @Test
  @DisplayName("The page names the keys and rates in which A and B differ, and the files' names")
  void terms() throws IOException {
    SideB b =
        new SideB(
            "new.yml",
            Policy.of(Map.of("unsocial-hour", "CLOCK")),
            Optional.of(new InputCount("award.csv", 1, "")),
            List.of(
                new PayScales.RateDifference(
                    "CONSTABLE_2013",
                    "7",
                    Samples.day("2024-09-01"),
                    OptionalLong.of(4_604_400),
                    OptionalLong.of(4_823_100)),
                new PayScales.RateDifference(
                    "SERGEANT",
                    "1",
                    Samples.day("2024-09-01"),
                    OptionalLong.empty(),
                    OptionalLong.of(5_000_000))));
    written(b);

    assertThat(page())
        .contains(
            "the standard policy, the feed's rates, to <strong>B</strong>, new.yml, award.csv")
        .contains("<th scope=\"row\">unsocial-hour</th><td>CONTINUOUS</td><td>CLOCK</td>")
        .contains("<td class=\"number\">46,044.00</td><td class=\"number\">48,231.00</td>")
        .contains("<td class=\"number\">+2,187.00</td>")
        .contains("<td class=\"number\">–</td><td class=\"number\">50,000.00</td>")
        .doesNotContain("short-casual-counts");
  }

  @Test
  @DisplayName("Hostile names are only text on the page, which runs no script and asks for nothing")
  void hostile() throws IOException {
    append(
        outcome("-A1", List.of(), List.of()),
        outcome(
            "-A1",
            List.of(pay("2024-03-05", 100)),
            List.of(),
            Samples.badRow("-A1", "timesheets.csv", 2, HOSTILE)));
    written(
        new SideB(
            HOSTILE, Policy.standard(), Optional.of(new InputCount(HOSTILE, 1, "")), List.of()));

    assertThat(page())
        .contains("=1+1&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<th scope=\"row\">-A1</th>")
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "://", "script-src");
    assertThat(lines("comparison-officers.csv")).contains("'-A1,0.00,1.00,1.00");
    assertThat(lines("comparison-exceptions.csv"))
        .contains("GAINED,BAD_ROW,REJECTED,'-A1,,,\"'=1+1</style><script>alert(1)</script>\"\"x\"");
  }

  @Test
  @DisplayName("The page shows the two hundred largest of each and names the file that has all")
  void cut() throws IOException {
    for (int i = 100; i < 301; i++) {
      append(
          outcome("A" + i, List.of(), List.of()),
          outcome("A" + i, List.of(pay("2024-03-05", i)), List.of()));
    }
    for (int i = 100; i < 103; i++) {
      append(
          outcome("B" + i, List.of(pay("2024-03-05", i)), List.of()),
          outcome("B" + i, List.of(), List.of()));
    }

    ComparisonResults results = written(terms(Map.of()));

    assertThat(page())
        .contains("The 200 largest differences of 201. All of them are in comparison-officers.csv.")
        .contains(">A300<", ">A101<", ">B100<")
        .doesNotContain(">A100<");
    assertThat(lines("comparison-officers.csv")).hasSize(1 + 201 + 3);
    assertThat(results.files().getLast().rows()).isEqualTo(203);
  }

  @Test
  @DisplayName("What does not add up or is not accounted for does not reconcile")
  void unreconciled() throws IOException {
    RowOutcome row = Samples.row("timesheets.csv", 2, "e1", RowOutcome.Kind.PAID, "");
    part.append(
        OutcomeDifference.between(
            outcome("A1", List.of(), List.of()),
            outcome("A1", List.of(pay("2024-03-05", 100)), List.of())),
        true,
        List.of(row),
        List.of());
    ComparisonResults results = written(terms(Map.of()));
    List<InputCount> inputs = List.of(new InputCount("timesheets.csv", 1, ""));

    assertThat(
            results
                .reconciled(
                    RowCounts.read(merged, CsvFile.ROWS),
                    RowCounts.read(merged, CsvFile.ROWS_OF_B),
                    inputs)
                .problems())
        .containsExactly("Under B: timesheets.csv: 1 rows were read, but rows.csv accounts for 0.");

    Path elements = out.resolve("comparison-elements.csv");
    Files.writeString(elements, Files.readString(elements).replace("1.00", "1.01"));
    Path officers = out.resolve("comparison-officers.csv");
    Files.writeString(officers, Files.readString(officers).replace("1.00", "1.01"));

    assertThat(
            ComparisonResults.read(out)
                .reconciled(
                    RowCounts.read(merged, CsvFile.ROWS),
                    RowCounts.read(merged, CsvFile.ROWS),
                    inputs)
                .problems())
        .containsExactly(
            "comparison-elements.csv does not hold what comparison.csv adds up to.",
            "comparison-officers.csv does not hold what comparison.csv adds up to.");
  }

  @Test
  @DisplayName("Another partition's officers come in their place, whichever was written first")
  void partitions() throws IOException {
    append(
        outcome("B2", List.of(), List.of()),
        outcome("B2", List.of(pay("2024-03-05", 200)), List.of()));
    ComparisonPart first = part;
    part = ComparisonPart.open(parts, "p1", "");
    append(
        outcome("A1", List.of(), List.of()),
        outcome("A1", List.of(pay("2024-03-05", 100)), List.of()));
    first.close();

    written(terms(Map.of()));

    assertThat(lines("comparison.csv").stream().map(line -> line.substring(0, 2)))
        .containsExactly("of", "A1", "B2");
  }

  private void append(Outcome a, Outcome b) throws IOException {
    part.append(OutcomeDifference.between(a, b), true, a.rows(), b.rows());
  }

  private ComparisonResults written(SideB b) throws IOException {
    part.close();
    Assembly.write(parts, CsvFile.OF_A_COMPARISON, merged);
    for (CsvFile file : List.of(CsvFile.COMPARISON, CsvFile.COMPARISON_EXCEPTIONS)) {
      Files.copy(merged.resolve(file.fileName()), out.resolve(file.fileName()));
    }
    ComparisonTotals totals = ComparisonTotals.read(merged);
    totals.write(out);
    Manifest.Run run =
        new Manifest.Run(
            "0123456789abcdef",
            "1.0",
            "compare-policy",
            "feed",
            Samples.day("2024-03-01"),
            Samples.day("2024-03-31"),
            Samples.RUN_DATE,
            "",
            Policy.standard(),
            Samples.day("2023-09-01"));
    ComparisonPage.write(out, run, b, totals, ComparisonResults.read(out));
    return ComparisonResults.read(out);
  }

  private static SideB terms(Map<String, String> choices) {
    return new SideB("", Policy.of(choices), Optional.empty(), List.of());
  }

  private static PayLine pay(String date, long pence) {
    return Samples.overtime(date, "e1", 100, pence, "");
  }

  private static Balance days(String date, long hundredths) {
    return Balance.ofDays(
        Samples.day(date),
        Account.REST_DAYS_IN_LIEU,
        hundredths,
        Balance.NONE,
        Paragraph.G_2_26_1,
        "e2",
        "");
  }

  private static Outcome outcome(
      String officerId, List<PayLine> lines, List<Balance> balances, PayException... exceptions) {
    return new Outcome(officerId, lines, balances, List.of(exceptions), List.of());
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(out.resolve(file));
  }

  private String page() throws IOException {
    return Files.readString(out.resolve(ComparisonPage.FILE_NAME), StandardCharsets.UTF_8);
  }
}
