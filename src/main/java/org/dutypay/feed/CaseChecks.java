package org.dutypay.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.PaidPayment;
import org.dutypay.duty.Problem;
import org.dutypay.duty.RejectedRow;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Decision;
import org.dutypay.pay.ExceptionCode;
import org.jspecify.annotations.Nullable;

/**
 * The checks of contract 2 that need more than one row, for one officer, in the contract's order:
 * what an earlier check rejects takes no part in a later one. Rows are added in the order of their
 * files.
 */
final class CaseChecks {

  /** Days from the first to the last, both included, taken by the row on a line. */
  private record Taken(long from, long to, int line) {}

  private final String officerId;
  private final ForceDays forceDays;
  private final long runDate;
  private final List<OfficerRecord> records = new ArrayList<>();
  private final List<RosterDay> roster = new ArrayList<>();
  private final List<Duty> duties = new ArrayList<>();
  private final List<ActingDay> acting = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Secondment> secondments = new ArrayList<>();
  private final List<OpeningBalance> openingBalances = new ArrayList<>();
  private final List<PaidPayment> paidHistory = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  CaseChecks(String officerId, ForceDays forceDays, long runDate) {
    this.officerId = officerId;
    this.forceDays = forceDays;
    this.runDate = runDate;
  }

  String officerId() {
    return officerId;
  }

  void addRejected(RejectedRow row) {
    rejected.add(row);
  }

  void add(OfficerRecord row) {
    records.add(row);
  }

  void add(RosterDay row) {
    roster.add(row);
  }

  void add(Duty row, boolean repeatsAnId) {
    if (repeatsAnId) {
      reject(
          row,
          ExceptionCode.DUPLICATE_ENTRY,
          "column entry_id: '" + row.entryId() + "' is the id of an earlier line");
    } else {
      duties.add(row);
    }
  }

  void add(ActingDay row) {
    acting.add(row);
  }

  void add(Claim row, boolean repeatsAnId) {
    if (repeatsAnId) {
      reject(
          row,
          ExceptionCode.DUPLICATE_ENTRY,
          "column claim_id: '" + row.claimId() + "' is the id of an earlier line");
    } else {
      claims.add(row);
    }
  }

  void add(Secondment row) {
    secondments.add(row);
  }

  void add(OpeningBalance row) {
    openingBalances.add(row);
  }

  void add(PaidPayment row) {
    paidHistory.add(row);
  }

  OfficerCase officerCase(Map<Long, Decision> decisions) {
    refuseOverlappingRecords();
    refuseActing();
    refuseSecondRosterRows();
    refuseDaysWithoutRecord();
    refuseFutureDuties();
    refuseOverlappingDuties();
    acting.sort(Comparator.comparingLong(ActingDay::date));
    claims.sort(
        Comparator.comparingLong(Claim::date).thenComparing(Claim::claimId, ByteOrder.OF_UTF_8));
    secondments.sort(Comparator.comparingLong(Secondment::from).thenComparingInt(Secondment::line));
    openingBalances.sort(
        Comparator.comparingLong(OpeningBalance::date).thenComparing(OpeningBalance::account));
    paidHistory.sort(
        Comparator.comparingLong(PaidPayment::workDate)
            .thenComparing(PaidPayment::element)
            .thenComparingLong(PaidPayment::amountPence)
            .thenComparingLong(PaidPayment::unitsHundredths));
    return new OfficerCase(
        officerId,
        records,
        roster,
        duties,
        acting,
        claims,
        secondments,
        openingBalances,
        paidHistory,
        rejected.isEmpty() ? rejected : SubKeys.numbered(rejected),
        decisions);
  }

  /** Of two officers rows that share a day the later one in the file is refused. */
  private void refuseOverlappingRecords() {
    NavigableMap<Long, Taken> taken = new TreeMap<>();
    records.removeIf(
        row -> {
          Taken other = taking(taken, row.from(), row.to(), row.line());
          if (other == null) {
            return false;
          }
          reject(
              FeedFile.OFFICERS,
              row.line(),
              ExceptionCode.BAD_ROW,
              None.NONE,
              "",
              "",
              "column effective_from: line "
                  + other.line()
                  + " already says what the officer was on some of these days",
              OfficersFile.cellsText(officerId, row));
          return true;
        });
    records.sort(Comparator.comparingLong(OfficerRecord::from));
  }

  private void refuseActing() {
    NavigableMap<Long, Taken> taken = new TreeMap<>();
    acting.removeIf(
        row -> {
          String problem = actingProblem(row);
          if (problem.isEmpty()) {
            Taken other = taking(taken, row.date(), row.to(), row.line());
            if (other != null) {
              problem =
                  "column date: line "
                      + other.line()
                      + " already has "
                      + (other.from() == other.to() ? "this day" : "some of these days");
            }
          }
          if (!problem.isEmpty()) {
            reject(row, ExceptionCode.BAD_ROW, problem);
          }
          return !problem.isEmpty();
        });
  }

  private String actingProblem(ActingDay row) {
    OfficerRecord officer = recordOn(row.date());
    if (officer == null) {
      return "";
    }
    if (!row.actingRank().isAbove(officer.rank())) {
      return "column acting_rank: '"
          + row.actingRank()
          + "' is not above the officer's own rank of "
          + officer.rank();
    }
    boolean byTheHour = officer.variableShifts() || officer.isPartTime();
    if (row.basis() == ActingDay.Basis.ACTING
        && byTheHour
        && !None.isGiven(row.hoursTenThousandths())) {
      return "column hours: it is empty, and an officer who is part-time or on variable shifts acts"
          + " by the hour";
    }
    return "";
  }

  private void refuseSecondRosterRows() {
    roster.sort(Comparator.comparingLong(RosterDay::date).thenComparingInt(RosterDay::line));
    int kept = 0;
    for (int i = 0; i < roster.size(); i++) {
      RosterDay row = roster.get(i);
      if (kept > 0 && roster.get(kept - 1).date() == row.date()) {
        reject(
            row,
            ExceptionCode.DUPLICATE_ROSTER,
            "column date: line "
                + roster.get(kept - 1).line()
                + " is already the officer's row for "
                + Written.date(row.date()));
      } else {
        roster.set(kept++, row);
      }
    }
    roster.subList(kept, roster.size()).clear();
  }

  private void refuseDaysWithoutRecord() {
    roster.removeIf(
        row -> {
          boolean unknown = recordOn(row.date()) == null;
          if (unknown) {
            reject(row, ExceptionCode.UNKNOWN_OFFICER, noRecord(row.date()));
          }
          return unknown;
        });
    duties.removeIf(
        row -> {
          long date = forceDays.of(row.start());
          boolean unknown = recordOn(date) == null;
          if (unknown) {
            reject(row, ExceptionCode.UNKNOWN_OFFICER, noRecord(date));
          }
          return unknown;
        });
    acting.removeIf(
        row -> {
          boolean unknown = recordOn(row.date()) == null;
          if (unknown) {
            reject(row, ExceptionCode.UNKNOWN_OFFICER, noRecord(row.date()));
          }
          return unknown;
        });
    claims.removeIf(
        row -> {
          boolean unknown = recordOn(row.date()) == null;
          if (unknown) {
            reject(row, ExceptionCode.UNKNOWN_OFFICER, noRecord(row.date()));
          }
          return unknown;
        });
  }

  private String noRecord(long date) {
    return "column officer_id: no officers row of '" + officerId + "' covers " + Written.date(date);
  }

  private void refuseFutureDuties() {
    long endOfRunDate = London.minute(runDate + 1, 0);
    duties.removeIf(
        row -> {
          boolean future = row.start() >= endOfRunDate;
          if (future) {
            reject(
                row,
                ExceptionCode.FUTURE_DUTY,
                "column start: '"
                    + Written.moment(row.start())
                    + "' is after the run date "
                    + Written.date(runDate));
          }
          return future;
        });
  }

  /** Of duties that share a minute none is kept. */
  private void refuseOverlappingDuties() {
    duties.sort(
        Comparator.comparingLong(Duty::start)
            .thenComparingLong(Duty::end)
            .thenComparingInt(Duty::line));
    List<Duty> kept = new ArrayList<>(duties.size());
    Duty longest = null;
    for (int i = 0; i < duties.size(); i++) {
      Duty row = duties.get(i);
      Duty next = i + 1 < duties.size() ? duties.get(i + 1) : null;
      Duty other = null;
      if (longest != null && longest.end() > row.start()) {
        other = longest;
      } else if (next != null && next.start() < row.end()) {
        other = next;
      }
      if (other == null) {
        kept.add(row);
      } else {
        reject(
            row,
            ExceptionCode.DUTY_OVERLAP,
            "column start: entry '"
                + other.entryId()
                + "' on line "
                + other.line()
                + " has some of the same time, from "
                + Written.moment(Math.max(row.start(), other.start())));
      }
      if (longest == null || row.end() > longest.end()) {
        longest = row;
      }
    }
    duties.clear();
    duties.addAll(kept);
  }

  /**
   * Takes the days from one to another, unless a row has taken some of them before: that row's
   * days.
   */
  private static @Nullable Taken taking(
      NavigableMap<Long, Taken> taken, long from, long to, int line) {
    Map.Entry<Long, Taken> before = taken.floorEntry(to);
    if (before != null && before.getValue().to() >= from) {
      return before.getValue();
    }
    taken.put(from, new Taken(from, to, line));
    return null;
  }

  private @Nullable OfficerRecord recordOn(long date) {
    int low = 0;
    int high = records.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      OfficerRecord officer = records.get(middle);
      if (date < officer.from()) {
        high = middle - 1;
      } else if (date > officer.to()) {
        low = middle + 1;
      } else {
        return officer;
      }
    }
    return null;
  }

  private void reject(RosterDay row, ExceptionCode code, String problem) {
    reject(
        FeedFile.ROSTER,
        row.line(),
        code,
        row.date(),
        "",
        "",
        problem,
        RosterFile.cellsText(officerId, row));
  }

  private void reject(Duty row, ExceptionCode code, String problem) {
    reject(
        FeedFile.TIMESHEETS,
        row.line(),
        code,
        forceDays.of(row.start()),
        row.entryId(),
        "",
        problem,
        TimesheetsFile.cellsText(officerId, row));
  }

  private void reject(ActingDay row, ExceptionCode code, String problem) {
    reject(
        FeedFile.ACTING,
        row.line(),
        code,
        row.date(),
        "",
        "",
        problem,
        ActingFile.cellsText(officerId, row));
  }

  private void reject(Claim row, ExceptionCode code, String problem) {
    reject(
        FeedFile.CLAIMS,
        row.line(),
        code,
        row.date(),
        row.claimId(),
        "",
        problem,
        ClaimsFile.cellsText(officerId, row));
  }

  private void reject(
      FeedFile file,
      int line,
      ExceptionCode code,
      long date,
      String entryId,
      String subKey,
      String problem,
      String cells) {
    rejected.add(
        new RejectedRow(
            file.fileName(),
            line,
            code,
            officerId,
            date,
            entryId,
            subKey,
            new Problem(problem),
            cells));
  }
}
