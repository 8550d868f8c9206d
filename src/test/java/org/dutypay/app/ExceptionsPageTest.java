package org.dutypay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What exceptions.html knows of earlier nights. */
class ExceptionsPageTest {

  private final Path folder;
  private final Path feed;
  private final Path out;

  ExceptionsPageTest(@TempDir Path folder) {
    this.folder = folder;
    feed = folder.resolve("feed");
    out = folder.resolve("night").resolve("out");
  }

  @Test
  @DisplayName("a matter that is reopened shows the former decision and which facts have changed")
  void reopened() throws IOException {
    SmallForce force = new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11");
    night("2024-06-01", force);
    String id =
        String.valueOf(
            Ran.rows(out.resolve("exceptions.csv")).stream()
                .filter(row -> "STOOD_DOWN".equals(row.get("code")))
                .findFirst()
                .orElseThrow()
                .get("exception_id"));
    force.decision(id, "", "RELEASE", "hr-7", "2024-06-01T09:00");
    assertThat(night("2024-06-02", force))
        .contains("[\"RELEASE\",\"2024-06-01T09:00\",\"hr-7\",\"for a reason\"]");
    force.withoutTimesheet("E1").stoodDownUntil("E1", "A1", "2024-05-11", "16:00");
    assertThat(night("2024-06-03", force))
        .contains(
            "[\"RELEASE\",\"2024-06-01T09:00\",\"hr-7\",\"for a reason\"]",
            "Changed since it was decided: end was 15:00, now 16:00.");
  }

  @Test
  @DisplayName("the chart shows earlier nights, and a night that is run again has the same bytes")
  void earlierNights() throws IOException {
    SmallForce force = new SmallForce(feed).constable("A1");
    SmallForce both =
        new SmallForce(folder.resolve("both")).constable("A1").stoodDown("E1", "A1", "2024-05-11");
    assertThat(night("2024-06-01", both)).doesNotContain("<svg");
    night("2024-06-02", force);
    assertThat(night("2024-06-03", both)).contains(">06-01</text>", ">06-02</text>");
    Map<String, String> third = Ran.hashes(out);
    night("2024-06-04", both);
    night("2024-06-03", both);
    assertThat(Ran.hashes(out)).isEqualTo(third);
  }

  @Test
  @DisplayName("with report-names: false no name is on the page")
  void withoutNames() throws IOException {
    new SmallForce(feed).constable("A1").stoodDown("E1", "A1", "2024-05-11").written();
    Files.writeString(
        feed.resolve("officers.csv"),
        """
        officer_id,effective_from,effective_to,rank,pay_scale,pay_point,name,unit
        A1,2012-09-03,,CONSTABLE,CONSTABLE_2013,7,Jo Bloggs,Response
        B2,2012-09-03,,"O'Bloggs, Al",CONSTABLE_2013,Bloggs,Al Bloggs,Response
        """);
    Path policy = folder.resolve("policy.yml");
    Files.writeString(policy, "report-names: false\n");
    assertThat(Ran.night(feed, out, "2024-06-01").code()).isZero();
    assertThat(page()).contains("Jo Bloggs", "'O'Bloggs, Al' is none of", "'Bloggs' is not a pay");
    assertThat(Ran.night(feed, out, "2024-06-01", "--policy", policy.toString()).code()).isZero();
    assertThat(page())
        .contains(
            "Response",
            "column rank: (not shown) is none of",
            "pay_point: (not shown) is not a pay")
        .doesNotContain("Bloggs");
    assertThat(Files.readString(out.resolve("exceptions.csv")))
        .contains("column rank: (not shown) is none of")
        .doesNotContain("Bloggs");
    assertThat(
            Ran.command(
                "explain",
                "--feed",
                feed.toString(),
                "--officer",
                "B2",
                "--date",
                "2024-05-11",
                "--policy",
                policy.toString()))
        .satisfies(ran -> assertThat(ran.err()).contains("B2").doesNotContain("Bloggs"))
        .satisfies(ran -> assertThat(ran.out()).doesNotContain("Bloggs"));
  }

  private String night(String runDate, SmallForce force) throws IOException {
    Ran ran = Ran.night(force.written(), out, runDate);
    assertThat(ran.code()).as(ran.err()).isZero();
    return page();
  }

  private String page() throws IOException {
    return Files.readString(out.resolve("exceptions.html"));
  }
}
