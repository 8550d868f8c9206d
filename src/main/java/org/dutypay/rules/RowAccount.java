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
import org.jspecify.annotations.Nullable;

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

  /** Paid or credited for a closed day: with its period's payroll, or as a difference to it. */
  private static final int PAID_FOR_CLOSED_DAY = 32;

  private static final int CREDITED_FOR_CLOSED_DAY = 64;

  private final RunContext run;
  private final OfficerCase officer;

  /** Of timesheets.csv, by line, as are the two others. */
  private final Map<Integer, Mark> marks = new HashMap<>();

  private final Map<Integer, Mark> actingMarks = new HashMap<>();
  private final Map<Integer, Mark> claimMarks = new HashMap<>();

  private static final class Mark {
    int seen;
    String held = "";
    String notDue = "";

    void held(ExceptionCode code) {
      held = code.name();
    }

    /** The first reason stands. */
    void notDue(String reason) {
      if (notDue.isEmpty()) {
        notDue = reason;
      }
    }
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
      markOf(duty).held(code);
    }
  }

  void notDue(Part part, String reason) {
    for (Duty duty : mark(part.day().date(), part.duties(), NOT_DUE)) {
      markOf(duty).notDue(reason);
    }
  }

  void salary(Part part) {
    mark(part.day().date(), part.duties(), SALARY);
  }

  void paid(long date, ActingDay row) {
    mark(date, row, PAID);
  }

  void held(long date, ActingDay row, ExceptionCode code) {
    mark(date, row, HELD).held(code);
  }

  void notDue(long date, ActingDay row, String reason) {
    mark(date, row, NOT_DUE).notDue(reason);
  }

  void paid(Claim row) {
    mark(row, PAID);
  }

  void held(Claim row, ExceptionCode code) {
    mark(row, HELD).held(code);
  }

  void notDue(Claim row, String reason) {
    mark(row, NOT_DUE).notDue(reason);
  }

  private Mark mark(long date, ActingDay row, int what) {
    return run.reports(date) ? mark(actingMarks, row.line(), on(date, what)) : new Mark();
  }

  private Mark mark(Claim row, int what) {
    return run.reports(row.date())
        ? mark(claimMarks, row.line(), on(row.date(), what))
        : new Mark();
  }

  private int on(long date, int what) {
    if (!run.closed().hold(date)) {
      return what;
    }
    return switch (what) {
      case PAID -> PAID_FOR_CLOSED_DAY;
      case BALANCE -> CREDITED_FOR_CLOSED_DAY;
      default -> what;
    };
  }

  private static Mark mark(Map<Integer, Mark> marks, int line, int what) {
    Mark mark = marks.computeIfAbsent(line, row -> new Mark());
    mark.seen |= what;
    return mark;
  }

  private List<Duty> mark(long date, List<Duty> duties, int what) {
    if (!run.reports(date)) {
      return List.of();
    }
    for (Duty duty : duties) {
      markOf(duty).seen |= on(date, what);
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
      rows.add(outcome(Assessment.TIMESHEETS, duty.line(), duty.entryId(), marks.get(duty.line())));
    }
    for (ActingDay acting : officer.acting()) {
      rows.add(outcome(Assessment.ACTING, acting.line(), "", actingMarks.get(acting.line())));
    }
    for (Claim claim : officer.claims()) {
      rows.add(
          outcome(Assessment.CLAIMS, claim.line(), claim.claimId(), claimMarks.get(claim.line())));
    }
    for (RejectedRow row : officer.rejected()) {
      rows.add(RowOutcome.rejected(row.file(), row.line(), row.entryId(), row.code()));
    }
    return rows;
  }

  private static RowOutcome outcome(String file, int line, String entryId, @Nullable Mark mark) {
    Kind kind;
    String reason = "";
    if (mark == null) {
      kind = Kind.NOT_DUE;
      reason = RowOutcome.OUTSIDE_RANGE;
    } else if ((mark.seen & PAID) != 0) {
      kind = Kind.PAID;
    } else if ((mark.seen & PAID_FOR_CLOSED_DAY) != 0) {
      kind = Kind.PAID;
      reason = RowOutcome.CLOSED_PERIOD;
    } else if ((mark.seen & HELD) != 0) {
      kind = Kind.HELD;
      reason = mark.held;
    } else if ((mark.seen & BALANCE) != 0) {
      kind = Kind.BALANCE_ONLY;
    } else if ((mark.seen & CREDITED_FOR_CLOSED_DAY) != 0) {
      kind = Kind.BALANCE_ONLY;
      reason = RowOutcome.CLOSED_PERIOD;
    } else if ((mark.seen & NOT_DUE) != 0) {
      kind = Kind.NOT_DUE;
      reason = mark.notDue;
    } else {
      kind = Kind.SALARY_ONLY;
    }
    return new RowOutcome(file, line, entryId, kind, reason);
  }
}
