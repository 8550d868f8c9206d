package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("jobs/bear-scotland: the competing methods side by side")
class BearScotlandTest {

  private final Path feed;
  private final Path out;

  BearScotlandTest(@TempDir Path folder) {
    feed = folder.resolve("feed");
    out = folder.resolve("out-bear-scotland");
  }

  /** Rosters, officers and paid history alone: of 2015 nothing else is known. */
  @BeforeEach
  void twoOfficers() throws IOException {
    Files.createDirectories(feed);
    file(
        "officers.csv",
        """
        officer_id,effective_from,effective_to,rank,pay_scale,pay_point
        A1,2012-01-01,,CONSTABLE,CONSTABLE_2013,7
        B2,2012-01-01,2015-11-15,CONSTABLE,CONSTABLE_2013,7
        """);
    file(
        "roster.csv",
        """
        officer_id,date,day_type,start,end
        A1,2015-10-05,ANNUAL_LEAVE,,
        A1,2015-11-02,ANNUAL_LEAVE,07:00,17:00
        A1,2016-03-07,ANNUAL_LEAVE,,
        """);
    file("timesheets.csv", "entry_id,officer_id,start,end\n");
    file(
        "paid-history.csv",
        """
        officer_id,work_date,element,amount
        A1,2015-01-05,OVERTIME,2600
        A1,2015-09-07,ON_CALL,520
        A1,2015-10-06,OVERTIME,73
        A1,2016-03-07,HOLIDAY_PAY,3.00
        """);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(feed.resolve(name), text);
  }

  @Test
  @DisplayName("a row for each officer, day and method, and totals by officer and by method")
  void tables() throws IOException {
    ran(bearScotland());
    assertThat(Files.readString(out.resolve("bear-scotland.csv")))
        .contains(
            "A1,2015-10-05,WEEKS_52,Y,52,3120.00,1.00,12.00,2.00,10.00,12.00,12.00,12.00,12.00,0.00,12.00,Y,N,12.00\n",
            "A1,2015-10-06,SHARE_20_365,N,,73.00,,4.00,0.00,4.00,4.00,4.00,4.00,4.00,0.00,4.00,Y,N,4.00\n",
            "B2,2015-11-01,FLAT_RATE,N,,,,60.00,60.00,60.00,60.00,60.00,60.00,60.00,0.00,60.00,Y,N,60.00\n")
        .doesNotContain("B2,2015-12-01");
    assertThat(Files.readString(out.resolve("bear-scotland-officers.csv")))
        .contains(
            "A1,WEEKS_52,Y,29.63,6.50,23.13,29.63,29.63,29.63,29.63,3.00,26.63,27.35,0.00,26.63\n");
    assertThat(Files.readString(out.resolve("bear-scotland-totals.csv")))
        .contains(
            "FLAT_RATE,N,2,300.00,300.00,300.00,300.00,300.00,300.00,300.00,3.00,297.00,300.00,0.00,297.00\n");
  }

  @Test
  @DisplayName("a page that runs nothing, and a workbook of three sheets")
  void forPeople() throws IOException {
    Ran ran = ran(bearScotland());
    assertThat(ran.out()).contains("* WEEKS_52", "£26.63", "start with bear-scotland.html");
    assertThat(Files.readString(out.resolve("bear-scotland.html")))
        .contains("default-src &#39;none&#39;", "WEEKS_52 (the policy", "+26.63", "2015-12-31")
        .doesNotContain("<script");
    try (ZipFile workbook = new ZipFile(out.resolve("bear-scotland.xlsx").toFile())) {
      assertThat(workbook.getEntry("xl/worksheets/sheet3.xml")).isNotNull();
    }
  }

  @Test
  @DisplayName("the same bytes with any number of workers, again, and on PostgreSQL")
  void again() {
    ran(bearScotland("--workers", "1"));
    Map<String, String> first = Ran.hashes(out);
    ran(bearScotland("--workers", "3"));
    assertThat(Ran.hashes(out)).isEqualTo(first);
    ran(bearScotland("--db", Postgres.fresh(), "--db-user", Postgres.USER));
    assertThat(Ran.hashes(out)).isEqualTo(first);
    Ran verified = Ran.command("verify-output", out.toString(), "--feed", feed.toString());
    assertThat(verified.out())
        .contains("ok    bear-scotland-totals.csv against bear-scotland-officers.csv");
    assertThat(verified.code()).isZero();
  }

  @Test
  @DisplayName("the two-year line goes by the claim date")
  void claimDate() throws IOException {
    ran(bearScotland("--claim-date", "2016-04-01"));
    assertThat(Files.readString(out.resolve("bear-scotland-officers.csv")))
        .contains("A1,WEEKS_52,Y,29.63", ",26.63,0.00,0.00,26.63\n");
  }

  @Test
  @DisplayName("verify-output finds a difference that was changed afterwards")
  void changed() throws IOException {
    ran(bearScotland());
    Path file = out.resolve("bear-scotland-officers.csv");
    Files.writeString(file, Files.readString(file).replace(",3.00,26.63,", ",3.00,27.63,"));
    Ran verified = Ran.command("verify-output", out.toString());
    assertThat(verified.out()).contains("is not the amount less what was paid");
    assertThat(verified.code()).isEqualTo(1);
  }

  private Ran bearScotland(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "bear-scotland",
                "--feed",
                feed.toString(),
                "--out",
                out.toString(),
                "--from",
                "2015-10-01",
                "--to",
                "2016-03-31",
                "--run-date",
                "2017-12-31"));
    arguments.addAll(List.of(more));
    return Ran.command(arguments.toArray(String[]::new));
  }

  private static Ran ran(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }
}
