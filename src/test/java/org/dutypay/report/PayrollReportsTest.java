package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.LedgerAmount;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayLine;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("The page and workbook of the payroll")
class PayrollReportsTest {

  private static final String HOSTILE =
      "=1+1 </td></script><script>alert(1)</script> \" onmouseover=x ${1+1} \u0007\n--> ]]>";

  private final Path out;
  private final Path unpublished;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<List<OfficerRecord>> records = new ArrayList<>();
  private final List<LedgerAmount> before = new ArrayList<>();
  private Map<String, String> policy = Map.of();
  private LastPeriod last = LastPeriod.closed("2024-02");

  PayrollReportsTest(@TempDir Path folder) {
    out = folder.resolve("out");
    unpublished = folder.resolve("unpublished");
  }

  @DisplayName("Changes of at least the threshold are listed, the largest first")
  @ParameterizedTest(name = "from £{0}: {1}")
  @CsvSource({
    "0,    'C3 -90.00, A1 +50.00, B2 -0.50'",
    "50,   'C3 -90.00, A1 +50.00'",
    "90,   C3 -90.00",
    "1000, ''"
  })
  void changes(String threshold, String expected) throws IOException {
    policy = Map.of("change-threshold-pounds", threshold);
    officer("A1", line("2024-03-05", 15_000));
    officer("B2", line("2024-03-05", 9_950));
    officer("C3");
    officer("D4", line("2024-03-05", 100));
    paidBefore("A1", 10_000);
    paidBefore("B2", 10_000);
    paidBefore("C3", 9_000);
    paidBefore("D4", 100);

    List<String> changes = new ArrayList<>();
    Matcher rows =
        Pattern.compile("<tr><th scope=\"row\">(?:<a [^>]*>)?(\\w+).*?([^>]*)</td></tr>")
            .matcher(between(page(), "id=\"changes\"", "id=\"moves\""));
    while (rows.find()) {
      changes.add(rows.group(1) + " " + rows.group(2));
    }
    assertThat(String.join(", ", changes)).isEqualTo(expected);
    assertThat(page())
        .contains(
            "£40.50 less", "£%s.00 or more".formatted(Page.number(Long.parseLong(threshold))));
  }

  @Test
  @DisplayName("Where there is no month to compare with, the page says so and lists no change")
  void noLastPeriod() throws IOException {
    last = LastPeriod.none("2024-02 has not been closed in this ledger.");
    officer("A1", line("2024-03-05", 15_000));
    assertThat(page())
        .contains("<p class=\"note\" role=\"note\">2024-02 has not been closed in this ledger.</p>")
        .doesNotContain("Changes listed", "Change £")
        .contains("those with the most pay.");
  }

  @DisplayName("Who starts and who leaves is told by officers.csv and what was paid before")
  @ParameterizedTest(name = "in force {0} to {1}, paid before: {2}: {3}")
  @CsvSource({
    "2024-03-11, '',         false, 'starter 2024-03-11'",
    "2024-03-11, '',         true,  ''",
    "2019-01-01, '',         true,  ''",
    "2019-01-01, 2024-03-20, true,  'leaver 2024-03-20'",
    "2019-01-01, 2024-02-29, true,  'leaver 2024-02-29'",
    "2019-01-01, 2024-01-31, false, ''",
    "2019-01-01, 2024-03-31, true,  ''",
    "2024-03-04, 2024-03-08, false, 'starter 2024-03-04, leaver 2024-03-08'",
    "'',         '',         true,  'leaver gone from the feed'"
  })
  void startersAndLeavers(String from, String to, boolean wasPaid, String expected)
      throws IOException {
    outcomes.add(Samples.outcome("A1"));
    records.add(
        from.isEmpty() ? List.of() : List.of(Samples.record("Jo Bloggs", "North", from, to)));
    if (wasPaid) {
      paidBefore("A1", 5_000);
    }
    String page = page();
    List<String> moves = new ArrayList<>();
    for (String heading : List.of("Starters", "Leavers")) {
      String rest = page.substring(page.indexOf("<h3>" + heading));
      if (rest.startsWith("<h3>" + heading + ": 1")) {
        moves.add(
            heading.substring(0, heading.length() - 1).toLowerCase(Locale.ROOT)
                + " "
                + rest.replaceFirst(
                    "(?s).*?<tr><th"
                        + " scope=\"row\">A1</th><td>[^<]*</td><td>[^<]*</td><td>([^<]*)<.*",
                    "$1"));
      }
    }
    assertThat(String.join(", ", moves)).isEqualTo(expected);
  }

  @Test
  @DisplayName("An officer who changes units counts for each of them on its own days")
  void unitOfTheDay() throws IOException {
    outcomes.add(outcome("A1", line("2024-03-05", 1_000), line("2024-03-20", 3_000)));
    records.add(
        List.of(
            Samples.record("Jo", "North", "2019-01-01", "2024-03-10"),
            Samples.record("Jo", "South", "2024-03-11", "")));
    officer("B2", line("2024-03-05", 500));
    String page = page();
    assertThat(page)
        .containsSubsequence(
            "<strong>South</strong> <span class=\"sum\">£30.00</span>, 1 lines, officers: 1",
            "<strong>North</strong> <span class=\"sum\">£15.00</span>, 2 lines, officers: 2");
    Document units = workbook().sheet(3);
    assertThat(SheetsOf.values(units, 2))
        .containsExactly("North", "OVERTIME", "n2", "n4.0", "n15.0");
    assertThat(SheetsOf.values(units, 3))
        .containsExactly("South", "OVERTIME", "n1", "n2.0", "n30.0");
  }

  @Test
  @DisplayName("A card shows each line of a day with its rate, paragraph and reason")
  void card() throws IOException {
    officer("A1", line("2024-03-05", 5_884), line("2024-03-06", 5_884));
    assertThat(page())
        .contains("<th scope=\"rowgroup\" rowspan=\"1\">Tue 2024-03-05</th>")
        .contains(
            "<td>OVERTIME</td><td class=\"number\">2.00</td><td>HOURS</td><td"
                + " class=\"number\">29.4211</td><td>4/3</td><td"
                + " class=\"number\">58.84</td><td>NEW</td><td>G 2.13.1</td><td"
                + " class=\"text\">planned, 120 min</td>")
        .contains("Officers paid: 1; shown: 1, those with");
  }

  @Test
  @DisplayName("Hostile names, units and notes are only text on the page, which runs no script")
  void hostilePage() throws Exception {
    hostile();
    String page = page();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("=1+1", "${1+1}")
        .doesNotContain("<script", "://", "onmouseover=x \"");
    String style = between(page, "<style>", "</style>");
    assertThat(page)
        .contains("content=\"default-src &#39;none&#39;; style-src &#39;" + hash(style) + "&#39;;");
    assertThat(page.split("<style", -1)).hasSize(2);
    assertThat(page).doesNotContainPattern("<[^>]+ style=");
  }

  @Test
  @DisplayName("Hostile names, units and notes are only text in the workbook")
  void hostileWorkbook() throws Exception {
    hostile();
    page();
    String text = "'" + HOSTILE.replaceAll("[\u0007\n]", " ");
    for (int sheet = 1; sheet <= 4; sheet++) {
      assertThat(workbook().sheet(sheet).getElementsByTagName("f").getLength()).isZero();
    }
    assertThat(SheetsOf.values(workbook().sheet(1), 2)).startsWith("A1", text, text).endsWith(text);
    assertThat(SheetsOf.values(workbook().sheet(3), 2)).startsWith(text);
    assertThat(SheetsOf.values(workbook().sheet(4), 2)).startsWith("A1", text, text);
  }

  @Test
  @DisplayName("Characters that XML does not know do not spoil the workbook")
  void noXmlCharacters() throws IOException {
    outcomes.add(outcome("A1", line("2024-03-05", 100)));
    records.add(
        List.of(Samples.record("Jo\ufffe\uffff Bloggs \ud83d\ude93", "North", "2019-01-01", "")));
    page();
    assertThat(SheetsOf.values(workbook().sheet(1), 2).get(1))
        .startsWith("Jo")
        .endsWith(" Bloggs \ud83d\ude93");
  }

  @Test
  @DisplayName("Where reports show no names, neither page nor workbook has any")
  void withoutNames() throws IOException {
    policy = Map.of("report-names", "false");
    officer("A1", line("2024-03-05", 15_000));
    assertThat(page()).contains("<strong>A1</strong> North:").doesNotContain("Bloggs", ">Name<");
    for (int sheet = 1; sheet <= 4; sheet++) {
      assertThat(workbook().sheet(sheet).getDocumentElement().getTextContent())
          .doesNotContain("Bloggs");
    }
    policy = Map.of();
    assertThat(page()).contains("<strong>A1</strong> Jo Bloggs, North:");
    assertThat(SheetsOf.values(workbook().sheet(1), 2)).startsWith("A1", "Jo Bloggs", "North");
  }

  @Test
  @DisplayName("The workbook has real dates and numbers, titles that stay in sight, and filters")
  void realValues() throws IOException {
    officer("A1", line("2024-03-05", 5_884));
    page();
    Document lines = workbook().sheet(1);
    assertThat(workbook().names()).containsExactly("Lines", "Elements", "Units", "Changes");
    // 45356 days after 30 December 1899 is 5 March 2024.
    assertThat(SheetsOf.values(lines, 2))
        .containsSequence(
            "n45356.0", "OVERTIME", "n2.0", "HOURS", "n29.4211", "4/3", "n58.84", "N");
    Element pane = (Element) lines.getElementsByTagName("pane").item(0);
    assertThat(pane.getAttribute("state")).isEqualTo("frozen");
    Element filter = (Element) lines.getElementsByTagName("autoFilter").item(0);
    assertThat(filter.getAttribute("ref")).isEqualTo("A1:P2");
    assertThat(lines.getElementsByTagName("col").getLength()).isEqualTo(16);
  }

  @Test
  @DisplayName("Where a sheet is full, the lines go on in a further one")
  void furtherSheets() throws IOException {
    officer("A1", line("2024-03-05", 1), line("2024-03-06", 2), line("2024-03-07", 3));
    page();
    PayrollWorkbook.write(out, unpublished, run(), figures(), 2);
    assertThat(workbook().names()).startsWith("Lines", "Lines 2", "Elements");
    assertThat(SheetsOf.rows(workbook().sheet(1))).isEqualTo(3);
    assertThat(SheetsOf.values(workbook().sheet(2), 1)).startsWith("Officer", "Name");
    assertThat(SheetsOf.values(workbook().sheet(2), 2)).contains("n0.03");
  }

  @Test
  @DisplayName("A force of 20,000 officers and 200,000 lines has a page that a browser can open")
  void largeForce() throws IOException {
    for (int officer = 0; officer < 20_000; officer++) {
      PayLine[] lines = new PayLine[10];
      for (int day = 0; day < lines.length; day++) {
        lines[day] = line("2024-03-%02d".formatted(day + 10), 10_000 + officer);
      }
      String id = "F%05d".formatted(officer);
      outcomes.add(outcome(id, lines));
      records.add(List.of(Samples.record("Jo " + id, "Unit " + officer, "2024-03-04", "")));
    }
    String page = page();
    assertThat(page.length()).isLessThan(2_000_000);
    assertThat(page)
        .contains("200,000 lines for 20,000 officers")
        .contains("1,000 of 20,000 are listed")
        .contains("<h3>Starters: 20,000</h3>", "The first 500 by id.")
        .contains("Officers paid: 20,000; shown: 300, those with")
        .contains("(300 of 1,001)", "<strong>other units</strong>")
        .contains("<strong>F19999</strong>")
        .doesNotContain("<strong>F19699</strong>");
    assertThat(SheetsOf.rows(workbook().sheet(1))).isEqualTo(200_001);
  }

  @Test
  @DisplayName("An officer with very many lines has a card that says how many there are")
  void manyLines() throws IOException {
    PayLine[] lines = new PayLine[250];
    Arrays.fill(lines, line("2024-03-05", 100));
    officer("A1", lines);
    assertThat(page()).contains("The first lines of 250; the others are in payroll.csv.");
    assertThat(page().split("planned, 120 min", -1)).hasSize(201);
  }

  @Test
  @DisplayName("They have the same bytes whenever they are written")
  void sameBytes() throws Exception {
    officer("A1", line("2024-03-05", 5_884));
    paidBefore("A1", 100);
    String page = page();
    byte[] workbook = Files.readAllBytes(out.resolve("payroll.xlsx"));
    // An archive's times are exact to two seconds.
    Thread.sleep(2_100);
    assertThat(page()).isEqualTo(page);
    assertThat(Files.readAllBytes(out.resolve("payroll.xlsx"))).isEqualTo(workbook);
  }

  private void hostile() {
    PayLine line = Samples.overtime("2024-03-05", "e1", 200, 15_000, HOSTILE);
    outcomes.add(outcome("A1", line));
    records.add(List.of(Samples.record(HOSTILE, HOSTILE, "2024-03-04", "")));
    outcomes.add(Samples.outcome("B2"));
    records.add(List.of(Samples.record(HOSTILE, HOSTILE, "2019-01-01", "2024-03-08")));
    paidBefore("A1", 100);
  }

  private void officer(String id, PayLine... lines) {
    outcomes.add(outcome(id, lines));
    records.add(List.of(Samples.record("Jo Bloggs", "North", "2019-01-01", "")));
  }

  private static Outcome outcome(String id, PayLine... lines) {
    return new Outcome(id, List.of(lines), List.of(), List.of(), List.of());
  }

  private static PayLine line(String date, long pence) {
    return Samples.overtime(date, "e1", 200, pence, "planned, 120 min");
  }

  private void paidBefore(String officer, long pence) {
    before.add(new LedgerAmount(officer, "OVERTIME", pence));
  }

  /** Writes page and workbook, and gives the page. */
  private String page() throws IOException {
    Path parts = out.resolveSibling("parts");
    Files.createDirectories(out);
    try (OutcomePart part =
        OutcomePart.open(
            parts,
            "p",
            "",
            CsvFile.OF_A_NIGHT,
            ExceptionStanding.firstSeenOn(Samples.RUN_DATE),
            Samples.RUN_DATE)) {
      for (int i = 0; i < outcomes.size(); i++) {
        part.append(
            outcomes.get(i), records.get(i), exception -> MatterDetail.NONE, Optional.empty());
      }
    }
    Assembly.writeNight(parts, CsvFile.OF_A_NIGHT, out, unpublished);
    LedgerFiles.writeLastPeriod(unpublished, taker -> before.forEach(taker));
    PayrollPage.write(out, run(), figures());
    PayrollWorkbook.write(out, unpublished, run(), figures());
    return Files.readString(out.resolve("payroll.html"));
  }

  private PayrollFigures figures() throws IOException {
    return PayrollFigures.read(out, unpublished, run(), last);
  }

  private Manifest.Run run() {
    return new Manifest.Run(
        "0011223344556677",
        "1.0",
        "nightly-pay",
        "input",
        Samples.day("2024-03-01"),
        Samples.day("2024-03-31"),
        Samples.RUN_DATE,
        "",
        Policy.of(policy),
        Samples.day("2023-09-01"));
  }

  private SheetsOf workbook() {
    return new SheetsOf(out.resolve("payroll.xlsx"));
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private static String hash(String content) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
