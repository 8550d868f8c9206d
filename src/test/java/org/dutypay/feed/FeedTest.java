package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A feed is opened by its names and headers, and refused in one line")
class FeedTest {

  private final Path folder;
  private final WrittenFeed feed;

  FeedTest(@TempDir Path folder) {
    this.folder = folder;
    feed = WrittenFeed.in(folder);
  }

  @Test
  @DisplayName("a folder that is not there")
  void noFolder() {
    assertThatThrownBy(() -> Feed.open(folder.resolve("nowhere")))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("There is no folder")
        .hasMessageContaining("nowhere");
  }

  @Test
  @DisplayName("a required file that is missing")
  void missingFile() throws IOException {
    Files.delete(feed.path("timesheets.csv"));
    assertRefused("timesheets.csv is missing in");
  }

  @Test
  @DisplayName("a file that is a folder")
  void folderForFile() throws IOException {
    Files.createDirectory(feed.path("claims.csv"));
    assertRefused("claims.csv in ");
  }

  @Test
  @DisplayName("an empty file, and one with nothing but a byte-order mark")
  void emptyFile() {
    feed.file("roster.csv", new byte[0]);
    assertRefused("roster.csv is empty. It needs a header row with officer_id,date,day_type,start");
    feed.file("roster.csv", "\uFEFF".getBytes(StandardCharsets.UTF_8));
    assertRefused("roster.csv is empty.");
  }

  @Test
  @DisplayName("a required column that is missing")
  void missingColumn() {
    feed.file("roster.csv", "officer_id,day,day_type", "A1,2024-03-04,REST_DAY");
    assertRefused(
        "roster.csv has no column date. Its header row reads 'officer_id,day,day_type' and needs"
            + " officer_id,date,day_type.");
  }

  @Test
  @DisplayName("a header of another delimiter")
  void semicolons() {
    feed.file("roster.csv", "officer_id;date;day_type");
    assertRefused("roster.csv has no column officer_id, date, day_type.");
  }

  @Test
  @DisplayName("a column named twice, ours or not")
  void columnTwice() {
    feed.file("roster.csv", "officer_id,date,day_type,note,note");
    assertRefused("roster.csv has two columns named 'note'.");
  }

  @Test
  @DisplayName("a header that cannot be read")
  void badHeader() {
    feed.file("roster.csv", "officer_id,date,\"day_type");
    assertRefused("roster.csv line 1: the header row cannot be read (its quotes do not match)");
    feed.file(
        "roster.csv", "officer_id,date,day_type,caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("it is not UTF-8 text");
  }

  @Test
  @DisplayName("UTF-16 text")
  void utf16() {
    feed.file("roster.csv", (WrittenFeed.ROSTER + "\n").getBytes(StandardCharsets.UTF_16));
    assertRefused("roster.csv is UTF-16 text. Save it as UTF-8.");
  }

  @Test
  @DisplayName(
      "columns in any order, with others between, quoted, after a byte-order mark, in Windows"
          + " lines")
  void shuffledColumns() {
    String text =
        String.join(
            "\r\n",
            "\uFEFFend,\"weather, today\",day_type,\"officer_id\",date,start",
            "15:00,\"sun, rain\",DUTY,A1,2024-03-04,07:00",
            "");
    WrittenFeed.Result result =
        feed.file("roster.csv", text.getBytes(StandardCharsets.UTF_8)).read();
    assertThat(result.rejections()).isEmpty();
    assertThat(result.officer("A1").roster())
        .singleElement()
        .satisfies(day -> assertThat(day.endsAt()).isEqualTo(15 * 60))
        .satisfies(day -> assertThat(day.line()).isEqualTo(2));
    assertThat(result.spool().inputs().get(1).unknownColumns()).containsExactly("weather, today");
  }

  @Test
  @DisplayName("nothing but the required columns")
  void requiredColumnsOnly() {
    feed.file(
            "officers.csv",
            "officer_id,effective_from,rank,pay_scale,pay_point",
            "A1,2019-01-01,SERGEANT,SERGEANT,4")
        .file("roster.csv", "officer_id,date,day_type", "A1,2024-03-04,REST_DAY")
        .file(
            "timesheets.csv",
            "entry_id,officer_id,start,end",
            "t1,A1,2024-03-04T07:00,2024-03-04T15:00")
        .file("acting.csv", "officer_id,date,acting_rank,basis", "A1,2024-03-04,INSPECTOR,ACTING")
        .file("claims.csv", "claim_id,officer_id,date,type", "c1,A1,2024-03-04,ON_CALL");
    WrittenFeed.Result result = feed.read();
    assertThat(result.rejections()).isEmpty();
    assertThat(result.officer("A1").claims()).hasSize(1);
  }

  @Test
  @DisplayName("headers and no rows")
  void headersOnly() {
    feed.file("officers.csv", WrittenFeed.OFFICERS);
    assertThat(feed.read().cases()).isEmpty();
  }

  @Test
  @DisplayName("files with names of no kind are named")
  void unreadFiles() {
    feed.file("claim.csv", "claim_id").file("notes.txt", "none");
    assertThat(feed.open().unreadFiles()).containsExactly("claim.csv");
  }

  @Test
  @DisplayName("the digest is of the bytes, and the spool counts rows and bytes")
  void digest() {
    feed.file("roster.csv", WrittenFeed.ROSTER, "A1,2024-03-04,REST_DAY,,,,,,", "bad");
    FeedDigest digest = feed.open().digest();
    assertThat(digest.sha256().keySet())
        .containsExactly("officers.csv", "roster.csv", "timesheets.csv");
    assertThat(digest.text().lines())
        .hasSize(3)
        .allMatch(line -> line.matches("[0-9a-f]{64}  [a-z-]+\\.csv"));
    InputFile roster = feed.read().spool().inputs().get(1);
    assertThat(roster.rows()).isEqualTo(2);
    assertThat(roster.sha256()).isEqualTo(digest.sha256().get("roster.csv"));
    feed.file("roster.csv", WrittenFeed.ROSTER, "A1,2024-03-04,REST_DAY,,,,,,", "bad ");
    assertThat(feed.open().digest().text()).isNotEqualTo(digest.text());
  }

  @Test
  @DisplayName("a file that changes after the digest fails the run")
  void changed() {
    Feed opened = feed.open();
    FeedDigest digest = opened.digest();
    feed.file("roster.csv", WrittenFeed.ROSTER, "A1,2024-03-04,REST_DAY,,,,,,");
    Receive receive =
        new Receive(opened, digest, Policy.standard().forceDays(), (rows, bytes) -> {});
    Path spool = folder.resolve("spool");
    assertThatThrownBy(() -> receive.into(spool))
        .isInstanceOf(FeedChangedException.class)
        .hasMessageContaining("roster.csv has changed since the run began");
    assertThat(Spool.isComplete(spool)).isFalse();
  }

  @Test
  @DisplayName("what an interrupted attempt has left is no part of the next")
  void interrupted() throws IOException {
    Spool first = feed.spool();
    Files.delete(folder.resolve("spool").resolve("receipt"));
    Files.write(first.file(0), new byte[] {1, 2, 3});
    assertThat(Spool.isComplete(folder.resolve("spool"))).isFalse();
    assertThat(feed.read().cases()).hasSize(1);
    assertThat(Spool.isComplete(folder.resolve("spool"))).isTrue();
    assertThat(Spool.open(folder.resolve("spool")).inputs()).isEqualTo(first.inputs());
  }

  @Test
  @DisplayName("the number of spool files follows the size of the feed: about 8 MiB each, 4 to 256")
  void spoolFiles() {
    assertThat(Spool.fileCount(0)).isEqualTo(4);
    assertThat(Spool.fileCount(32L << 20)).isEqualTo(4);
    assertThat(Spool.fileCount((32L << 20) + 1)).isEqualTo(8);
    assertThat(Spool.fileCount(480L << 20)).isEqualTo(64);
    assertThat(Spool.fileCount(1L << 50)).isEqualTo(256);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(feed::open)
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
