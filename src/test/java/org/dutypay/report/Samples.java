package org.dutypay.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Rank;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
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

/** Lines, balances, exceptions and rows as the engine gives them. */
public final class Samples {

  public static final long RUN_DATE = day("2024-04-02");

  private Samples() {}

  public static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }

  /**
   * A constable's row of officers.csv.
   *
   * @param to empty = open
   */
  public static OfficerRecord record(String name, String unit, String from, String to) {
    return new OfficerRecord(
        2,
        day(from),
        to.isEmpty() ? Long.MAX_VALUE : day(to),
        name,
        unit,
        Rank.CONSTABLE,
        "CONSTABLE_2013",
        "7",
        OfficerRecord.FULL_TIME,
        false,
        None.NONE,
        null,
        false,
        false);
  }

  /** What is told of decisions, by exception: the one that holds, and those not applied. */
  public static ExceptionsPage.DecisionsTold told(
      Map<Long, DecisionTaken> taken, Map<Long, List<DecisionNotApplied>> notApplied) {
    return new ExceptionsPage.DecisionsTold() {
      @Override
      public Optional<DecisionTaken> of(
          long exceptionId, long facts, String code, String officerId) {
        return Optional.ofNullable(taken.get(exceptionId));
      }

      @Override
      public List<DecisionNotApplied> notApplied(long exceptionId) {
        return notApplied.getOrDefault(exceptionId, List.of());
      }
    };
  }

  public static PayLine overtime(String date, String source, long units, long pence, String note) {
    return new PayLine(
        day(date),
        Element.OVERTIME,
        units,
        Unit.HOURS,
        294_211,
        new Multiple(4, 3),
        pence,
        LineType.NEW,
        Paragraph.G_2_13_1,
        source,
        note);
  }

  public static Balance toil(String date, String source, long minutes) {
    return Balance.ofMinutes(
        day(date),
        Account.TOIL,
        minutes,
        day(date) + 92,
        Paragraph.G_2_17_1,
        source,
        "90 min at 4/3");
  }

  public static PayException held(
      String officerId, String date, String entryId, int line, long heldPence) {
    return exception(
        ExceptionCode.STOOD_DOWN,
        officerId,
        day(date),
        "timesheets.csv",
        line,
        entryId,
        heldPence,
        0);
  }

  public static PayException badRow(String officerId, String file, int line, String message) {
    return new PayException(
        PayException.idOf(ExceptionCode.BAD_ROW, officerId, PayException.NONE, "", file, message),
        1,
        ExceptionCode.BAD_ROW,
        ExceptionCode.BAD_ROW.severity(),
        officerId,
        PayException.NONE,
        file,
        line,
        "",
        PayException.NONE,
        PayException.NONE,
        message,
        ExceptionCode.BAD_ROW.rule(),
        "");
  }

  public static PayException exception(
      ExceptionCode code,
      String officerId,
      long date,
      String file,
      int line,
      String entryId,
      long heldPence,
      long refusedPence) {
    return new PayException(
        PayException.idOf(code, officerId, date, entryId, file, ""),
        0x0123456789abcdefL,
        code,
        code.severity(),
        officerId,
        date,
        file,
        line,
        entryId,
        heldPence,
        refusedPence,
        "the duty was stood down on the day",
        code.rule(),
        "");
  }

  public static RowOutcome row(
      String file, int line, String entryId, RowOutcome.Kind kind, String reason) {
    return new RowOutcome(file, line, entryId, kind, reason);
  }

  public static Outcome outcome(String officerId) {
    return new Outcome(officerId, List.of(), List.of(), List.of(), List.of());
  }

  /** An officer with one paid duty. */
  public static Outcome paid(String officerId, int line, String entryId, long pence) {
    return new Outcome(
        officerId,
        List.of(overtime("2024-03-05", entryId, 200, pence, "planned, 120 min retained")),
        List.of(),
        List.of(),
        List.of(row("timesheets.csv", line, entryId, RowOutcome.Kind.PAID, "")));
  }
}
