package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Duty;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;
import org.dutypay.duty.RejectedRow;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Decision;
import org.dutypay.pay.PayException;
import org.dutypay.reference.Policy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
    "An officer's case holds the rows that can be used, and those that cannot with the reason")
class CaseReaderTest {

  private static final String DAY = ",,,,,,,,,,";
  private final WrittenFeed feed;

  CaseReaderTest(@TempDir Path folder) {
    feed = WrittenFeed.in(folder);
  }

  @Nested
  @DisplayName("What a row says arrives in the case")
  class Values {

    @Test
    @DisplayName("of an officers row")
    void officer() {
      feed.file(
          "officers.csv",
          WrittenFeed.OFFICERS,
          "B2,2020-02-29,2024-12-31,Jo"
              + " Day,CID,SERGEANT,SERGEANT,4,31.5,VARIABLE,2010-01-01,INSPECTOR,Y,Y",
          "C3,2020-02-29,,,,CHIEF_INSPECTOR,CHIEF_INSPECTOR_LONDON,3,,,,,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.officer("B2").records())
          .containsExactly(
              new OfficerRecord(
                  2,
                  day("2020-02-29"),
                  day("2024-12-31"),
                  "Jo Day",
                  "CID",
                  Rank.SERGEANT,
                  "SERGEANT",
                  "4",
                  315_000,
                  true,
                  day("2010-01-01"),
                  Rank.INSPECTOR,
                  true,
                  true));
      assertThat(result.officer("C3").records())
          .containsExactly(
              new OfficerRecord(
                  3,
                  day("2020-02-29"),
                  Long.MAX_VALUE,
                  "",
                  "",
                  Rank.CHIEF_INSPECTOR,
                  "CHIEF_INSPECTOR_LONDON",
                  "3",
                  400_000,
                  false,
                  None.NONE,
                  null,
                  false,
                  false));
    }

    @Test
    @DisplayName("of a roster row")
    void roster() {
      feed.file(
          "roster.csv",
          WrittenFeed.ROSTER,
          "A1,2024-03-04,DUTY,22:00,06:00,2024-01-01,REST_DAY,LIEU_DAY,2024-02-01",
          "A1,2024-03-05,REST_DAY,07:00,15:00,,PUBLIC_HOLIDAY,,",
          "A1,2024-03-06,LIEU_DAY,,,,PUBLIC_HOLIDAY,,");
      assertThat(feed.read().officer("A1").roster())
          .containsExactly(
              new RosterDay(
                  2,
                  day("2024-03-04"),
                  DayType.DUTY,
                  22 * 60,
                  6 * 60,
                  day("2024-01-01"),
                  DayType.REST_DAY,
                  DayType.LIEU_DAY,
                  day("2024-02-01")),
              new RosterDay(
                  3,
                  day("2024-03-05"),
                  DayType.REST_DAY,
                  RosterDay.NO_TIME,
                  RosterDay.NO_TIME,
                  None.NONE,
                  null,
                  null,
                  None.NONE),
              new RosterDay(
                  4,
                  day("2024-03-06"),
                  DayType.LIEU_DAY,
                  RosterDay.NO_TIME,
                  RosterDay.NO_TIME,
                  None.NONE,
                  DayType.PUBLIC_HOLIDAY,
                  null,
                  None.NONE));
    }

    @Test
    @DisplayName("of a timesheet row")
    void duty() {
      feed.file(
          "timesheets.csv",
          WrittenFeed.TIMESHEETS,
          "t2,A1,2024-03-04T15:00,2024-03-04T17:00,2024-03-04T02:00,TOIL,45,Y,Y,COMMANDER,2024-03-20,2024-03-05T09:00,"
              + "2024-02-01T10:00,2024-03-06",
          "t1,A1,2024-03-04T07:00,2024-03-04T15:00,,PAY,,N,,,,,,");
      assertThat(feed.read().officer("A1").duties())
          .containsExactly(
              new Duty(
                  "t1",
                  3,
                  minute("2024-03-04", 7),
                  minute("2024-03-04", 15),
                  None.NONE,
                  false,
                  0,
                  false,
                  false,
                  null,
                  None.NONE,
                  None.NONE,
                  None.NONE,
                  None.NONE,
                  ""),
              new Duty(
                  "t2",
                  2,
                  minute("2024-03-04", 15),
                  minute("2024-03-04", 17),
                  minute("2024-03-04", 2),
                  true,
                  45,
                  true,
                  true,
                  Rank.COMMANDER,
                  day("2024-03-20"),
                  minute("2024-03-05", 9),
                  minute("2024-02-01", 10),
                  day("2024-03-06"),
                  ""));
    }

    @Test
    @DisplayName("of an acting row, a claim, a secondment, an opening balance and a decision")
    void others() {
      feed.file(
              "acting.csv",
              WrittenFeed.ACTING,
              "A1,2024-04-08,SERGEANT,TEMPORARY_SALARY,7.5,Y,SUPERINTENDENT,Y,Y,2024-04-15,Y,2024-04-09,3")
          .file("claims.csv", WrittenFeed.CLAIMS, "c1,A1,2024-03-04,MILEAGE,12.3456,0.45,court,Y,Y")
          .file(
              "secondments.csv",
              "officer_id,host,from,to,basis,agreement_reference,recharge_percent",
              "A1,NCA,2024-03-05,2024-03-31,REG13A,X1,50")
          .file(
              "opening-balances.csv",
              "officer_id,account,date,minutes,days,expires_on",
              "A1,TOIL,2024-02-29,480,,2024-05-31")
          .file(
              "decisions.csv",
              "exception_id,facts,decision,decided_by,decided_at,reason",
              "fedcba9876543210,,REFUSE,HR-1,2024-03-20T10:00,no",
              "0123456789ABCDEF,8000000000000001,RELEASE,HR-1,2024-03-20T10:00,");
      WrittenFeed.Result result = feed.read();
      OfficerCase officer = result.officer("A1");
      assertThat(officer.acting())
          .containsExactly(
              new ActingDay(
                  2,
                  day("2024-04-08"),
                  day("2024-04-09"),
                  Rank.SERGEANT,
                  ActingDay.Basis.TEMPORARY_SALARY,
                  75_000,
                  true,
                  Rank.SUPERINTENDENT,
                  true,
                  true,
                  day("2024-04-15"),
                  true,
                  "3",
                  ""));
      assertThat(officer.claims().toString())
          .contains("claimId=c1", "type=MILEAGE", "=123456,", "amountPence=45", "reason=court");
      assertThat(officer.secondments().toString())
          .contains("host=NCA", "basis=REG13A", "agreementReference=X1", "=500000]");
      assertThat(officer.openingBalances().toString())
          .contains(
              "account=TOIL", "minutesTenThousandths=4800000", "daysTenThousandths=" + None.NONE);
      assertThat(result.spool().decisions())
          .containsExactly(
              new DecisionRow(
                  2,
                  0xfedcba9876543210L,
                  OptionalLong.empty(),
                  Decision.Verdict.REFUSE,
                  "HR-1",
                  minute("2024-03-20", 10),
                  "no"),
              new DecisionRow(
                  3,
                  0x0123456789abcdefL,
                  OptionalLong.of(0x8000000000000001L),
                  Decision.Verdict.RELEASE,
                  "HR-1",
                  minute("2024-03-20", 10),
                  ""));
    }

    @Test
    @DisplayName("and what was decided for the officer comes with it")
    void decisions() {
      Spool spool = feed.spool();
      Decision decision = new Decision(Decision.Verdict.RELEASE, OptionalLong.empty());
      CaseReader reader =
          new CaseReader(
              Policy.standard().forceDays(),
              day("2024-12-31"),
              officer -> officer.equals("A1") ? Map.of(7L, decision) : Map.of());
      List<OfficerCase> cases = new ArrayList<>();
      for (int i = 0; i < spool.fileCount(); i++) {
        cases.addAll(reader.load(spool.file(i)));
      }
      assertThat(cases)
          .singleElement()
          .extracting(OfficerCase::decisions)
          .isEqualTo(Map.of(7L, decision));
    }
  }

  @Nested
  @DisplayName("Rows that need another row to be refused")
  class Checks {

    @Test
    @DisplayName(
        "an id that an earlier line has, of another officer too, on whatever side of the spool")
    void duplicateEntry() {
      List<String> officers = new ArrayList<>(List.of(WrittenFeed.OFFICERS));
      List<String> rows = new ArrayList<>(List.of(WrittenFeed.TIMESHEETS));
      for (int i = 0; i < 50; i++) {
        officers.add("O" + i + ",2019-01-01,,,,CONSTABLE,CONSTABLE_2013,7,,,,,,");
        rows.add("t" + i % 25 + ",O" + i + ",2024-03-04T07:00,2024-03-04T15:00" + DAY);
      }
      feed.file("officers.csv", officers.toArray(String[]::new));
      feed.file("timesheets.csv", rows.toArray(String[]::new));
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .hasSize(25)
          .contains(
              "timesheets.csv:27 DUPLICATE_ENTRY O25 2024-03-04 t0",
              "timesheets.csv:51 DUPLICATE_ENTRY O49 2024-03-04 t24");
      assertThat(result.officer("O24").duties()).hasSize(1);
      assertThat(result.officer("O49").rejected())
          .singleElement()
          .extracting(row -> row.problem().inFull())
          .isEqualTo("column entry_id: 't24' is the id of an earlier line");
    }

    @Test
    @DisplayName("an id that only an unreadable row has had before stands")
    void firstReadableRowStands() {
      feed.file(
          "timesheets.csv",
          WrittenFeed.TIMESHEETS,
          "t1,A1,yesterday,2024-03-04T15:00" + DAY,
          "t1,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY,
          "t1,A1,2024-03-05T07:00,2024-03-05T15:00" + DAY);
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "timesheets.csv:2 BAD_ROW A1 - t1",
              "timesheets.csv:4 DUPLICATE_ENTRY A1 2024-03-05 t1");
      assertThat(result.officer("A1").duties()).extracting(Duty::line).containsExactly(3);
    }

    @Test
    @DisplayName("a claim may have the id of a booking")
    void idsOfDifferentFiles() {
      feed.file(
              "timesheets.csv",
              WrittenFeed.TIMESHEETS,
              "x,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY)
          .file("claims.csv", WrittenFeed.CLAIMS, "x,A1,2024-03-04,ON_CALL,,,,,");
      assertThat(feed.read().rejections()).isEmpty();
    }

    @Test
    @DisplayName(
        "a second roster row for a day, wherever it stands; a bad one before it does not count")
    void duplicateRoster() {
      feed.file(
          "roster.csv",
          WrittenFeed.ROSTER,
          "A1,2024-03-05,DUTY,,,,,,",
          "A1,2024-03-05,REST_DAY,,,,,,",
          "A1,2024-03-04,DUTY,07:00,15:00,,,,",
          "A1,2024-03-05,DUTY,07:00,15:00,,,,",
          "A1,2024-03-05,DUTY,07:00,15:00,,,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "roster.csv:2 BAD_ROW A1 2024-03-05 -",
              "roster.csv:5 DUPLICATE_ROSTER A1 2024-03-05 -",
              "roster.csv:6 DUPLICATE_ROSTER A1 2024-03-05 -");
      assertThat(result.officer("A1").roster()).extracting(RosterDay::line).containsExactly(4, 3);
      assertThat(result.rejected()).extracting(RejectedRow::subKey).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName(
        "rows on days that no officers row covers, bookings by the force day of their start")
    void unknownOfficer() {
      feed.file(
              "officers.csv",
              WrittenFeed.OFFICERS,
              "A1,2024-03-04,2024-03-05,,,CONSTABLE,CONSTABLE_2013,7,,,,,,")
          .file(
              "roster.csv",
              WrittenFeed.ROSTER,
              "A1,2024-03-03,REST_DAY,,,,,,",
              "A1,2024-03-04,REST_DAY,,,,,,",
              "A1,2024-03-05,REST_DAY,,,,,,",
              "A1,2024-03-06,REST_DAY,,,,,,")
          .file(
              "timesheets.csv",
              WrittenFeed.TIMESHEETS,
              "early,A1,2024-03-04T06:59,2024-03-04T15:00" + DAY,
              "first,A1,2024-03-04T15:00,2024-03-04T16:00" + DAY,
              "last,A1,2024-03-06T06:59,2024-03-06T08:00" + DAY,
              "late,A1,2024-03-06T08:00,2024-03-06T09:00" + DAY)
          .file("acting.csv", WrittenFeed.ACTING, "A1,2024-03-06,CONSTABLE,ACTING,,,,,,,,,")
          .file("claims.csv", WrittenFeed.CLAIMS, "c1,A1,2024-03-06,ON_CALL,,,,,")
          .file(
              "opening-balances.csv",
              "officer_id,account,date,minutes,days,expires_on",
              "Z9,TOIL,2024-02-29,480,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "acting.csv:2 UNKNOWN_OFFICER A1 2024-03-06 -",
              "claims.csv:2 UNKNOWN_OFFICER A1 2024-03-06 c1",
              "roster.csv:2 UNKNOWN_OFFICER A1 2024-03-03 -",
              "roster.csv:5 UNKNOWN_OFFICER A1 2024-03-06 -",
              "timesheets.csv:2 UNKNOWN_OFFICER A1 2024-03-03 early",
              "timesheets.csv:5 UNKNOWN_OFFICER A1 2024-03-06 late");
      assertThat(result.officer("A1").duties())
          .extracting(Duty::entryId)
          .containsExactly("first", "last");
      assertThat(result.officer("Z9").openingBalances()).hasSize(1);
    }

    @Test
    @DisplayName("duty that starts at or after the midnight that ends the run date")
    void futureDuty() {
      feed.runOn("2024-03-30")
          .file(
              "timesheets.csv",
              WrittenFeed.TIMESHEETS,
              "today,A1,2024-03-30T23:59,2024-03-31T09:00" + DAY,
              "future,A1,2024-03-31T00:00,2024-03-31T08:00" + DAY);
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly("timesheets.csv:3 FUTURE_DUTY A1 2024-03-30 future");
      assertThat(result.officer("A1").duties()).extracting(Duty::entryId).containsExactly("today");
    }

    @Test
    @DisplayName("all duties that overlap another, whichever comes first; one that touches stays")
    void overlaps() {
      feed.file(
          "timesheets.csv",
          WrittenFeed.TIMESHEETS,
          "touches,A1,2024-03-04T20:00,2024-03-04T21:00" + DAY,
          "inside,A1,2024-03-04T09:00,2024-03-04T10:00" + DAY,
          "long,A1,2024-03-04T07:00,2024-03-04T19:00" + DAY,
          "later,A1,2024-03-04T18:59,2024-03-04T20:00" + DAY,
          "apart,A1,2024-03-04T21:01,2024-03-04T22:00" + DAY,
          "same,A1,2024-03-06T07:00,2024-03-06T08:00" + DAY,
          "same2,A1,2024-03-06T07:00,2024-03-06T08:00" + DAY);
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "timesheets.csv:3 DUTY_OVERLAP A1 2024-03-04 inside",
              "timesheets.csv:4 DUTY_OVERLAP A1 2024-03-04 long",
              "timesheets.csv:5 DUTY_OVERLAP A1 2024-03-04 later",
              "timesheets.csv:7 DUTY_OVERLAP A1 2024-03-06 same",
              "timesheets.csv:8 DUTY_OVERLAP A1 2024-03-06 same2");
      assertThat(result.officer("A1").duties())
          .extracting(Duty::entryId)
          .containsExactly("touches", "apart");
    }

    @Test
    @DisplayName("a duty refused for its id or its date overlaps nothing")
    void refusedDutiesDoNotOverlap() {
      feed.file(
          "timesheets.csv",
          WrittenFeed.TIMESHEETS,
          "t1,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY,
          "t1,A1,2024-03-04T09:00,2024-03-04T17:00" + DAY);
      assertThat(feed.read().rejections())
          .containsExactly("timesheets.csv:3 DUPLICATE_ENTRY A1 2024-03-04 t1");
    }

    @Test
    @DisplayName(
        "an officers row that overlaps an accepted one before it; one that follows on stands")
    void overlappingOfficersRows() {
      String rest = ",,,CONSTABLE,CONSTABLE_2013,7,,,,,,";
      feed.file(
          "officers.csv",
          WrittenFeed.OFFICERS,
          "A1,2020-01-01,2020-12-31" + rest,
          "A1,2020-12-31,2022-12-31" + rest,
          "A1,2021-01-01,2021-12-31" + rest,
          "A1,2019-01-01," + rest,
          "A1,2022-01-01," + rest,
          "A1,2019-12-31,2019-12-31" + rest);
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly("officers.csv:3 BAD_ROW A1 - -", "officers.csv:5 BAD_ROW A1 - -");
      assertThat(result.officer("A1").records())
          .extracting(OfficerRecord::line)
          .containsExactly(7, 2, 4, 6);
      assertThat(result.rejected())
          .extracting(row -> row.problem().inFull())
          .contains(
              "column effective_from: line 2 already says what the officer was on some of these"
                  + " days");
    }
  }

  @Nested
  @DisplayName("Acting rows are checked against the officer")
  class Acting {

    @Test
    @DisplayName("the rank is above the officer's own on that day")
    void rank() {
      feed.file(
              "officers.csv",
              WrittenFeed.OFFICERS,
              "A1,2020-01-01,2024-04-08,,,CONSTABLE,CONSTABLE_2013,7,,,,,,",
              "A1,2024-04-09,,,,SERGEANT,SERGEANT,4,,,,,,")
          .file(
              "acting.csv",
              WrittenFeed.ACTING,
              "A1,2024-04-08,SERGEANT,ACTING,,,,,,,,,",
              "A1,2024-04-09,SERGEANT,ACTING,,,,,,,,,",
              "A1,2024-04-10,INSPECTOR,ACTING,,,,,,,,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections()).containsExactly("acting.csv:3 BAD_ROW A1 2024-04-09 -");
      assertThat(result.problem())
          .isEqualTo(
              "column acting_rank: 'SERGEANT' is not above the officer's own rank of SERGEANT");
    }

    @Test
    @DisplayName("a day is taken once; a temporary rank takes every day to its last")
    void secondRow() {
      feed.file(
          "acting.csv",
          WrittenFeed.ACTING,
          "A1,2024-04-08,SERGEANT,ACTING,,,,,,,,,",
          "A1,2024-04-08,INSPECTOR,ACTING,,,,,,,,,",
          "A1,2024-04-10,SERGEANT,TEMPORARY_SALARY,,,,,,,,2024-04-12,",
          "A1,2024-04-12,SERGEANT,ACTING,,,,,,,,,",
          "A1,2024-04-09,SERGEANT,TEMPORARY_PROMOTION,,,,,,,,2024-04-10,",
          "A1,2024-04-13,SERGEANT,ACTING,,,,,,,,,",
          "A1,2024-04-09,SERGEANT,ACTING,,,,,,,,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "acting.csv:3 BAD_ROW A1 2024-04-08 -",
              "acting.csv:5 BAD_ROW A1 2024-04-12 -",
              "acting.csv:6 BAD_ROW A1 2024-04-09 -");
      assertThat(result.officer("A1").acting())
          .extracting(ActingDay::line)
          .containsExactly(2, 8, 4, 7);
    }

    @Test
    @DisplayName("who is part-time or on variable shifts acts by the hour")
    void hours() {
      feed.file(
              "officers.csv",
              WrittenFeed.OFFICERS,
              "A1,2020-01-01,,,,CONSTABLE,CONSTABLE_2013,7,,,,,,",
              "P1,2020-01-01,,,,CONSTABLE,CONSTABLE_2013,7,39.9999,,,,,",
              "V1,2020-01-01,,,,CONSTABLE,CONSTABLE_2013,7,,VARIABLE,,,,")
          .file(
              "acting.csv",
              WrittenFeed.ACTING,
              "A1,2024-04-08,SERGEANT,ACTING,,,,,,,,,",
              "P1,2024-04-08,SERGEANT,ACTING,,,,,,,,,",
              "P1,2024-04-09,SERGEANT,ACTING,0,,,,,,,,",
              "P1,2024-04-10,SERGEANT,TEMPORARY_SALARY,,,,,,,,,",
              "V1,2024-04-08,SERGEANT,ACTING,,,,,,,,,",
              "V1,2024-04-08,SERGEANT,ACTING,8,,,,,,,,");
      WrittenFeed.Result result = feed.read();
      assertThat(result.rejections())
          .containsExactly(
              "acting.csv:3 BAD_ROW P1 2024-04-08 -", "acting.csv:6 BAD_ROW V1 2024-04-08 -");
      assertThat(result.officer("V1").acting()).hasSize(1);
    }
  }

  @Test
  @DisplayName("several refused rows with one id are kept apart")
  void matters() {
    feed.file(
        "timesheets.csv",
        WrittenFeed.TIMESHEETS,
        "t1,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY,
        "t1,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY,
        "t1,A1,2024-03-04T07:00,2024-03-04T15:00" + DAY,
        "t1,A1,x,2024-03-04T15:00" + DAY,
        "t1,A1,y,2024-03-04T15:00" + DAY,
        "t1,A1,2024-03-04T07:00,y" + DAY);
    assertThat(feed.read().rejected())
        .extracting(
            row ->
                PayException.idOf(
                    row.code(),
                    row.officerId(),
                    row.date(),
                    row.entryId(),
                    row.file(),
                    row.subKey()))
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("cases come by the bytes of their officers' ids, and a case can be asked for again")
  void order() {
    List<String> officers = new ArrayList<>(List.of(WrittenFeed.OFFICERS));
    for (int i = 0; i < 500; i++) {
      officers.add(
          Integer.toString(i * 7919 % 10_007, 36) + "-" + (i % 3 == 0 ? "a" : "B") + rest());
    }
    Spool spool = feed.file("officers.csv", officers.toArray(String[]::new)).spool();
    CaseReader reader =
        new CaseReader(Policy.standard().forceDays(), day("2024-12-31"), officer -> Map.of());
    int count = 0;
    for (int i = 0; i < spool.fileCount(); i++) {
      List<OfficerCase> cases = reader.load(spool.file(i));
      assertThat(cases).extracting(OfficerCase::officerId).isSorted().doesNotHaveDuplicates();
      assertThat(cases.getLast())
          .isEqualTo(cases.get(cases.size() - 1))
          .isNotSameAs(cases.getLast());
      count += cases.size();
    }
    assertThat(count).isEqualTo(500);
  }

  private static String rest() {
    return ",2019-01-01,,,,CONSTABLE,CONSTABLE_2013,7,,,,,,";
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  private static long minute(String date, int hour) {
    return London.minute(day(date), hour * 60);
  }
}
