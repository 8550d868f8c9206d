package org.dutypay.report.verify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.app.Commands;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.RowOutcome.Kind;
import org.dutypay.pay.TourCounts;
import org.dutypay.reference.Policy;
import org.dutypay.report.Assembly;
import org.dutypay.report.CsvFile;
import org.dutypay.report.ExceptionStanding;
import org.dutypay.report.ExceptionsPage;
import org.dutypay.report.ExceptionsWorkbook;
import org.dutypay.report.FeedReach;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.OutcomePart;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.Results;
import org.dutypay.report.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputVerificationTest {

  private static final String OFFICERS =
      """
      officer_id,effective_from
      A1,2024-01-01
      ,2024-01-01
      B2,2024-01-01
      """;

  private static final String TIMESHEETS =
      """
      entry_id,officer_id,start,remark
      e1,A1,2024-03-05T16:00,
      e2,B2,2024-03-07T16:00,
      -e3,B2,2024-03-08T16:00,

      "e4",B2,2024-03-09T16:00,"stood down,
      by ""telephone"" on the day"
      e5,B2,2024-03-10T16:00,
      "e6,B2,2024-03-11T16:00,a quote that nothing closes
      e7,B2,2024-03-12T16:00,
      """;

  private final Path feed;
  private final Path out;

  OutputVerificationTest(@TempDir Path folder) {
    feed = folder.resolve("feed");
    out = folder.resolve("out");
  }

  @BeforeEach
  void aFinishedNight() throws Exception {
    Files.createDirectories(feed);
    Files.createDirectories(out);
    Files.writeString(feed.resolve("officers.csv"), OFFICERS);
    Files.writeString(feed.resolve("timesheets.csv"), TIMESHEETS);
    Path parts = feed.resolveSibling("parts");
    try (OutcomePart writer =
        OutcomePart.open(
            parts,
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
              List.of(
                  Samples.badRow("", "officers.csv", 3, "no id"),
                  Samples.badRow("", "timesheets.csv", 9, "its quotes do not match")),
              List.of(
                  Samples.row("officers.csv", 3, "", Kind.REJECTED, "BAD_ROW"),
                  Samples.row("timesheets.csv", 9, "", Kind.REJECTED, "BAD_ROW"))));
      writer.append(Samples.paid("A1", 2, "e1", 5_884));
      writer.append(
          new Outcome(
              "B2",
              List.of(
                  Samples.overtime("2024-03-07", "e2", 75, 2_207, "recall, 45 min"),
                  Samples.overtime("2024-03-12", "e2;e7", 100, 2_942, "recall, 60 min")),
              List.of(Samples.toil("2024-03-08", "-e3", 120)),
              List.of(Samples.held("B2", "2024-03-09", "e4", 6, 12_050)),
              List.of(
                  timesheet(3, "e2", Kind.PAID, ""),
                  timesheet(4, "-e3", Kind.BALANCE_ONLY, ""),
                  timesheet(6, "e4", Kind.HELD, "STOOD_DOWN"),
                  timesheet(8, "e5", Kind.NOT_DUE, "TOO_SHORT"),
                  timesheet(10, "e7", Kind.PAID, ""))));
    }
    Assembly.writeNight(parts, CsvFile.OF_A_NIGHT, out, feed.resolveSibling("unpublished"));
    Manifest.Run run =
        new Manifest.Run(
            "0011223344556677",
            "1.0",
            "nightly-pay",
            "feed",
            Samples.day("2024-03-01"),
            Samples.day("2024-03-31"),
            Samples.RUN_DATE,
            "",
            Policy.standard(),
            Samples.day("2023-09-01"));
    ExceptionsPage.write(
        out, feed.resolveSibling("unpublished"), run, List.of(), Samples.told(Map.of(), Map.of()));
    ExceptionsWorkbook.write(out, Samples.RUN_DATE);
    List<InputCount> inputs =
        List.of(
            new InputCount("officers.csv", 3, sha256(feed.resolve("officers.csv"))),
            new InputCount("timesheets.csv", 7, sha256(feed.resolve("timesheets.csv"))));
    Results results = Results.read(out);
    Manifest.write(
        out,
        run,
        FeedReach.NONE,
        new TourCounts(4, 1, 2),
        Optional.empty(),
        inputs,
        results,
        Reconciliation.of(results, inputs));
  }

  private static RowOutcome timesheet(int line, String entryId, Kind kind, String reason) {
    return Samples.row("timesheets.csv", line, entryId, kind, reason);
  }

  @Test
  @DisplayName("What the job wrote holds, by itself and against its feed")
  void asWritten() throws IOException {
    assertThat(failures(Optional.empty())).isEmpty();
    assertThat(failures(Optional.of(feed))).isEmpty();
    assertThat(report(Optional.of(feed))).endsWith("all 16 checks hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          payroll.csv        | ,58.84,                | ,58.85,                    | payroll.csv: its amounts add up to 110.34, but the manifest says 110.33
          payroll.csv        | ,2.00,HOURS            | ,2.01,HOURS                | payroll.csv: its SHA-256 is
          payroll.csv        | planned                | Planned                    | payroll.csv: its SHA-256 is
          payroll.csv        | (?m)^A1.*\\n           |                            | payroll.csv: it has 2 rows, but the manifest says 3
          payroll.csv        | (?m)^(A1.*\\n)(B2.*\\n)| $2$1                       | payroll.csv line 3: it belongs before the line above
          payroll.csv        | officer_id,work_date   | work_date,officer_id       | payroll.csv line 1: the header is
          payroll.csv        | ,HOURS,                | ,HOURS                     | payroll.csv line 2: it has 13 cells, not 14
          payroll-totals.csv | 110.33                 | 110.34                     | payroll-totals.csv: its amounts add up to 110.34
          balances.csv       | ,120,                  | ,121,                      | balances.csv: its SHA-256 is
          balances.csv       | (?m)^B2.*\\n           |                            | balances.csv: it has 0 rows, but the manifest says 1
          exceptions.csv     | ,120.50,               | ,120.51,                   | exceptions.csv: its amounts add up to 120.51, but the manifest says 120.50
          exceptions.csv     | (?m)^.*,B2,.*\\n       |                            | exceptions.csv: it has 2 rows, but the manifest says 3
          rows.csv           | (?m)^.*,e5,.*\\n       |                            | rows.csv: it has 7 rows, but the manifest says 8
          rows.csv           | ,e5,                   | ,,                         | rows.csv: its SHA-256 is
          exceptions.html    | no id                  | an id                      | exceptions.html: its SHA-256 is
          """)
  @DisplayName("A changed file is found and named")
  void changedFile(String file, String part, String replacement, String found) throws IOException {
    change(file, part, replacement == null ? "" : replacement);
    assertThat(failures(Optional.empty())).anyMatch(failure -> failure.startsWith(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          payroll.csv        | ,58.84,        | ,59.04,        | payroll.csv line 2: column amount '59.04' is not near 2.00 hours at 29.4211
          payroll.csv        | ,58.84,        | ,58.85,        | payroll-totals.csv against payroll.csv: OVERTIME is 3 lines, 3.75 units and 110.33 pounds there, but the lines of payroll.csv add up to 3 lines, 3.75 units and 110.34 pounds
          payroll.csv        | ,N,NEW         | ,Y,NEW         | payroll.csv line 2: column pensionable 'Y' is wrong for OVERTIME
          payroll.csv        | A1,2024-03-05  | A1,2024-02-05  | payroll.csv line 2: column work_date '2024-02-05' is outside the range of the run
          payroll.csv        | ,2024-03,G     | ,2024-04,G     | payroll.csv line 2: column period '2024-04' is not the month of the work date
          payroll.csv        | ,e1,           | ,e9,           | payroll.csv line 2: its source 'e9' is no row of the officer in rows.csv that was used
          payroll.csv        | ,e1,           | ,e9,           | rows.csv line 4: 'e1' is PAID, but no line of the officer in payroll.csv has it as a source
          payroll.csv        | ;e7,           | ,              | rows.csv line 9: 'e7' is PAID, but no line of the officer in payroll.csv
          balances.csv       | '-e3           | e3             | rows.csv line 6: '-e3' is BALANCE_ONLY, but no line of the officer in balances.csv
          balances.csv       | ,120,          | ,12o,          | balances.csv line 2: column minutes '12o' is not a number with 0 decimals
          exceptions.csv     | ,120.50,       | ,120.51,       | exceptions.csv against the manifest's totals: STOOD_DOWN: the held amounts add up to 120.51, but the manifest says '120.50'
          exceptions.csv     | STOOD_DOWN     | STOOD_DAWN     | rows.csv line 7: held for STOOD_DOWN, but exceptions.csv has no STOOD_DOWN of officer 'B2'
          exceptions.csv     | officers.csv,3 | officers.csv,4 | exceptions.csv line 2: rows.csv has no row of officer '' that was rejected for it: officers.csv line 4, BAD_ROW
          exceptions.csv     | ,NEW,2024-04-02,0 | ,NEW,2024-04-01,0 | exceptions.csv line 2: column age_days '0' is not the days from 2024-04-01 to the run date
          exceptions.html    | £120.50        | £1,120.50      | exceptions.html against exceptions.csv: it says that £1120.50 is held, but exceptions.csv adds up to £120.50
          exceptions.csv     | ,BLOCKING,     | ,WARNING,      | exceptions.csv against the manifest's totals: BLOCKING: 0 exceptions are listed, but the manifest says '1'
          rows.csv           | ,8,e5,         | ,6,e5,         | rows.csv as an account line 8: timesheets.csv line 6 is accounted for a second time
          rows.csv           | ,e5,           | ,e4,           | rows.csv as an account line 8: column entry_id 'e4' belongs to several rows that were not rejected
          rows.csv           | HELD,STOOD_DOWN| PAID,          | rows.csv as an account: HELD rows of timesheets.csv are 0, but the manifest says '1'
          rows.csv           | TOO_SHORT      | TOO_LONG       | rows.csv as an account: TOO_SHORT rows of timesheets.csv are 0, but the manifest says '1'
          rows.csv           | REJECTED,BAD_ROW | REJECTED,    | rows.csv as an account line 2: column reason '' does not go with REJECTED
          rows.csv           | (?m)^.*,e5,.*\\n |              | rows.csv as an account: of timesheets.csv 7 rows were read, but 6 are accounted for
          """)
  @DisplayName("A change is found also where the manifest's hashes, rows and sums were made to fit")
  void changedFileAndManifest(String file, String part, String replacement, String found)
      throws Exception {
    String before = sha256(out.resolve(file));
    change(file, part, replacement == null ? "" : replacement);
    change("manifest.json", before, sha256(out.resolve(file)));
    assertThat(failures(Optional.empty())).anyMatch(failure -> failure.startsWith(found));
  }

  @Test
  @DisplayName("A workbook that is no workbook is found and named")
  void brokenWorkbook() throws Exception {
    String before = sha256(out.resolve("exceptions.xlsx"));
    Files.writeString(out.resolve("exceptions.xlsx"), "no archive");
    change("manifest.json", before, sha256(out.resolve("exceptions.xlsx")));
    assertThat(failures(Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("exceptions.xlsx against exceptions.csv: its sum cannot be read: ");
  }

  @Test
  @DisplayName("A sum of the workbook that is not what exceptions.csv comes to is found")
  void changedWorkbook() throws Exception {
    Path workbook = out.resolve("exceptions.xlsx");
    String before = sha256(workbook);
    try (FileSystem zip = FileSystems.newFileSystem(workbook)) {
      Path totals = zip.getPath("xl", "worksheets", "sheet2.xml");
      Files.writeString(totals, Files.readString(totals).replace(">120.5<", ">121.5<"));
    }
    change("manifest.json", before, sha256(workbook));
    assertThat(failures(Optional.empty()))
        .containsExactly(
            "exceptions.xlsx against exceptions.csv: it says that £121.50 is held, but"
                + " exceptions.csv adds up to £120.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "reconciled": true | "reconciled": false    | manifest.json: reconciled is 'false', not true
          "rows_used": 6     | "rows_used": 7         | manifest.json: of timesheets.csv 7 rows were read, but 7 used and 1 rejected
          "paid": 3          | "paid": 4              | manifest.json: of timesheets.csv 7 rows were read, but 8 are accounted for
          "paid": 3          | "paid": 4              | rows.csv as an account: PAID rows of timesheets.csv are 3, but the manifest says '4'
          "absent": 1        | "absent": 2            | manifest.json: 7 tours were rostered, but 8 are worked, absent or not booked
          "held_amount": 120.50 | "held_amount": 120.05 | exceptions.csv against the manifest's totals: all: the held amounts add up to 120.50, but the manifest says '120.05'
          "run_date": "2024-04-02" | "run_date": "2024-04-32" | manifest.json: run_date is not a date: '2024-04-32'
          "file": "balances.csv" | "file": "balance.csv" | manifest.json: it does not list balances.csv
          "outputs"          | "outputs" "            | manifest.json: manifest.json is not JSON
          """)
  @DisplayName("A changed manifest is found and named")
  void changedManifest(String part, String replacement, String found) throws IOException {
    change("manifest.json", part, replacement);
    assertThat(failures(Optional.empty())).anyMatch(failure -> failure.startsWith(found));
  }

  @Test
  @DisplayName("The command ends with 0 where all holds, 1 where a check fails, 2 for wrong usage")
  void exitCodes() throws IOException {
    assertThat(Commands.execute("verify-output", out.toString())).isZero();
    assertThat(Commands.execute("verify-output", out.toString(), "--feed", feed.toString()))
        .isZero();
    change("payroll.csv", "58.84", "58.85");
    assertThat(Commands.execute("verify-output", out.toString())).isEqualTo(1);
    assertThat(Commands.execute("verify-output")).isEqualTo(2);
    assertThat(Commands.execute("verify-output", feed.toString())).isEqualTo(2);
    assertThat(Commands.execute("verify-output", out.toString(), "--feed", "no-such-folder"))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payroll.csv",
        "payroll-totals.csv",
        "balances.csv",
        "exceptions.csv",
        "rows.csv",
        "exceptions.html",
        "exceptions.xlsx"
      })
  @DisplayName("A missing file is found and named")
  void missingFile(String file) throws IOException {
    Files.delete(out.resolve(file));
    assertThat(failures(Optional.empty())).contains(file + ": it is missing");
  }

  @Test
  @DisplayName("A file that is cut, is not UTF-8 or has loose quotes is named with its line")
  void unreadableFile() throws IOException {
    String payroll = Files.readString(out.resolve("payroll.csv"));
    Files.writeString(out.resolve("payroll.csv"), payroll.substring(0, payroll.length() - 1));
    assertThat(failures(Optional.empty())).contains("payroll.csv line 4: the file ends within it");
    Files.writeString(out.resolve("payroll.csv"), payroll.replace("OVERTIME", "\"OVERTIME"));
    assertThat(failures(Optional.empty())).contains("payroll.csv line 2: its quotes do not match");
    Files.writeString(
        out.resolve("payroll.csv"), payroll.replace("planned", "é"), StandardCharsets.ISO_8859_1);
    assertThat(failures(Optional.empty()))
        .anyMatch(failure -> failure.endsWith("the file is not UTF-8"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          officers.csv   | 2024-01-01      | 2024-01-02        | feed officers.csv: its SHA-256 is
          timesheets.csv | e1,A1           | e0,A1             | feed timesheets.csv line 2: its id is 'e0', but rows.csv says otherwise
          timesheets.csv | "e4"            | "e0"              | feed timesheets.csv line 6: its id is 'e0', but rows.csv says otherwise
          timesheets.csv | (?m)^e7.*\\n    | $0$0              | feed timesheets.csv line 11: rows.csv does not account for it
          timesheets.csv | (?m)^e7.*\\n    |                   | feed timesheets.csv: rows.csv line 9 accounts for line '10', which is not there
          timesheets.csv | (?m)^e5.*$      |                   | feed timesheets.csv line 8: rows.csv accounts for it, but no row starts there
          """)
  @DisplayName("A feed that is not the one the output was made from is found and named")
  void changedFeed(String file, String part, String replacement, String found) throws IOException {
    Path path = feed.resolve(file);
    Files.writeString(
        path, Files.readString(path).replaceFirst(part, replacement == null ? "" : replacement));
    assertThat(failures(Optional.of(feed))).anyMatch(failure -> failure.startsWith(found));
    assertThat(failures(Optional.empty())).isEmpty();
  }

  @Test
  @DisplayName("Ten problems of a check are shown, the rest are counted")
  void manyProblems() throws IOException {
    StringBuilder payroll = new StringBuilder(Files.readString(out.resolve("payroll.csv")));
    for (int i = 0; i < 30; i++) {
      payroll.append("x\n");
    }
    Files.writeString(out.resolve("payroll.csv"), payroll);
    List<String> failures = failures(Optional.empty());
    assertThat(failures).contains("payroll.csv line 13: it has 1 cells, not 14");
    assertThat(failures).doesNotContain("payroll.csv line 15: it has 1 cells, not 14");
    assertThat(failures)
        .anyMatch(failure -> failure.matches("payroll.csv: and \\d\\d more like these"));
  }

  @Test
  @DisplayName("The checks share no code with what they check")
  void independent() {
    noClasses()
        .that()
        .resideInAPackage("org.dutypay.report.verify")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.dutypay..")
                .and(not(resideInAPackage("org.dutypay.report.verify"))))
        .check(new ClassFileImporter().importPath(mainClasses()));
  }

  private static Path mainClasses() {
    try {
      return Path.of(
          OutputVerification.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String file, String part, String replacement) throws IOException {
    Path path = out.resolve(file);
    String before = Files.readString(path);
    String after = before.replaceFirst(part, replacement);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(path, after);
  }

  private List<String> failures(Optional<Path> feed) throws IOException {
    String report = report(feed);
    List<String> failures =
        report
            .lines()
            .filter(line -> line.startsWith("FAIL  "))
            .map(line -> line.substring(6))
            .toList();
    assertThat(report.lines().toList().getLast().startsWith("all")).isEqualTo(failures.isEmpty());
    return failures;
  }

  private String report(Optional<Path> feed) throws IOException {
    StringWriter report = new StringWriter();
    boolean holds = OutputVerification.verify(out, feed, new PrintWriter(report));
    assertThat(report.toString().contains("FAIL")).isNotEqualTo(holds);
    return report.toString().strip();
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
