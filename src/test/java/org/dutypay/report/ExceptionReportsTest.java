package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExceptionReportsTest {

  private static final String HOSTILE =
      "=cmd|'/c calc'!A1 </td></script><script>alert(1)</script> \" onmouseover=x ${1+1} @raw"
          + " \u0007\n"
          + "--> ]]>";

  private final Path out;

  ExceptionReportsTest(@TempDir Path out) {
    this.out = out;
  }

  @Test
  @DisplayName("The page lists held pay first, the most money at the top")
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
    assertThat(cells(page, 3)).containsExactly("99,000.00", "1,234.56", "", "", "");
    assertThat(cells(page, 0))
        .containsExactly("BLOCKING", "BLOCKING", "BLOCKING", "REJECTED", "INFO");
    assertThat(page)
        .contains("<span class=\"count\">3</span> <span class=\"held\">£100,234.56 held</span>")
        .contains("nightly-pay for <strong>2024-03</strong>, run date <strong>2024-04-02</strong>")
        .doesNotContain("This page holds");
  }

  @Test
  @DisplayName(
      "A page that cannot hold all keeps the gravest, says so and names the file that has all")
  void pageIsCut() throws IOException {
    String page =
        page(
            2,
            Samples.badRow("A1", "timesheets.csv", 7, "no end"),
            Samples.held("A1", "2024-03-05", "e1", 2, 100),
            Samples.held("A1", "2024-03-06", "e2", 3, 300),
            Samples.held("A1", "2024-03-07", "e3", 4, 200));
    assertThat(cells(page, 3)).containsExactly("3.00", "2.00");
    assertThat(page)
        .contains("This page holds 2 of 4 exceptions")
        .contains("All of them are in exceptions.csv");
  }

  @Test
  @DisplayName("Hostile text is only text on the page, and the page lets no other script run")
  void hostilePage() throws Exception {
    String page = page(10, Samples.badRow("A1", "timesheets.csv", 7, HOSTILE));
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("://");
    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(page)
        .contains("script-src &#39;" + hash(between(page, "<script>", "</script>")) + "&#39;;")
        .contains("style-src &#39;" + hash(between(page, "<style>", "</style>")) + "&#39;;")
        .contains("default-src &#39;none&#39;;");
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
    assertThat(SheetsOf.values(sheet, 3))
        .containsSubsequence("BLOCKING", "STOOD_DOWN", "A1", "n45356.0", "n1234.56", "n0.0")
        .containsSubsequence("NEW", "n45384.0", "n0", "timesheets.csv", "n2", "e1");
    assertThat(SheetsOf.values(sheet, 2))
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
  @DisplayName("The workbook lists held pay first, as the page does, and each severity by officer")
  void workbookOrder() throws Exception {
    write(
        Samples.badRow("A1", "timesheets.csv", 7, "no end"),
        Samples.held("A1", "2024-03-05", "e1", 2, 100),
        Samples.held("A1", "2024-03-06", "e2", 3, 300));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    assertThat(SheetsOf.values(workbook().sheet(1), 2)).startsWith("BLOCKING").contains("e1");
    assertThat(SheetsOf.values(workbook().sheet(1), 3)).startsWith("BLOCKING").contains("e2");
    assertThat(SheetsOf.values(workbook().sheet(1), 4)).startsWith("REJECTED");
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
    assertThat(SheetsOf.values(workbook().sheet(2), 2)).contains("e3");
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
    ExceptionsPage.write(out, run());
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    byte[] page = Files.readAllBytes(out.resolve("exceptions.html"));
    byte[] workbook = Files.readAllBytes(out.resolve("exceptions.xlsx"));
    // An archive's times are exact to two seconds.
    Thread.sleep(2_100);
    ExceptionsPage.write(out, run());
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
    ExceptionsPage.write(out, run(), mostRows);
    return Files.readString(out.resolve("exceptions.html"));
  }

  private void write(PayException... exceptions) throws IOException {
    List<PayException> sorted = new ArrayList<>(List.of(exceptions));
    sorted.sort(PayException.FILE_ORDER);
    try (OutcomePart writer =
        OutcomePart.open(
            out.resolve("parts"),
            "p",
            "",
            ExceptionStanding.firstSeenOn(Samples.RUN_DATE),
            Samples.RUN_DATE)) {
      writer.append(new Outcome("A1", List.of(), List.of(), sorted, List.of()));
    }
    Assembly.writeNight(out.resolve("parts"), CsvFile.OF_A_NIGHT, out, out.resolve("unpublished"));
  }

  private static Manifest.Run run() {
    return new Manifest.Run(
        "0011223344556677",
        "1.0",
        "nightly-pay",
        "input",
        Samples.day("2024-03-01"),
        Samples.day("2024-03-31"),
        Samples.RUN_DATE,
        "",
        Policy.standard(),
        Samples.day("2023-09-01"));
  }

  /** The cells of a column of the list, headings of rows left out. */
  private static List<String> cells(String page, int column) {
    Matcher rows = Pattern.compile("<tr class=\"\\w+\" id=.*").matcher(page);
    List<String> cells = new ArrayList<>();
    while (rows.find()) {
      Matcher cell = Pattern.compile("<td[^>]*>(.*?)</td>").matcher(rows.group());
      for (int i = 0; i <= column; i++) {
        assertThat(cell.find()).isTrue();
      }
      cells.add(cell.group(1));
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
