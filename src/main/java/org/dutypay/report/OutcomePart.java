package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.Balance;
import org.dutypay.pay.KnownNow;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;

/**
 * A partition's part files with all that officers' cases give: lines of pay, balances, exceptions
 * and the account of rows, each row with its cells in the order of its file's header.
 */
public final class OutcomePart implements PartFiles {

  /** Between the message of a reopened matter and what has changed. */
  static final String CHANGED = " Changed since it was decided: ";

  private static final Comparator<RowOutcome> ACCOUNT_ORDER =
      Comparator.comparing(RowOutcome::file).thenComparingInt(RowOutcome::line);

  private final PartWriter part;
  private final ExceptionStanding standing;
  private final long runDate;

  private OutcomePart(PartWriter part, ExceptionStanding standing, long runDate) {
    this.part = part;
    this.standing = standing;
    this.runDate = runDate;
  }

  /**
   * Opens a partition's part files, as {@link PartWriter#open} does.
   *
   * @param files those of a night or of a closing; {@link CsvFile#MATTERS} may be left out
   * @param runDate the run date as an epoch day, for the age of exceptions
   */
  public static OutcomePart open(
      Path folder,
      String partition,
      String position,
      List<CsvFile> files,
      ExceptionStanding standing,
      long runDate)
      throws IOException {
    return new OutcomePart(PartWriter.open(folder, partition, position, files), standing, runDate);
  }

  /** Appends all that one officer's case gives. */
  public void append(Outcome outcome) throws IOException {
    append(outcome, List.of(), exception -> MatterDetail.NONE, Optional.empty());
  }

  /**
   * Appends all that one officer's case gives.
   *
   * @param records what the officers file says of the officer
   * @param details what gives the details of the outcome's exceptions
   * @param known what a closing keeps of the officer
   */
  public void append(
      Outcome outcome,
      List<OfficerRecord> records,
      Function<PayException, MatterDetail> details,
      Optional<KnownNow> known)
      throws IOException {
    String officerId = outcome.officerId();
    part.begin(officerId);
    for (PayLine line : outcome.lines()) {
      payroll(part.to(CsvFile.PAYROLL), officerId, line);
    }
    for (Balance balance : outcome.balances()) {
      balance(part.to(CsvFile.BALANCES), officerId, balance);
    }
    for (PayException exception : outcome.exceptions()) {
      exception(part.to(CsvFile.EXCEPTIONS), exception);
      if (part.holds(CsvFile.MATTERS)) {
        matter(part.to(CsvFile.MATTERS), exception, details.apply(exception));
      }
    }
    account(part, CsvFile.ROWS, outcome.officerId(), outcome.rows());
    for (OfficerRecord record : records) {
      ShownOfficers.write(part.to(CsvFile.SHOWN), officerId, record);
    }
    if (known.isPresent()) {
      LedgerFiles.known(part.to(CsvFile.KNOWN), known.get());
    }
    part.end();
  }

  /** Appends what became of an officer's rows, in the order of rows.csv: by input file and line. */
  static void account(PartWriter part, CsvFile file, String officerId, List<RowOutcome> rows)
      throws IOException {
    for (RowOutcome row : rows.stream().sorted(ACCOUNT_ORDER).toList()) {
      account(part.to(file), officerId, row);
    }
  }

  @Override
  public String position() throws IOException {
    return part.position();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  static void payroll(CsvBytes csv, String officerId, PayLine line) {
    csv.text(officerId);
    csv.date(line.workDate());
    csv.word(line.element().name());
    csv.hundredths(line.unitsHundredths());
    csv.word(line.unit().name());
    if (line.type() == LineType.NEW) {
      csv.tenThousandths(line.rateTenThousandths());
      csv.word(line.multiple().toString());
    } else {
      // A difference has no rate of its own (contract 1).
      csv.empty();
      csv.empty();
    }
    csv.hundredths(line.amountPence());
    csv.flag(line.element().isPensionable());
    csv.word(line.type().name());
    csv.month(line.workDate());
    csv.text(line.rule().citation());
    csv.text(line.source());
    csv.text(line.note());
    csv.endRow();
  }

  private static void balance(CsvBytes csv, String officerId, Balance balance) {
    csv.text(officerId);
    csv.date(balance.workDate());
    csv.word(balance.account().name());
    if (balance.minutes() == Balance.NONE) {
      csv.empty();
      csv.hundredths(balance.daysHundredths());
    } else {
      csv.number(balance.minutes());
      csv.empty();
    }
    dateOrEmpty(csv, balance.expiresOn(), Balance.NONE);
    csv.text(balance.rule().citation());
    csv.text(balance.source());
    csv.text(balance.note());
    csv.endRow();
  }

  private void exception(CsvBytes csv, PayException exception) {
    ExceptionStanding.Standing stands = standing.of(exception);
    csv.hexadecimal(exception.id());
    csv.hexadecimal(exception.facts());
    csv.word(exception.severity().name());
    csv.word(exception.code().name());
    csv.text(exception.officerId());
    dateOrEmpty(csv, exception.date(), PayException.NONE);
    csv.text(exception.file());
    if (exception.line() == 0) {
      csv.empty();
    } else {
      csv.number(exception.line());
    }
    csv.text(exception.entryId());
    poundsOrEmpty(csv, stillHeld(exception, stands.status()));
    poundsOrEmpty(csv, exception.refusedPence());
    String message = exception.message();
    csv.text(stands.changed().isEmpty() ? message : message + CHANGED + stands.changed() + ".");
    csv.text(exception.rule().citation());
    csv.text(exception.code().whatToDo());
    csv.word(stands.status().name());
    csv.date(stands.firstSeen());
    csv.number(runDate - stands.firstSeen());
    csv.endRow();
  }

  private static void matter(CsvBytes csv, PayException exception, MatterDetail detail) {
    dateOrEmpty(csv, exception.date(), PayException.NONE);
    csv.word(exception.code().name());
    csv.text(exception.entryId());
    csv.text(exception.file());
    csv.number(exception.line());
    csv.hexadecimal(exception.id());
    csv.text(detail.rosterDay());
    csv.text(String.join(Matters.BETWEEN, detail.duties()));
    csv.text(String.join(Matters.BETWEEN, detail.paid()));
    csv.text(exception.factValues());
    csv.endRow();
  }

  /** Once a person has released or refused it, nothing is held any more. */
  private static long stillHeld(PayException exception, ExceptionStanding.Status status) {
    boolean isDecided =
        status == ExceptionStanding.Status.RELEASED || status == ExceptionStanding.Status.REFUSED;
    return isDecided && exception.heldPence() != PayException.NONE ? 0 : exception.heldPence();
  }

  private static void account(CsvBytes csv, String officerId, RowOutcome row) {
    csv.text(row.file());
    csv.number(row.line());
    csv.text(row.entryId());
    csv.text(officerId);
    csv.word(row.kind().name());
    csv.text(row.reason());
    csv.endRow();
  }

  static void dateOrEmpty(CsvBytes csv, long epochDay, long none) {
    if (epochDay == none) {
      csv.empty();
    } else {
      csv.date(epochDay);
    }
  }

  private static void poundsOrEmpty(CsvBytes csv, long pence) {
    if (pence == PayException.NONE) {
      csv.empty();
    } else {
      csv.hundredths(pence);
    }
  }
}
