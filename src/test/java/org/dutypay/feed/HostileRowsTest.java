package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dutypay.duty.Claim;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.RejectedRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Hostile rows are refused one by one and the rest goes on")
class HostileRowsTest {

  private static final String GOOD = "c9,A1,2024-03-09,ON_CALL,,,,,";

  private final Path folder;

  HostileRowsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @DisplayName("a NUL byte")
  void nul() {
    WrittenFeed.Result result = claims(bytes("c1,A1,2024-03-04,ON_CALL,,,wh\0y,,", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertThat(result.problem()).isEqualTo("column reason: 'wh y' holds a control character");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("bytes that are not UTF-8, as other encodings write accents")
  void latin1() {
    WrittenFeed.Result result =
        claims(
            ("c1,A1,2024-03-04,ON_CALL,,,José,,\n" + GOOD + "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertThat(result.problem())
        .isEqualTo("column reason: 'Jos\uFFFD' is not UTF-8 text; save the file as UTF-8");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("bytes that are not UTF-8 inside quotes")
  void latin1InQuotes() {
    WrittenFeed.Result result =
        claims(
            ("c1,A1,2024-03-04,ON_CALL,,,\"José, again\",,\n" + GOOD + "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertThat(result.problem())
        .isEqualTo("column reason: 'Jos\uFFFD, again' is not UTF-8 text; save the file as UTF-8");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("overlong and surrogate forms that decoders should not take")
  void overlong() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes("c1,A1,2024-03-04,ON_CALL,,,"));
    file.writeBytes(new byte[] {(byte) 0xC0, (byte) 0xAF});
    file.writeBytes(bytes(",,\nc2,A1,2024-03-05,ON_CALL,,,"));
    file.writeBytes(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
    file.writeBytes(bytes(",,", GOOD));
    WrittenFeed.Result result = claims(file.toByteArray());
    assertThat(result.rejections())
        .containsExactly(
            "claims.csv:2 BAD_ROW A1 2024-03-04 c1", "claims.csv:3 BAD_ROW A1 2024-03-05 c2");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a cell of ten megabytes, of which nothing is kept")
  void tenMegabytes() {
    String cell = "x".repeat(10 << 20);
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,," + cell + ",,\n" + GOOD + "\n"));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    RejectedRow row = result.rejected().getFirst();
    assertThat(row.problem().inFull()).isEqualTo("it is longer than 65536 bytes");
    assertThat(row.cells()).hasSizeLessThan(300).contains("10485789 bytes");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a quoted cell of ten megabytes with a hundred thousand lines: each is one bad row")
  void tenMegabytesInQuotes() {
    String cell = ("y".repeat(99) + "\n").repeat(100_000);
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,,\"" + cell + "\",,\n" + GOOD + "\n"));
    assertThat(result.rejected()).hasSize(100_001);
    assertThat(result.rejections()).contains("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a quote that is opened and not closed takes its own line and no other")
  void unbalanced() {
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,,\"why,,", "c2,A1,2024-03-05,ON_CALL,,,,,", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertThat(result.problem())
        .isEqualTo("its quotes do not match; a text with quotes is written \"like \"\"this\"\"\"");
    assertThat(result.officer("A1").claims())
        .extracting(Claim::claimId)
        .containsExactly("c2", "c9");
  }

  @Test
  @DisplayName("two unbalanced quotes that would swallow the rows between them")
  void swallowing() {
    WrittenFeed.Result result =
        claims(
            bytes(
                "c1,A1,2024-03-04,ON_CALL,,,\"why,,",
                "c2,A1,2024-03-05,ON_CALL,,,,,",
                "c3,A1,2024-03-06,ON_CALL,,,\",,",
                GOOD));
    assertThat(result.rejections())
        .containsExactly(
            "claims.csv:2 BAD_ROW A1 2024-03-04 c1", "claims.csv:4 BAD_ROW A1 2024-03-06 c3");
    assertThat(result.officer("A1").claims())
        .extracting(Claim::claimId)
        .containsExactly("c2", "c9");
  }

  @Test
  @DisplayName("a quote inside a cell")
  void quoteInside() {
    WrittenFeed.Result result = claims(bytes("c1,A1,2024-03-04,ON_CALL,,,5\" pipe,,", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("text after a closing quote")
  void afterTheQuote() {
    WrittenFeed.Result result = claims(bytes("\"c1\"x,A1,2024-03-04,ON_CALL,,,,,", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW - - -");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a carriage return inside a cell")
  void carriageReturn() {
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,,wh\ry,,\r\n" + GOOD + "\r\n"));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 c1");
    assertThat(result.problem()).isEqualTo("column reason: 'wh y' holds a control character");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a delete character, and one of those that only some encodings have")
  void otherControls() {
    WrittenFeed.Result result =
        claims(
            bytes(
                "c1,A1,2024-03-04,ON_CALL,,,a\u007Fb,,",
                "c2,A1,2024-03-05,ON_CALL,,,a\u0085b,,",
                GOOD));
    assertThat(result.rejections())
        .containsExactly(
            "claims.csv:2 BAD_ROW A1 2024-03-04 c1", "claims.csv:3 BAD_ROW A1 2024-03-05 c2");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a cell too many and a cell too few")
  void cellCounts() {
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,,,,,\nc2,A1,2024-03-05,ON_CALL\nc3", GOOD));
    assertThat(result.rejections())
        .containsExactly(
            "claims.csv:2 BAD_ROW A1 2024-03-04 c1",
            "claims.csv:3 BAD_ROW A1 2024-03-05 c2",
            "claims.csv:4 BAD_ROW - - c3");
    assertThat(result.officer("A1").rejected())
        .extracting(row -> row.problem().inFull())
        .containsExactlyInAnyOrder(
            "it has 10 cells where the header has 9; a text with a comma needs quotes",
            "it has 4 cells where the header has 9; a text with a comma needs quotes");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a line of commas only, and one of blanks")
  void nothing() {
    WrittenFeed.Result result = claims(bytes(",,,,,,,,\n   ", GOOD));
    assertThat(result.rejections())
        .containsExactly("claims.csv:2 BAD_ROW - - -", "claims.csv:3 BAD_ROW - - -");
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("empty lines are no rows but count as lines")
  void emptyLines() {
    WrittenFeed.Result result = claims(bytes("\n\r\n" + GOOD + "\n\nx\n\n"));
    assertThat(result.rejections()).containsExactly("claims.csv:6 BAD_ROW - - x");
    assertThat(result.spool().inputs().getLast().rows()).isEqualTo(2);
    assertGoodRowStands(result);
  }

  @Test
  @DisplayName("a text may go over two lines inside quotes, and the next row knows its line")
  void lineBreakInQuotes() {
    WrittenFeed.Result result =
        claims(bytes("c1,A1,2024-03-04,ON_CALL,,,\"one,\r\n\"\"two\"\"\",,\nx", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:4 BAD_ROW - - x");
    assertThat(result.officer("A1").claims().getFirst().reason()).isEqualTo("one,\r\n\"two\"");
  }

  @Test
  @DisplayName("an id may not go over two lines")
  void lineBreakInAnId() {
    WrittenFeed.Result result = claims(bytes("\"c\n1\",A1,2024-03-04,ON_CALL,,,,,", GOOD));
    assertThat(result.rejections()).containsExactly("claims.csv:2 BAD_ROW A1 2024-03-04 -");
    assertThat(result.problem()).startsWith("column claim_id: 'c 1' is not an id");
  }

  @Test
  @DisplayName("the last line may lack its line break, also in the middle of a cell")
  void noLineBreakAtTheEnd() {
    assertThat(claims(bytes(GOOD)).rejections()).isEmpty();
    assertThat(claims(bytes(GOOD + "\nc1,A1,2024-0")).rejections())
        .containsExactly("claims.csv:3 BAD_ROW A1 - c1");
    assertThat(claims(bytes(GOOD + "\nc1,A1,2024-03-04,ON_CALL,,,\"")).rejections())
        .containsExactly("claims.csv:3 BAD_ROW A1 2024-03-04 c1");
  }

  @Test
  @DisplayName("an officer's name may have any letter and any punctuation")
  void names() {
    WrittenFeed.Result result =
        WrittenFeed.in(folder)
            .file(
                "officers.csv",
                WrittenFeed.OFFICERS,
                "A1,2019-01-01,,\"O'Brien-Łukasz, 𝒥."
                    + " \"\"Joe\"\"\",=1+1,CONSTABLE,CONSTABLE_2013,7,,,,,,")
            .read();
    OfficerRecord officer = result.officer("A1").records().getFirst();
    assertThat(officer.name()).isEqualTo("O'Brien-Łukasz, 𝒥. \"Joe\"");
    assertThat(officer.unit()).isEqualTo("=1+1");
  }

  @Test
  @DisplayName("a message shows forty characters of a cell and no control character")
  void shownCells() {
    WrittenFeed.Result result =
        claims(bytes("c1,A1,\"" + "12\n".repeat(1000) + "\",ON_CALL,,,,,\n"));
    assertThat(result.problem())
        .isEqualTo(
            "column date: '12 12 12 12 12 12 12 12 12 12 12 12 12 1…' is not a date such as"
                + " 2024-01-31");
    assertThat(result.rejected().getFirst().cells()).hasSizeLessThan(2_100);
  }

  @Test
  @DisplayName("rows in files without officers belong to nobody")
  void withoutOfficer() {
    WrittenFeed.Result result =
        WrittenFeed.in(folder)
            .file(
                "public-holidays.csv",
                "date,name",
                "2024-02-30,Leap Day",
                "2024-12-25,Christmas Day")
            .file(
                "pay-scales.csv",
                "pay_scale,pay_point,effective_from,annual",
                "CONSTABLE_2013,7,2024-09-01,much")
            .file(
                "decisions.csv",
                "exception_id,decision,decided_by,decided_at",
                "1,RELEASE,HR,2024-03-20T10:00")
            .read();
    assertThat(result.rejections())
        .containsExactly(
            "decisions.csv:2 BAD_ROW - - -",
            "pay-scales.csv:2 BAD_ROW - - -",
            "public-holidays.csv:2 BAD_ROW - - -");
    assertThat(result.spool().publicHolidays()).containsValue("Christmas Day").hasSize(1);
  }

  @Test
  @DisplayName("a feed of nothing but unreadable rows gives small cases")
  void nothingButBadRows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      rows.append("c").append(i).append(",?,,,,,,,\n");
    }
    WrittenFeed.Result result = claims(bytes(rows.toString()));
    assertThat(result.rejected()).hasSize(20_000);
    assertThat(result.cases())
        .allSatisfy(officer -> assertThat(officer.rejected()).hasSizeLessThanOrEqualTo(1_000));
  }

  @Test
  @DisplayName("rows that are equal are told apart by their number, wherever they stand")
  void equalRows() {
    WrittenFeed feed = WrittenFeed.in(folder);
    String bad = "A1,2024-03-04,HOLS,,,,,,";
    String other = "A1,2024-03-04,DUTY,,,,,,";
    feed.file("roster.csv", WrittenFeed.ROSTER, bad, other, bad);
    assertThat(feed.read().rejected()).extracting(RejectedRow::subKey).doesNotHaveDuplicates();
    feed.file("roster.csv", WrittenFeed.ROSTER, other, bad, bad);
    WrittenFeed.Result first = feed.read();
    feed.file("roster.csv", WrittenFeed.ROSTER, bad, bad, other);
    assertThat(feed.read().rejected())
        .extracting(RejectedRow::subKey)
        .containsExactlyInAnyOrderElementsOf(
            first.rejected().stream().map(RejectedRow::subKey).toList());
  }

  private WrittenFeed.Result claims(byte[] rows) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(WrittenFeed.CLAIMS + "\n"));
    file.writeBytes(rows);
    return WrittenFeed.in(folder).file("claims.csv", file.toByteArray()).read();
  }

  private static void assertGoodRowStands(WrittenFeed.Result result) {
    assertThat(result.officer("A1").claims()).extracting(Claim::claimId).containsExactly("c9");
  }

  private static byte[] bytes(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
