package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.RowOutcome.Kind;
import org.dutypay.pay.TourCounts;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {

  private static final List<InputCount> INPUTS =
      List.of(
          new InputCount("officers.csv", 3, "aa"),
          new InputCount("timesheets.csv", 5, "bb"),
          new InputCount("acting.csv", 0, "cc"));

  private final Path out;

  ManifestTest(@TempDir Path out) {
    this.out = out;
  }

  @BeforeEach
  void aNight() throws IOException {
    try (OutcomePart writer =
        OutcomePart.open(
            out.resolve("parts"),
            "p",
            "",
            CsvFile.OF_A_NIGHT,
            ExceptionStanding.firstSeenOn(Samples.RUN_DATE),
            Samples.RUN_DATE)) {
      writer.append(
          new Outcome(
              "",
              List.of(),
              List.of(),
              List.of(Samples.badRow("", "officers.csv", 3, "no id")),
              List.of(Samples.row("officers.csv", 3, "", Kind.REJECTED, "BAD_ROW"))));
      writer.append(Samples.paid("A1", 2, "e1", 5_884));
      writer.append(
          new Outcome(
              "B2",
              List.of(Samples.overtime("2024-03-07", "e2", 75, 2_311, "recall, 45 min")),
              List.of(Samples.toil("2024-03-08", "e3", 120)),
              List.of(Samples.held("B2", "2024-03-09", "e4", 5, 12_050)),
              List.of(
                  Samples.row("timesheets.csv", 6, "e5", Kind.NOT_DUE, "TOO_SHORT"),
                  Samples.row("timesheets.csv", 5, "e4", Kind.HELD, "STOOD_DOWN"),
                  Samples.row("timesheets.csv", 4, "e3", Kind.BALANCE_ONLY, ""),
                  Samples.row("timesheets.csv", 3, "e2", Kind.PAID, ""))));
    }
    Assembly.writeNight(out.resolve("parts"), CsvFile.OF_A_NIGHT, out, out.resolve("aside"));
  }

  @Test
  @DisplayName(
      "The manifest says what the run was, what it read and wrote, and what became of every row")
  void wholeManifest() throws Exception {
    Results results = Results.read(out);
    Manifest.write(
        out,
        run("2024-03-01", "2024-03-31"),
        new FeedReach(
            Samples.day("2024-02-26"),
            FeedReach.NOTHING,
            Samples.day("2024-03-01"),
            Samples.day("2024-03-02"),
            FeedReach.NOTHING),
        new TourCounts(20, 3, 1),
        Optional.empty(),
        INPUTS,
        results,
        Reconciliation.of(results, INPUTS));
    String policy =
        Policy.standard()
            .text()
            .strip()
            .lines()
            .map(line -> "      \"" + line.replace(": ", "\": \"") + "\"")
            .reduce((a, b) -> a + ",\n" + b)
            .orElseThrow();
    assertThat(Files.readString(out.resolve("manifest.json")))
        .isEqualTo(
            """
            {
              "run_id": "0011223344556677",
              "version": "1.0",
              "job": "nightly-pay",
              "pay_period": "2024-03",
              "from": "2024-03-01",
              "to": "2024-03-31",
              "run_date": "2024-04-02",
              "feed": "input",
              "first_roster_day": "2024-02-26",
              "first_duty": null,
              "first_acting_day": "2024-03-01",
              "first_claim": "2024-03-02",
              "first_opening_balance": null,
              "newest_pay_award": "2023-09-01",
              "warnings": [],
              "policy": {
                "file": "standard",
                "values": {
            %s
                }
              },
              "inputs": [
                {
                  "file": "officers.csv",
                  "rows_read": 3,
                  "rows_used": 2,
                  "rows_rejected": 1,
                  "sha256": "aa"
                },
                {
                  "file": "timesheets.csv",
                  "rows_read": 5,
                  "rows_used": 5,
                  "rows_rejected": 0,
                  "sha256": "bb"
                },
                {
                  "file": "acting.csv",
                  "rows_read": 0,
                  "rows_used": 0,
                  "rows_rejected": 0,
                  "sha256": "cc"
                }
              ],
              "outputs": [
                {
                  "file": "payroll.csv",
                  "rows": 2,
                  "amount": 81.95,
                  "sha256": "%s"
                },
                {
                  "file": "payroll-totals.csv",
                  "rows": 1,
                  "amount": 81.95,
                  "sha256": "%s"
                },
                {
                  "file": "balances.csv",
                  "rows": 1,
                  "sha256": "%s"
                },
                {
                  "file": "exceptions.csv",
                  "rows": 2,
                  "amount": 120.50,
                  "sha256": "%s"
                },
                {
                  "file": "rows.csv",
                  "rows": 6,
                  "sha256": "%s"
                }
              ],
              "reconciled": true,
              "unreconciled": [],
              "account": [
                {
                  "file": "timesheets.csv",
                  "rows_read": 5,
                  "paid": 2,
                  "balance_only": 1,
                  "salary_only": 0,
                  "not_due": 1,
                  "not_due_by_reason": {
                    "TOO_SHORT": 1
                  },
                  "held": 1,
                  "rejected": 0,
                  "total": 5
                },
                {
                  "file": "acting.csv",
                  "rows_read": 0,
                  "paid": 0,
                  "balance_only": 0,
                  "salary_only": 0,
                  "not_due": 0,
                  "not_due_by_reason": {},
                  "held": 0,
                  "rejected": 0,
                  "total": 0
                }
              ],
              "tours": {
                "rostered": 24,
                "worked": 20,
                "absent": 3,
                "not_booked": 1
              },
              "exceptions": {
                "total": 2,
                "held_amount": 120.50,
                "by_severity": {
                  "REJECTED": {
                    "exceptions": 1,
                    "held_amount": 0.00
                  },
                  "BLOCKING": {
                    "exceptions": 1,
                    "held_amount": 120.50
                  }
                },
                "by_code": {
                  "BAD_ROW": {
                    "exceptions": 1,
                    "held_amount": 0.00
                  },
                  "STOOD_DOWN": {
                    "exceptions": 1,
                    "held_amount": 120.50
                  }
                },
                "by_status": {
                  "NEW": {
                    "exceptions": 2,
                    "held_amount": 120.50
                  }
                }
              }
            }
            """
                .formatted(
                    policy,
                    sha256("payroll.csv"),
                    sha256("payroll-totals.csv"),
                    sha256("balances.csv"),
                    sha256("exceptions.csv"),
                    sha256("rows.csv")));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-01, 2024-02-29, 2024-02",
    "2024-02-01, 2024-02-28, 2024-02-01/2024-02-28",
    "2024-03-04, 2024-03-10, 2024-03-04/2024-03-10",
    "2024-03-01, 2024-04-30, 2024-03-01/2024-04-30"
  })
  @DisplayName("The pay period is a month where the range is one, else both days")
  void payPeriod(String from, String to, String payPeriod) {
    assertThat(run(from, to).payPeriod()).isEqualTo(payPeriod);
  }

  @ParameterizedTest
  @CsvSource({"2024-09-01, false", "2024-09-02, true"})
  @DisplayName("A newest award more than a year older than the range is warned of")
  void oldAward(String from, boolean warned) {
    assertThat(run(from, "2024-09-30").oldAwardWarning().isPresent()).isEqualTo(warned);
  }

  @Test
  @DisplayName(
      "A row that is missing, twice there or of a file that was not received does not reconcile")
  void notReconciled() throws IOException {
    Path rows = out.resolve("rows.csv");
    String whole = Files.readString(rows);
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems()).isEmpty();

    Files.writeString(rows, whole.replaceFirst("timesheets.csv,4,.*\n", ""));
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly("timesheets.csv: 5 rows were read, but rows.csv accounts for 4.");

    Files.writeString(rows, whole.replace("timesheets.csv,4,", "timesheets.csv,5,"));
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly("rows.csv accounts more than once for timesheets.csv line 5.");

    Files.writeString(rows, whole + "claims.csv,2,c1,B2,HELD,NO_RATE\n");
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly("rows.csv holds rows of claims.csv, of which none was received.");

    Files.writeString(rows, whole + "officers.csv,4,,B2,PAID,\n");
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly(
            "officers.csv: 3 rows were read, but rows.csv accounts for 2, 1 of them rejected.");

    Files.writeString(rows, whole.replace("BALANCE_ONLY", "PAID"));
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly(
            "rows.csv calls the row e3 paid, but no line of payroll.csv has it as a source.");
    Files.writeString(rows, whole);

    Path totals = out.resolve("payroll-totals.csv");
    Files.writeString(totals, Files.readString(totals).replace("81.95", "81.96"));
    assertThat(Reconciliation.of(Results.read(out), INPUTS).problems())
        .containsExactly("payroll-totals.csv does not hold what payroll.csv adds up to.");
  }

  private static Manifest.Run run(String from, String to) {
    return new Manifest.Run(
        "0011223344556677",
        "1.0",
        "nightly-pay",
        "input",
        Samples.day(from),
        Samples.day(to),
        Samples.RUN_DATE,
        "",
        Policy.of(Map.of()),
        Samples.day("2023-09-01"));
  }

  private String sha256(String file) throws Exception {
    byte[] bytes = Files.readString(out.resolve(file)).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
