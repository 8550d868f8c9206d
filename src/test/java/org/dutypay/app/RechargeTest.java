package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("jobs/recharge: what hosts repay")
class RechargeTest {

  private final Path feed;
  private final Path out;
  private final SmallForce force;

  RechargeTest(@TempDir Path folder) {
    feed = folder.resolve("feed");
    out = folder.resolve("night").resolve("recharge");
    force = new SmallForce(feed);
  }

  @BeforeEach
  void threeOfficers() {
    force
        .constable("A1")
        .constable("B2")
        .constable("C3")
        .duty("e1", "A1", "2024-05-14T07:00", "2024-05-14T17:00")
        .duty("e2", "A1", "2024-05-15T07:00", "2024-05-15T17:00")
        .duty("e3", "B2", "2024-05-15T07:00", "2024-05-15T17:00")
        .duty("e4", "C3", "2024-05-15T07:00", "2024-05-15T17:00")
        .seconded("A1", "National \"Unit\" <b>", "2024-05-15", "2024-05-15", "MA/1", "50")
        .seconded("B2", "Borderland Constabulary", "2024-05-15", "2024-05-16", "", "");
  }

  @Test
  @DisplayName("one row for each host, officer, day and element of seconded days, no others")
  void rows() throws IOException {
    assertThat(recharge("1").code()).isZero();
    // a casual occasion of 2 h pays 1.5 h at 4/3: 44.13; a day's salary is 126.0904
    assertThat(Files.readString(out.resolve("recharge.csv")))
        .isEqualTo(
            """
            host,officer_id,work_date,element,amount,recharge_percent,recharged
            Borderland Constabulary,B2,2024-05-15,OVERTIME,44.13,100,44.13
            Borderland Constabulary,B2,2024-05-15,SALARY,252.18,100,252.18
            "National ""Unit"" <b>",A1,2024-05-15,OVERTIME,44.13,50,22.07
            "National ""Unit"" <b>",A1,2024-05-15,SALARY,126.09,50,63.05
            """);
  }

  @Test
  @DisplayName("a statement for each host, in which a host's name does nothing but be shown")
  void statements() throws IOException {
    recharge("1");
    String page = Files.readString(out.resolve("recharge-national-unit-b.html"));
    assertThat(page)
        .contains("National \"Unit\" &lt;b&gt;", "£85.12", "MA/1", ">A1<")
        .doesNotContain("<b>", "B2", "Borderland");
    assertThat(Files.readString(out.resolve("recharge-borderland-constabulary.html")))
        .contains("£296.31")
        .doesNotContain("A1<");
  }

  @Test
  @DisplayName("the same bytes with any number of workers, and again; verify-output finds no fault")
  void again() throws IOException {
    recharge("1");
    Map<String, String> first = Ran.hashes(out);
    assertThat(recharge("3").code()).isZero();
    assertThat(Ran.hashes(out)).isEqualTo(first);
    Ran verified = Ran.command("verify-output", out.toString(), "--feed", feed.toString());
    assertThat(verified.out()).contains("ok    recharge.csv");
    assertThat(verified.code()).isZero();
  }

  @Test
  @DisplayName("verify-output finds a row that was changed afterwards")
  void changed() throws IOException {
    recharge("1");
    Path file = out.resolve("recharge.csv");
    Files.writeString(file, Files.readString(file).replace(",50,63.05", ",50,126.09"));
    Ran verified = Ran.command("verify-output", out.toString());
    assertThat(verified.out()).contains("recharged", "is not 50 % of 126.09");
    assertThat(verified.code()).isEqualTo(1);
  }

  @Test
  @DisplayName("a held duty is repaid once a person has released it")
  void released() throws IOException {
    force
        .stoodDown("e9", "B2", "2024-05-11")
        .seconded("B2", "Borderland Constabulary", "2024-05-11", "2024-05-11", "", "");
    recharge("1");
    assertThat(Files.readString(out.resolve("recharge.csv"))).doesNotContain("REST_DAY_WORKING");
    force.written();
    Path night = out.resolveSibling("out");
    Ran.night(feed, night, "2024-06-01");
    String held =
        Ran.rows(night.resolve("exceptions.csv")).stream()
            .filter(row -> "STOOD_DOWN".equals(row.get("code")))
            .findFirst()
            .orElseThrow()
            .getOrDefault("exception_id", "");
    force.decision(held, "", "RELEASE", "HR-1", "2024-06-01T09:00");
    recharge("1");
    // eight hours at time and a half
    assertThat(Files.readString(out.resolve("recharge.csv")))
        .contains("B2,2024-05-11,REST_DAY_WORKING,264.79,100,264.79");
  }

  @Test
  @DisplayName("the statement of a host that owes nothing any more does not stay behind")
  void formerStatement() throws IOException {
    recharge("1");
    assertThat(out.resolve("recharge-borderland-constabulary.html")).exists();
    Path file = feed.resolve("secondments.csv");
    Files.writeString(file, Files.readString(file).replace("Borderland", "Highland"));
    assertThat(rechargeOfWritten("1").code()).isZero();
    assertThat(out.resolve("recharge-borderland-constabulary.html")).doesNotExist();
    assertThat(out.resolve("recharge-highland-constabulary.html")).exists();
    assertThat(out.resolve("recharge-national-unit-b.html")).exists();
  }

  @Test
  @DisplayName("a bad row is counted in the manifest, and the rest is recharged")
  void badRow() throws IOException {
    force.written();
    Path file = feed.resolve("secondments.csv");
    Files.writeString(file, Files.readString(file) + "C3,NCA,2024-05-99,2024-05-31,,\n");
    Ran ran = rechargeOfWritten("1");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains(
            "WARNING: rows that could not be used: 1 of secondments.csv. What depends on them is"
                + " not recharged;");
    assertThat(Files.readString(out.resolve("manifest.json")))
        .containsSubsequence("secondments.csv", "\"rows_used\": 2", "\"rows_rejected\": 1");
  }

  private Ran recharge(String workers) {
    force.written();
    return rechargeOfWritten(workers);
  }

  private Ran rechargeOfWritten(String workers) {
    return Ran.command(
        "recharge",
        "--feed",
        feed.toString(),
        "--out",
        out.toString(),
        "--period",
        "2024-05",
        "--run-date",
        "2024-06-01",
        "--workers",
        workers);
  }
}
