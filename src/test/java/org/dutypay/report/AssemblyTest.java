package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Unit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

  private static final ExceptionStanding FRESH = ExceptionStanding.firstSeenOn(Samples.RUN_DATE);

  private final Path folder;
  private final Path parts;

  AssemblyTest(@TempDir Path folder) {
    this.folder = folder;
    parts = folder.resolve("parts");
  }

  @Test
  @DisplayName("Every column of every file is written as the contract says")
  void columns() throws IOException {
    long day = Samples.day("2024-02-29");
    PayLine line =
        new PayLine(
            day,
            Element.ADDITIONAL_HOURS,
            275,
            Unit.HOURS,
            220_658,
            Multiple.ONE,
            6_068,
            LineType.NEW,
            Paragraph.G_2_3_1,
            "e1;e2",
            "165 min, \"free day\" by the hour");
    PayLine recovery =
        new PayLine(
            day,
            Element.OVERTIME,
            -5,
            Unit.HOURS,
            294_211,
            new Multiple(4, 3),
            -7,
            LineType.RECOVERY,
            Paragraph.G_2_13_1,
            "e9",
            "");
    Balance minutes =
        Balance.ofMinutes(
            day, Account.HOURS_OWED, -120, Balance.NONE, Paragraph.G_2_22_2, "", "shorter");
    Balance days =
        Balance.ofDays(
            day, Account.REST_DAYS_IN_LIEU, -100, day + 366, Paragraph.R_4, "e3", "taken");
    PayException exception =
        new PayException(
            0xabcL,
            -1,
            ExceptionCode.STOOD_DOWN,
            ExceptionCode.STOOD_DOWN.severity(),
            "A1",
            day,
            "timesheets.csv",
            12,
            "e4",
            5_884,
            0,
            "stood down on the day",
            Paragraph.G_2_27_1,
            "");
    write(
        "p",
        new Outcome(
            "A1",
            List.of(line, recovery),
            List.of(minutes, days),
            List.of(exception),
            List.of(Samples.row("timesheets.csv", 12, "e4", RowOutcome.Kind.HELD, "STOOD_DOWN"))));

    assertThat(payroll())
        .isEqualTo(
            """
            officer_id,work_date,element,units,unit,rate,multiplier,amount,pensionable,line_type,period,rule,source,note
            A1,2024-02-29,ADDITIONAL_HOURS,2.75,HOURS,22.0658,1,60.68,Y,NEW,2024-02,G 2.3.1,e1;e2,"165 min, ""free day"" by the hour"
            A1,2024-02-29,OVERTIME,-0.05,HOURS,,,-0.07,N,RECOVERY,2024-02,G 2.13.1,e9,
            """);
    assertThat(file("payroll-totals.csv"))
        .isEqualTo(
            """
            element,lines,units,amount
            ADDITIONAL_HOURS,1,2.75,60.68
            OVERTIME,1,-0.05,-0.07
            """);
    assertThat(file("balances.csv"))
        .isEqualTo(
            """
            officer_id,work_date,account,minutes,days,expires_on,rule,source,note
            A1,2024-02-29,HOURS_OWED,-120,,,G 2.22.2,,shorter
            A1,2024-02-29,REST_DAYS_IN_LIEU,,-1.00,2025-03-01,R 4,e3,taken
            """);
    assertThat(file("exceptions.csv"))
        .isEqualTo(
            """
            exception_id,facts,severity,code,officer_id,date,file,line,entry_id,held_amount,amount_if_refused,message,rule,what_to_do,status,first_seen,age_days
            0000000000000abc,ffffffffffffffff,BLOCKING,STOOD_DOWN,A1,2024-02-29,timesheets.csv,12,e4,58.84,0.00,stood down on the day,G 2.27.1,"%s",NEW,2024-04-02,0
            """
                .formatted(ExceptionCode.STOOD_DOWN.whatToDo()));
    assertThat(file("rows.csv"))
        .isEqualTo(
            """
            file,line,entry_id,officer_id,outcome,reason
            timesheets.csv,12,e4,A1,HELD,STOOD_DOWN
            """);
  }

  @Test
  @DisplayName(
      "A matter keeps the date it was first seen on, and its age is counted in days of run dates")
  void age() throws IOException {
    ExceptionStanding known =
        exception ->
            new ExceptionStanding.Standing(
                ExceptionStanding.Status.REOPENED,
                Samples.day("2024-02-28"),
                "end was 22:00, now 23:15");
    Outcome outcome =
        new Outcome(
            "",
            List.of(),
            List.of(),
            List.of(Samples.badRow("", "roster.csv", 0, "no date")),
            List.of());
    try (OutcomePart writer =
        OutcomePart.open(parts, "p", "", CsvFile.OF_A_NIGHT, known, Samples.RUN_DATE)) {
      writer.append(outcome);
    }
    assemble();
    assertThat(file("exceptions.csv"))
        .endsWith(",REOPENED,2024-02-28,34\n")
        .contains(",BAD_ROW,,,roster.csv,,,,,")
        .contains(" Changed since it was decided: end was 22:00, now 23:15.");
  }

  @Test
  @DisplayName("Officers of all partitions and runs come in the order of their ids' bytes")
  void order() throws IOException {
    // Two spool files in the first partition: the order starts anew within it.
    write("p0", paid("-Z"), paid("A1"), paid("B10"), paid("A10"), paid("b"));
    write("p1", paid(""), paid("0"), paid("B1"), paid("Z"));
    write("p2");
    assertThat(payroll().lines().skip(1).map(line -> cell(line, 0)))
        .containsExactly("", "'-Z", "0", "A1", "A10", "B1", "B10", "Z", "b");
  }

  @Test
  @DisplayName("Rows of one officer from two part files are put in the order of each file")
  void sameOfficerTwice() throws IOException {
    PayException early = Samples.held("A1", "2024-03-05", "-e2", 9, 100);
    PayException late = Samples.held("A1", "2024-03-05", "e1", 200, 100);
    PayException later = Samples.held("A1", "2024-03-05", "e1", 1_000, 100);
    PayException unknownDate = Samples.badRow("A1", "decisions.csv", 3, "=cmd");
    write(
        "p0", new Outcome("A1", List.of(), List.of(), List.of(early, later), List.of()), paid("B"));
    write("p1", new Outcome("A1", List.of(), List.of(), List.of(unknownDate, late), List.of()));
    assertThat(
            file("exceptions.csv").lines().skip(1).map(line -> cell(line, 6) + " " + cell(line, 7)))
        .containsExactly(
            "decisions.csv 3", "timesheets.csv 9", "timesheets.csv 200", "timesheets.csv 1000");
  }

  @Test
  @DisplayName("An officer with more rows than one block holds loses none")
  void manyRows() throws IOException {
    List<RowOutcome> rows =
        IntStream.range(2, 100_000)
            .mapToObj(
                line ->
                    Samples.row("timesheets.csv", line, "", RowOutcome.Kind.REJECTED, "BAD_ROW"))
            .toList();
    write("p0", new Outcome("", List.of(), List.of(), List.of(), rows), paid("A"));
    assertThat(file("rows.csv").lines().skip(1).map(line -> cell(line, 1)).limit(rows.size()))
        .isEqualTo(rows.stream().map(row -> Integer.toString(row.line())).toList());
  }

  @Test
  @DisplayName("After a restart the files are those of a run that was never interrupted")
  void restart() throws IOException {
    Outcome[] chunks = {paid("A"), paid("C"), paid("B"), paid("D"), paid("A2")};
    write("p", chunks);
    String uninterrupted = payroll();

    for (int committed = 0; committed <= chunks.length; committed++) {
      for (int lost = committed; lost <= chunks.length; lost++) {
        String position = "";
        // Never closed, as after a kill.
        OutcomePart killed =
            OutcomePart.open(parts, "p", "", CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE);
        for (int i = 0; i < lost; i++) {
          killed.append(chunks[i]);
          if (i + 1 == committed) {
            position = killed.position();
          }
        }
        killed.position();
        try (OutcomePart restarted =
            OutcomePart.open(parts, "p", position, CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE)) {
          for (int i = committed; i < chunks.length; i++) {
            restarted.append(chunks[i]);
          }
        }
        assemble();
        assertThat(payroll()).isEqualTo(uninterrupted);
      }
    }
  }

  @Test
  @DisplayName(
      "A part file that was cut or has a changed byte is refused, not merged; one that was"
          + " committed and never closed is whole")
  void damaged() throws IOException {
    OutcomePart killed =
        OutcomePart.open(parts, "p", "", CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE);
    killed.append(paid("A"));
    killed.position();
    assemble();
    assertThat(payroll().lines()).hasSize(2);
    Path part = parts.resolve("p.0.part");
    byte[] bytes = Files.readAllBytes(part);
    killed.append(paid("B"));
    killed.close();
    assemble();
    assertThat(payroll().lines()).hasSize(3);

    for (int length = 0; length < bytes.length; length++) {
      Files.write(part, Arrays.copyOf(bytes, length));
      assertThatThrownBy(this::assemble)
          .hasMessageContaining("p.0.part is damaged or not complete");
    }
    for (int i = 0; i < bytes.length - PartWriter.FRAME; i++) {
      bytes[i] ^= 1;
      Files.write(part, bytes);
      assertThatThrownBy(this::assemble).isInstanceOf(IOException.class);
      bytes[i] ^= 1;
    }
  }

  @Test
  @DisplayName("A part file shorter than at the last commit is refused on restart")
  void shorterThanCommitted() throws IOException {
    String position;
    try (OutcomePart writer =
        OutcomePart.open(parts, "p", "", CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE)) {
      writer.append(paid("A"));
      position = writer.position();
    }
    Files.write(parts.resolve("p.0.part"), new byte[10]);
    assertThatThrownBy(
            () ->
                OutcomePart.open(parts, "p", position, CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE))
        .hasMessageContaining("holds 10 bytes where")
        .hasMessageContaining("delete the work folder");
  }

  private static Outcome paid(String officerId) {
    return Samples.paid(officerId, 2, "e" + officerId, 5_884);
  }

  private void write(String partition, Outcome... outcomes) throws IOException {
    try (OutcomePart writer =
        OutcomePart.open(parts, partition, "", CsvFile.OF_A_NIGHT, FRESH, Samples.RUN_DATE)) {
      for (Outcome outcome : outcomes) {
        writer.append(outcome);
      }
    }
    assemble();
  }

  private static String cell(String line, int column) {
    return line.split(",", -1)[column];
  }

  private void assemble() throws IOException {
    Assembly.writeNight(parts, CsvFile.OF_A_NIGHT, folder, folder.resolve("aside"));
  }

  private String payroll() throws IOException {
    return file("payroll.csv");
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
