package org.dutypay.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Duty;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Part;
import org.dutypay.duty.RejectedRow;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.RowOutcome.Kind;

/**
 * What became of each row of one officer. A row may end in several parts; it counts once, as the
 * first that fits of: paid, held, balance only, not due, salary only; and as not due where all of
 * it lies outside the range.
 */
final class RowAccount {

  private static final int PAID = 1;
  private static final int HELD = 2;
  private static final int BALANCE = 4;
  private static final int NOT_DUE = 8;
  private static final int SALARY = 16;

  private final RunContext run;
  private final OfficerCase officer;

  /** By line in timesheets.csv. */
  private final Map<Integer, Mark> marks = new HashMap<>();

  private static final class Mark {
    int seen;
    String held = "";
    String notDue = "";
  }

  RowAccount(OfficerCase officer, RunContext run) {
    this.officer = officer;
    this.run = run;
  }

  void paid(long date, List<Duty> duties) {
    mark(date, duties, PAID);
  }

  void credited(long date, List<Duty> duties) {
    mark(date, duties, BALANCE);
  }

  void held(long date, List<Duty> duties, ExceptionCode code) {
    for (Duty duty : mark(date, duties, HELD)) {
      markOf(duty).held = code.name();
    }
  }

  void notDue(Part part, String reason) {
    for (Duty duty : mark(part.day().date(), part.duties(), NOT_DUE)) {
      Mark mark = markOf(duty);
      if (mark.notDue.isEmpty()) {
        mark.notDue = reason;
      }
    }
  }

  void salary(Part part) {
    mark(part.day().date(), part.duties(), SALARY);
  }

  private List<Duty> mark(long date, List<Duty> duties, int what) {
    if (!run.reports(date)) {
      return List.of();
    }
    for (Duty duty : duties) {
      markOf(duty).seen |= what;
    }
    return duties;
  }

  private Mark markOf(Duty duty) {
    return marks.computeIfAbsent(duty.line(), row -> new Mark());
  }

  /** Every row of the case, each once. */
  List<RowOutcome> outcomes() {
    List<RowOutcome> rows = new ArrayList<>();
    for (Duty duty : officer.duties()) {
      rows.add(outcome(duty));
    }
    for (ActingDay acting : officer.acting()) {
      rows.add(unsupported("acting.csv", acting.line(), "", acting.date(), acting.to()));
    }
    for (Claim claim : officer.claims()) {
      rows.add(
          unsupported("claims.csv", claim.line(), claim.claimId(), claim.date(), claim.date()));
    }
    for (RejectedRow row : officer.rejected()) {
      rows.add(
          new RowOutcome(row.file(), row.line(), row.entryId(), Kind.REJECTED, row.code().name()));
    }
    return rows;
  }

  private RowOutcome outcome(Duty duty) {
    Mark mark = marks.get(duty.line());
    Kind kind;
    String reason = "";
    if (mark == null) {
      kind = Kind.NOT_DUE;
      reason = RowOutcome.OUTSIDE_RANGE;
    } else if ((mark.seen & PAID) != 0) {
      kind = Kind.PAID;
    } else if ((mark.seen & HELD) != 0) {
      kind = Kind.HELD;
      reason = mark.held;
    } else if ((mark.seen & BALANCE) != 0) {
      kind = Kind.BALANCE_ONLY;
    } else if ((mark.seen & NOT_DUE) != 0) {
      kind = Kind.NOT_DUE;
      reason = mark.notDue;
    } else {
      kind = Kind.SALARY_ONLY;
    }
    return new RowOutcome(Assessment.TIMESHEETS, duty.line(), duty.entryId(), kind, reason);
  }

  private RowOutcome unsupported(String file, int line, String entryId, long from, long to) {
    boolean reported = from <= run.to() && to >= run.from();
    return reported
        ? new RowOutcome(file, line, entryId, Kind.HELD, ExceptionCode.NOT_YET_SUPPORTED.name())
        : new RowOutcome(file, line, entryId, Kind.NOT_DUE, RowOutcome.OUTSIDE_RANGE);
  }
}
