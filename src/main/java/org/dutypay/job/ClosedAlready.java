package org.dutypay.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.LedgerException;
import org.dutypay.ledger.Runs;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a period may be closed: periods are closed in order, without a gap. One that is closed
 * already is not closed again; its files are written once more from the ledger.
 */
public final class ClosedAlready {

  /** A period that is not the next one to be closed; said in one line, as wrong usage. */
  public static final class OutOfOrder extends RuntimeException {
    OutOfOrder(String message) {
      super(message);
    }
  }

  private ClosedAlready() {}

  /**
   * Writes the files of a period again where it is closed already.
   *
   * @return what a person reads then; empty where the period is the next to be closed
   * @throws OutOfOrder where it is neither
   */
  public static Optional<List<String>> writeAgain(
      Ledger.Kind kind, Order order, DataSource database, WorkFolder work) throws IOException {
    Ledger ledger = new Ledger(database);
    List<Closing> all = ledger.closings();
    List<Closing> closings = all.stream().filter(closing -> closing.kind() == kind).toList();
    String period = month(order).toString();
    for (Closing closing : closings) {
      if (closing.payPeriod().equals(period)) {
        write(closing, order, database, work);
        return Optional.of(inWords(closing, order));
      }
    }
    if (order.runDate() < order.from()) {
      throw new OutOfOrder(
          "%s has not begun on the run date %s: check --period and --run-date"
              .formatted(period, LocalDate.ofEpochDay(order.runDate())));
    }
    if (!closings.isEmpty()) {
      YearMonth next = YearMonth.parse(closings.getLast().payPeriod()).plusMonths(1);
      if (!next.toString().equals(period)) {
        throw new OutOfOrder(
            "periods are closed in order: after %s comes %s, not %s"
                .formatted(closings.getLast().payPeriod(), next, period));
      }
    }
    if (kind == Ledger.Kind.HOLIDAY_PAY && isBeforeItsPayroll(all, order)) {
      throw new OutOfOrder(
          "holiday pay of %s rests on what has been paid for it: close it with jobs/close-period first"
              .formatted(period));
    }
    return Optional.empty();
  }

  private static boolean isBeforeItsPayroll(List<Closing> closings, Order order) {
    List<Closing> payrolls =
        closings.stream().filter(closing -> closing.kind() == Ledger.Kind.PAYROLL).toList();
    return !payrolls.isEmpty() && payrolls.getLast().to() < order.to();
  }

  private static YearMonth month(Order order) {
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(order.from()));
    if (month.atDay(1).toEpochDay() != order.from()
        || month.atEndOfMonth().toEpochDay() != order.to()) {
      throw new OutOfOrder(
          "a period is a calendar month, such as --period %s; %s to %s is none"
              .formatted(
                  month, LocalDate.ofEpochDay(order.from()), LocalDate.ofEpochDay(order.to())));
    }
    return month;
  }

  private static List<String> files(Closing closing, Path files, DataSource database) {
    try {
      return new OutOfLedger(database).write(closing, files);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static void write(Closing closing, Order order, DataSource database, WorkFolder work)
      throws IOException {
    work.begin("closing " + closing.number());
    Path files = work.files();
    // In a transaction PostgreSQL hands over its rows a few at a time.
    List<String> problems =
        new TransactionTemplate(new DataSourceTransactionManager(database))
            .execute(transaction -> files(closing, files, database));
    if (!problems.isEmpty()) {
      throw new LedgerException(
          "closing %d: %s. Run jobs/ledger --verify, and restore the database from a backup"
              .formatted(closing.number(), problems.getFirst()));
    }
    Failpoint.reach("again");
    Publication.publish(
        files, order.out(), closing.kind() == Ledger.Kind.PAYROLL ? Reports.FILES : "");
    Runs runs = new Runs(database);
    Optional<Runs.Run> left = runs.unfinished(order.out().toString());
    if (left.isPresent() && left.get().id().equals(closing.runId())) {
      runs.end(left.get(), Runs.Status.FINISHED, LocalDateTime.now(ZoneOffset.UTC));
    }
    work.remove();
  }

  private static List<String> inWords(Closing closing, Order order) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s was closed already, with run date %s: nothing was reckoned, and the same files were written again from the ledger. What has changed since comes out of the next run as arrears or recoveries"
            .formatted(closing.payPeriod(), LocalDate.ofEpochDay(closing.runDate())));
    lines.addAll(ClosePeriodTask.inWords(closing, order.out()));
    lines.add(
        "files: %s; log: %s".formatted(order.out(), order.out().resolveSibling("dutypay.log")));
    return lines;
  }
}
