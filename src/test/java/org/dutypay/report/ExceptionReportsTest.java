package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.Decision;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.NightCount;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.Severity;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ExceptionReportsTest {

  private static final String HOSTILE =
      "=cmd|'/c calc'!A1 </td></script><script>alert(1)</script> \" onmouseover=x ${1+1} @raw"
          + " \u0007\n"
          + "--> ]]>";

  private static final int SEVERITY = 2;
  private static final int NAME = 5;
  private static final int UNIT = 6;
  private static final int HELD = 8;

  private final Path out;
  private Policy policy = Policy.standard();
  private MatterDetail detail = MatterDetail.NONE;
  private List<OfficerRecord> records = List.of();
  private List<NightCount> earlier = List.of();
  private Map<Long, DecisionTaken> decisions = Map.of();
  private Map<Long, List<DecisionNotApplied>> notApplied = Map.of();
  private ExceptionStanding.Status status = ExceptionStanding.Status.NEW;

  ExceptionReportsTest(@TempDir Path out) {
    this.out = out;
  }

  @Test
  @DisplayName("The page lists the most money first, then by severity")
  void pageOrder() throws IOException {
    String page =
        page(
            10,
            Samples.badRow("A1", "timesheets.csv", 7, "no end"),
            Samples.exception(
                ExceptionCode.CLOCK_CHANGE,
                "A1",
                19_800,
                "timesheets.csv",
                8,
                "e8",
                PayException.NONE,
                0),
            Samples.held("A1", "2024-03-05", "e1", 2, 123_456),
            Samples.held("A1", "2024-03-06", "e2", 3, 9_900_000),
            Samples.exception(
                ExceptionCode.NO_RATE,
                "A1",
                19_800,
                "timesheets.csv",
                9,
                "e9",
                PayException.NONE,
                0));
    assertThat(cells(page, HELD)).containsExactly("9900000", "123456", "null", "null", "null");
    assertThat(cells(page, SEVERITY))
        .containsExactly("BLOCKING", "BLOCKING", "BLOCKING", "REJECTED", "INFO");
    assertThat(page)
        .contains("<span class=\"value\">£100,234.56</span>")
        .contains("nightly-pay for <strong>2024-03</strong>, run date <strong>2024-04-02</strong>")
        .doesNotContain("This page holds", "<svg");
  }

  @Test
  @DisplayName("A page that cannot hold all keeps the most money, and each unit has pages with all")
  void pageIsCut() throws IOException {
    records = List.of(Samples.record("Jo Bloggs", "CID / East", "2019-01-01", ""));
    String page =
        page(
            2,
            Samples.badRow("A1", "timesheets.csv", 7, "no end"),
            Samples.held("A1", "2024-03-05", "e1", 2, 100),
            Samples.held("A1", "2024-03-06", "e2", 3, 300),
            Samples.held("A1", "2024-03-07", "e3", 4, 200));
    assertThat(cells(page, HELD)).containsExactly("300", "200");
    assertThat(page)
        .contains("This page holds 2 of 4 exceptions")
        .contains("all of them are in exceptions.csv")
        .contains("<a href=\"exceptions-cid-east.html\">CID / East</a> 4, £6.00 held");
    assertThat(cells(Files.readString(out.resolve("exceptions-cid-east.html")), HELD))
        .containsExactly("300", "200");
    String second = Files.readString(out.resolve("exceptions-cid-east-2.html"));
    assertThat(cells(second, HELD)).containsExactly("100", "null");
    assertThat(second).contains("CID / East, part 1 of 2", "href=\"exceptions.html\"");
    assertThat(ExceptionsPage.outputs(out))
        .extracting(OutputFile::file, OutputFile::rows)
        .containsExactly(
            tuple("exceptions.html", 2L),
            tuple("exceptions-cid-east-2.html", 2L),
            tuple("exceptions-cid-east.html", 2L));
  }

  @Test
  @DisplayName("Hostile text is only text on the page, and the page lets no other script run")
  void hostilePage() throws Exception {
    detail = new MatterDetail(HOSTILE, List.of(HOSTILE), List.of(HOSTILE));
    records = List.of(Samples.record(HOSTILE, HOSTILE, "2019-01-01", ""));
    PayException matter = Samples.badRow("A1", "timesheets.csv", 7, HOSTILE);
    decisions =
        Map.of(
            matter.id(), new DecisionTaken(Decision.Verdict.REFUSE, HOSTILE, 28_500_000, HOSTILE));
    status = ExceptionStanding.Status.REFUSED;
    String page = page(10, matter);
    assertThat(page)
        .contains("&lt;script>alert(1)&lt;/script>")
        .contains("\\u003cscript\\u003ealert(1)\\u003c/script\\u003e")
        .doesNotContain("<script>alert", "://", "\u0007");
    assertThat(page.split("<script", -1)).hasSize(3);
    assertThat(cells(page, NAME)).containsExactly(HOSTILE.replaceAll("[\u0007\n]", " "));
    String data = between(page, "id=\"data\">", "</script>");
    assertThat(page)
        .contains(
            "script-src &#39;%s&#39; &#39;%s&#39;;"
                .formatted(hash(between(page, "<script>", "</script>")), hash(data)))
        .contains("style-src &#39;" + hash(between(page, "<style>", "</style>")) + "&#39;;")
        .contains("default-src &#39;none&#39;;");
  }

  @Test
  @DisplayName("Without names in reports the page holds none, nor any free text that may have one")
  void withoutNames() throws IOException {
    PayException matter =
        new PayException(
            7,
            8,
            ExceptionCode.BAD_ROW,
            ExceptionCode.BAD_ROW.severity(),
            "A1",
            19_800,
            "officers.csv",
            3,
            "",
            PayException.NONE,
            PayException.NONE,
            "officers.csv line 3, column unit: it is empty.",
            ExceptionCode.BAD_ROW.rule(),
            "duty e1 2024-03-05T07:00/2024-03-05T17:00; claim c1 reason=x; day Jo Bloggs");
    decisions =
        Map.of(
            7L,
            new DecisionTaken(Decision.Verdict.REFUSE, "Jo Bloggs", 28_500_000, "as Bloggs said"));
    status = ExceptionStanding.Status.REFUSED;
    assertThat(page(10, matter)).contains("as Bloggs said");
    notApplied =
        Map.of(
            7L,
            List.of(
                new DecisionNotApplied(
                    ExceptionCode.DECISION_STALE,
                    new DecisionTaken(
                        Decision.Verdict.RELEASE, "Al Bloggs", 28_400_000, "for Bloggs"))));
    assertThat(page(10, matter)).contains("\"DECISION_STALE\",[\"RELEASE\",", "for Bloggs");
    policy = Policy.of(Map.of("report-names", "false"));
    assertThat(page(10, matter))
        .contains("duty e1", "\"DECISION_STALE\",[\"RELEASE\",")
        .doesNotContain("Bloggs");
  }

  @Test
  @DisplayName(
      "An exception stands under the officer's unit of its day, one without a day under the last")
  void unitOfTheDay() throws IOException {
    records =
        List.of(
            Samples.record("Jo", "North", "2019-01-01", "2024-03-05"),
            Samples.record("Jo", "South", "2024-03-06", ""));
    String page =
        page(
            10,
            Samples.badRow("A1", "timesheets.csv", 7, "no end"),
            Samples.held("A1", "2024-03-05", "e1", 2, 300),
            Samples.held("A1", "2024-03-06", "e2", 3, 200));
    assertThat(page).contains("\"units\":[\"South\",\"North\"]");
    assertThat(cells(page, UNIT)).containsExactly("1", "0", "0");
  }

  @Test
  @DisplayName("Earlier nights stand beside tonight in a chart and in a table")
  void chart() throws IOException {
    earlier =
        List.of(
            new NightCount(Samples.day("2024-03-31"), Severity.BLOCKING, 1_200, 5_000),
            new NightCount(Samples.day("2024-03-31"), Severity.INFO, 300, 0),
            new NightCount(Samples.day("2024-04-01"), Severity.BLOCKING, 750, 0));
    String page = page(10, Samples.held("A1", "2024-03-05", "e1", 2, 100));
    assertThat(page)
        .contains("aria-label=\"Exceptions of the last 3 nights, up to 1,500 a night\"")
        .contains(">03-31</text>", ">04-02</text>")
        .contains("<th scope=\"row\">2024-03-31</th>", "<td class=\"number\">1,200</td>");
    assertThat(page.split("<rect", -1)).hasSize(5);
  }

  @Test
  @DisplayName("An empty night has a page and a workbook too")
  void nothingToLookAt() throws Exception {
    assertThat(page(10)).contains("Nothing to look at.");
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    assertThat(SheetsOf.rows(workbook().sheet(1))).isEqualTo(1);
  }

  @Test
  @DisplayName("The workbook has real dates and numbers, a frozen header and filters")
  void workbookOfExceptions() throws Exception {
    write(
        Samples.held("A1", "2024-03-05", "e1", 2, 123_456),
        Samples.exception(
            ExceptionCode.NO_RATE,
            "B2",
            PayException.NONE,
            "timesheets.csv",
            9,
            "e9",
            PayException.NONE,
            PayException.NONE));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    Document sheet = workbook().sheet(1);
    // 45356 days after 30 December 1899 is 5 March 2024, 45384 is 2 April.
    assertThat(SheetsOf.values(sheet, 2))
        .containsSubsequence("BLOCKING", "STOOD_DOWN", "A1", "n45356.0", "n1234.56", "n0.0")
        .containsSubsequence("NEW", "n45384.0", "n0", "timesheets.csv", "n2", "e1");
    assertThat(SheetsOf.values(sheet, 3))
        .containsSubsequence("NO_RATE", "B2", "the duty was stood down on the day");
    Element pane = (Element) sheet.getElementsByTagName("pane").item(0);
    assertThat(pane.getAttribute("state")).isEqualTo("frozen");
    assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
    Element filter = (Element) sheet.getElementsByTagName("autoFilter").item(0);
    assertThat(filter.getAttribute("ref")).isEqualTo("A1:Q3");

    Document totals = workbook().sheet(2);
    assertThat(SheetsOf.values(totals, 2)).containsExactly("BLOCKING", "n2", "n1234.56");
  }

  @Test
  @DisplayName("Hostile text is only text in the workbook")
  void hostileWorkbook() throws Exception {
    write(Samples.badRow("-A1", "timesheets.csv", 7, HOSTILE));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    Document sheet = workbook().sheet(1);
    assertThat(sheet.getElementsByTagName("f").getLength()).isZero();
    assertThat(SheetsOf.values(sheet, 2))
        .contains("'-A1", "'" + HOSTILE.replaceAll("[\u0007\n]", " "));
  }

  @Test
  @DisplayName("The workbook lists the most money first, as the page does, then by severity")
  void workbookOrder() throws Exception {
    write(
        Samples.badRow("A1", "timesheets.csv", 7, "no end"),
        Samples.held("A1", "2024-03-05", "e1", 2, 100),
        Samples.held("A1", "2024-03-06", "e2", 3, 300),
        Samples.held("A1", "2024-03-07", "e3", 4, 0),
        Samples.held("A1", "2024-03-08", "e4", 5, 200));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    Document sheet = workbook().sheet(1);
    assertThat(SheetsOf.values(sheet, 2)).startsWith("BLOCKING").contains("e2");
    assertThat(SheetsOf.values(sheet, 3)).startsWith("BLOCKING").contains("e4");
    assertThat(SheetsOf.values(sheet, 4)).startsWith("BLOCKING").contains("e1");
    assertThat(SheetsOf.values(sheet, 5)).startsWith("BLOCKING").contains("e3");
    assertThat(SheetsOf.values(sheet, 6)).startsWith("REJECTED");
  }

  @Test
  @DisplayName("200,000 exceptions are a workbook like any other")
  void manyExceptions() throws Exception {
    PayException[] many = new PayException[200_000];
    for (int i = 0; i < many.length; i++) {
      // Every third one holds money, the later the more.
      many[i] = Samples.held("A1", "2024-03-05", "e" + i, i + 2, i % 3 == 0 ? i : 0);
    }
    write(many);
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    Document sheet = workbook().sheet(1);
    assertThat(SheetsOf.rows(sheet)).isEqualTo(1 + many.length);
    assertThat(SheetsOf.values(sheet, 2)).contains("e199998", "n1999.98");
    assertThat(SheetsOf.values(sheet, 3)).contains("e199995", "n1999.95");
  }

  @Test
  @DisplayName("Where a sheet is full, the exceptions go on in a further one")
  void furtherSheets() throws Exception {
    write(
        Samples.held("A1", "2024-03-05", "e1", 2, 100),
        Samples.held("A1", "2024-03-06", "e2", 3, 300),
        Samples.held("A1", "2024-03-07", "e3", 4, 200));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE, 2);
    assertThat(workbook().names()).containsExactly("Exceptions", "Exceptions 2", "Totals");
    assertThat(SheetsOf.rows(workbook().sheet(1))).isEqualTo(3);
    assertThat(SheetsOf.values(workbook().sheet(2), 1)).startsWith("Severity", "Code");
    assertThat(SheetsOf.values(workbook().sheet(2), 2)).contains("e1");
    assertThat(workbook().sheet(2).getElementsByTagName("pane").getLength()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "Page and workbook have the same bytes whenever they are written, and the run date as their"
          + " time")
  void sameBytes() throws Exception {
    write(
        Samples.held("A1", "2024-03-05", "e1", 2, 100),
        Samples.badRow("A1", "roster.csv", 3, "no date"));
    writePage(10);
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    byte[] page = Files.readAllBytes(out.resolve("exceptions.html"));
    byte[] workbook = Files.readAllBytes(out.resolve("exceptions.xlsx"));
    // An archive's times are exact to two seconds.
    Thread.sleep(2_100);
    writePage(10);
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    assertThat(Files.readAllBytes(out.resolve("exceptions.html"))).isEqualTo(page);
    assertThat(Files.readAllBytes(out.resolve("exceptions.xlsx"))).isEqualTo(workbook);
    assertThat(
            workbook()
                .part("docProps/core.xml")
                .getElementsByTagName("dcterms:created")
                .item(0)
                .getTextContent())
        .isEqualTo("2024-04-02T00:00:00Z");
    try (ZipFile zip = new ZipFile(out.resolve("exceptions.xlsx").toFile())) {
      assertThat(zip.stream())
          .allMatch(entry -> entry.getTimeLocal().toString().equals("2024-04-02T00:00"));
    }
    assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".made"));
  }

  private String page(int mostRows, PayException... exceptions) throws IOException {
    write(exceptions);
    writePage(mostRows);
    return Files.readString(out.resolve("exceptions.html"));
  }

  private void writePage(int mostRows) throws IOException {
    ExceptionsPage.write(
        out,
        out.resolve("aside"),
        run(policy),
        earlier,
        Samples.told(decisions, notApplied),
        mostRows);
  }

  private void write(PayException... exceptions) throws IOException {
    List<PayException> sorted = new ArrayList<>(List.of(exceptions));
    sorted.sort(PayException.FILE_ORDER);
    try (OutcomePart writer =
        OutcomePart.open(
            out.resolve("parts"),
            "p",
            "",
            CsvFile.OF_A_NIGHT,
            exception -> new ExceptionStanding.Standing(status, Samples.RUN_DATE, ""),
            Samples.RUN_DATE)) {
      writer.append(
          new Outcome("A1", List.of(), List.of(), sorted, List.of()),
          records,
          exception -> detail,
          Optional.empty());
    }
    Assembly.writeNight(out.resolve("parts"), CsvFile.OF_A_NIGHT, out, out.resolve("aside"));
  }

  private static Manifest.Run run(Policy policy) {
    return new Manifest.Run(
        "0011223344556677",
        "1.0",
        "nightly-pay",
        "input",
        Samples.day("2024-03-01"),
        Samples.day("2024-03-31"),
        Samples.RUN_DATE,
        "",
        policy,
        Samples.day("2023-09-01"));
  }

  /** One place of every exception that the page holds, in their order. */
  private static List<String> cells(String page, int place) {
    List<String> cells = new ArrayList<>();
    String data = between(page, "id=\"data\">", "</script>");
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), data)) {
      while (!"rows".equals(json.nextName())) {
        assertThat(json.currentToken()).isNotNull();
      }
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
          if (i == place) {
            cells.add(json.getString());
          }
          json.skipChildren();
        }
      }
    }
    return cells;
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

  private SheetsOf workbook() {
    return new SheetsOf(out.resolve("exceptions.xlsx"));
  }
}
