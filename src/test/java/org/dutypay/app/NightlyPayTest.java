package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightlyPayTest {

  private final Path folder;
  private final Path feed;
  private final Path out;

  NightlyPayTest(@TempDir Path folder) {
    this.folder = folder;
    feed = folder.resolve("feed");
    out = folder.resolve("night").resolve("out");
  }

  @ParameterizedTest
  @DisplayName(
      "wrong usage is exit code 2 and one line that says what is wrong, and nothing is written")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --out OUT --period 2024-05                                         | --feed names the folder of the input files: it is missing
          --feed FEED --period 2024-05                                       | --out names the folder for the files that come out: it is missing
          --feed FEED --out OUT                                              | --feed needs a range: give --from and --to, or --period
          --feed FEED --out OUT --from 2024-05-01                            | --to is missing: a range needs both days
          --feed FEED --out OUT --to 2024-05-01                              | --from is missing: a range needs both days
          --feed FEED --out OUT --from 2024-05-02 --to 2024-05-01            | --from 2024-05-02 is after --to 2024-05-01
          --feed FEED --out OUT --from 2024-02-30 --to 2024-03-01            | --from takes a date such as 2024-05-01, not '2024-02-30'
          --feed FEED --out OUT --period 2024-05 --from 2024-05-01           | --period stands for --from and --to: give one or the other
          --feed FEED --out OUT --period May                                 | --period takes a month such as 2024-05, not 'May'
          --feed FEED --out OUT --period 2024-05 --run-date 1/6/2024         | --run-date takes a date such as 2024-05-01, not '1/6/2024'
          --feed FEED --out OUT --period 1999-12                             | the range starts on 1999-12-01, but the rules are known from
          --feed FEED --out OUT --period 2024-05 --workers 0                 | --workers takes a number from 1, not 0
          --feed FEED --out OUT --period 2024-05 --workers many              | '--workers'
          --feed FEED --out OUT --period 2024-05 --colour red                | Unknown option
          --feed NONE --out OUT --period 2024-05                             | There is no folder
          --feed FEED --out FEED --period 2024-05                            | --out is the feed's own folder
          --feed FEED --out FEED/roster.csv --period 2024-05                 | is a file: name a folder
          --feed FEED --out OUT --period 2024-05 --policy NONE               | There is no policy file
          --feed FEED --out OUT --period 2024-05 --policy FEED/policy.yml    | there is no policy key 'force-day-begins'
          --feed FEED --out OUT --period 2024-05 --db-user payroll           | --db-user needs --db
          --feed FEED --out OUT --period 2024-05 --db jdbc:mysql://db/pay    | a database URL starts with
          --feed FEED --out OUT --period 2024-05 --db jdbc:postgresql://p:secret@db/pay | the database URL holds a password
          """)
  void wrongUsage(String options, String message) throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(feed.resolve("policy.yml"), "force-day-begins: 06:00\n");
    String given =
        options
            .replace("FEED", feed.toString())
            .replace("OUT", out.toString())
            .replace("NONE", folder + "/nowhere");

    Ran ran = Ran.command(("nightly-pay " + given).split(" "));

    assertThat(ran.err()).startsWith("nightly-pay: ").contains(message).doesNotContain("secret");
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(folder.resolve("night").resolve("dutypay.mv.db")).doesNotExist();
  }

  @Test
  @DisplayName("owner and group may read what it writes, nobody else")
  void forOwnerAndGroup() throws IOException {
    new SmallForce(feed).constable("A1").written();
    assertThat(Ran.night(feed, out, "2024-06-03").code()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rwxr-x---");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .as("%s", file)
                      .isEqualTo("rw-r-----"));
    }
  }

  @Test
  @DisplayName("a file with a misspelt name is not read, and the summary says so")
  void misspeltFile() throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(feed.resolve("claim.csv"), "claim_id,officer_id,date,type\n");
    Ran ran = Ran.night(feed, out, "2024-06-01");
    assertThat(ran.out())
        .contains("WARNING: the feed has files that are not read: claim.csv. Correct their names");
    assertThat(ran.code()).isZero();
  }

  @Test
  @DisplayName("a required file or column that is missing is exit code 2 before anything is read")
  void missingFile() throws IOException {
    new SmallForce(feed).constable("A1").written();
    Files.writeString(feed.resolve("roster.csv"), "officer_id,date\nA1,2024-05-01\n");
    Ran withoutColumn = Ran.night(feed, out, "2024-06-01");
    Files.delete(feed.resolve("roster.csv"));
    Ran withoutFile = Ran.night(feed, out, "2024-06-01");

    assertThat(withoutColumn.code()).isEqualTo(2);
    assertThat(withoutColumn.err()).contains("roster.csv", "day_type");
    assertThat(withoutFile.code()).isEqualTo(2);
    assertThat(withoutFile.err()).contains("roster.csv is missing");
    assertThat(out).doesNotExist();
  }

  @Test
  @DisplayName("--help and --version say what they are asked and end with 0")
  void helpAndVersion() {
    assertThat(Ran.command("nightly-pay", "--help").out())
        .contains("--run-date", "--workers", "DUTYPAY_DB_PASSWORD");
    assertThat(Ran.command("nightly-pay", "--version").out()).startsWith("dutypay ");
    assertThat(Ran.command("nightly-pay", "--help").code()).isZero();
  }

  @Test
  @DisplayName(
      "a night ends with a summary: officers, rows, lines, pounds, exceptions and where the files"
          + " are")
  void summary() {
    new SmallForce(feed)
        .constable("A1")
        .duty("E1", "A1", "2024-05-01T07:00", "2024-05-01T17:30")
        .stoodDown("E2", "A1", "2024-05-11")
        .written();

    Ran ran = Ran.night(feed, out, "2024-06-01");

    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("1 officer, 38 rows read, 1 line of pay")
        .containsPattern("OVERTIME +1 line +£58.84")
        .containsPattern("BLOCKING +1 +£264.79 held")
        .contains("files: " + out);
  }

  @Test
  @DisplayName(
      "officers who were in the last night's feed and files that lost a fifth of their rows are"
          + " named")
  void missingOfficers() {
    SmallForce force = new SmallForce(feed);
    for (int i = 10; i < 22; i++) {
      force.constable("A" + i).duty("E" + i, "A" + i, "2024-05-01T07:00", "2024-05-01T15:00");
    }
    force.written();
    Ran first = Ran.night(feed, out, "2024-06-01");
    for (int i = 10; i < 21; i++) {
      force.withoutOfficer("A" + i);
    }
    force.written();

    Ran second = Ran.night(feed, out, "2024-06-02");

    assertThat(first.out()).doesNotContain("missing", "WARNING:");
    assertThat(second.code()).isZero();
    assertThat(second.out())
        .contains(
            "missing in this feed, but in that of the last night (2024-06-01): 11 officers: A10,"
                + " A11, A12,")
        .contains("A19, ...")
        .contains(
            "WARNING: officers.csv has lost more than a fifth of its rows since the night of"
                + " 2024-06-01: 12 then, 1 now.");
    assertThat(folder.resolve("night").resolve("dutypay.log"))
        .content()
        .contains("WARN  officers.csv has lost");
  }

  @Test
  @DisplayName(
      "a pay award more than a year older than the range is said in the summary, the log and the"
          + " manifest")
  void oldAward() throws IOException {
    new SmallForce(feed).constable("A1").written();

    Ran ran =
        Ran.command(
            "nightly-pay",
            "--feed",
            feed.toString(),
            "--out",
            out.toString(),
            "--period",
            "2039-05",
            "--run-date",
            "2039-06-01");

    assertThat(ran.out()).contains("WARNING: The newest pay award known");
    assertThat(Files.readString(out.resolve("manifest.json")))
        .contains("The newest pay award known");
    assertThat(folder.resolve("night").resolve("dutypay.log"))
        .content()
        .contains("The newest pay award known");
  }

  @Test
  @DisplayName("the manifest counts the tours of all officers, and says how far back the feed goes")
  void toursAndReach() throws IOException {
    new SmallForce(feed)
        .constable("A1")
        .constable("A2")
        .duty("E1", "A1", "2024-05-01T07:00", "2024-05-01T15:00")
        .duty("E2", "A2", "2024-04-30T06:00", "2024-04-30T06:30")
        .written();
    Files.writeString(
        feed.resolve("acting.csv"),
        """
        officer_id,date,acting_rank,basis
        A2,2024-05-03,SERGEANT,ACTING
        A1,2024-05-02,SERGEANT,ACTING
        """);
    Files.writeString(
        feed.resolve("claims.csv"),
        """
        claim_id,officer_id,date,type
        C1,A1,2024-05-07,ON_CALL
        """);
    Files.writeString(
        feed.resolve("opening-balances.csv"),
        """
        officer_id,account,date,minutes
        A1,TOIL,2024-04-28,60
        A1,TOIL,2024-04-27,60
        """);

    assertThat(Ran.night(feed, out, "2024-05-06").code()).isZero();

    // 6 May is a public holiday; the three days before it that month are Wednesday to Friday.
    assertThat(Files.readString(out.resolve("manifest.json")).replaceAll("\\s+", " "))
        .contains(
            "\"first_roster_day\": \"2024-04-29\", \"first_duty\": \"2024-04-29\","
                + " \"first_acting_day\": \"2024-05-02\", \"first_claim\": \"2024-05-07\","
                + " \"first_opening_balance\": \"2024-04-27\"")
        .contains(
            "\"tours\": { \"rostered\": 6, \"worked\": 1, \"absent\": 0, \"not_booked\": 5 }");
  }

  @Test
  @DisplayName("the same night twice gives the same files, and the work folder is gone")
  void sameNightTwice() {
    new SmallForce(feed).constable("A1").stoodDown("E2", "A1", "2024-05-11").written();

    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    Map<String, String> once = Ran.hashes(out);
    assertThat(Ran.night(feed, out, "2024-06-01", "--workers", "1").code()).isZero();

    assertThat(Ran.hashes(out)).isEqualTo(once);
    assertThat(once).containsKeys("payroll.csv", "manifest.json", "exceptions.html");
    assertThat(folder.resolve("night")).isDirectoryNotContaining("glob:**.work");
  }
}
