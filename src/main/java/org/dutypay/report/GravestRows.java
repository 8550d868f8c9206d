package org.dutypay.report;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.dutypay.pay.Severity;

/**
 * So many exceptions as a page can hold: by severity, then by the money held, then as they come.
 */
final class GravestRows {

  private static final int SEVERITY = CsvFile.EXCEPTIONS.column("severity");
  private static final int HELD = CsvFile.EXCEPTIONS.column("held_amount");

  private record Candidate(int rank, long heldPence, long order, ExceptionsPage.Row row) {

    private static final Comparator<Candidate> GRAVEST_FIRST =
        Comparator.comparingInt(Candidate::rank)
            .thenComparing(Comparator.comparingLong(Candidate::heldPence).reversed())
            .thenComparingLong(Candidate::order);
  }

  private final int most;
  private final PriorityQueue<Candidate> kept =
      new PriorityQueue<>(Candidate.GRAVEST_FIRST.reversed());

  GravestRows(int most) {
    this.most = most;
  }

  /** Takes the exception on which these rows stand, where there is none graver in its place. */
  void add(CsvRows exceptions) throws IOException {
    Severity severity = Severity.valueOf(exceptions.word(SEVERITY));
    int rank = ExceptionsPage.rank(severity);
    long held = exceptions.isEmpty(HELD) ? Long.MIN_VALUE : exceptions.digits(HELD);
    if (kept.size() == most) {
      Candidate least = kept.element();
      if (rank > least.rank || (rank == least.rank && held <= least.heldPence)) {
        return;
      }
      kept.remove();
    }
    kept.add(new Candidate(rank, held, exceptions.row(), row(severity, exceptions)));
  }

  List<ExceptionsPage.Row> inOrder() {
    return kept.stream().sorted(Candidate.GRAVEST_FIRST).map(Candidate::row).toList();
  }

  private static ExceptionsPage.Row row(Severity severity, CsvRows exceptions) throws IOException {
    String line = cell("line", exceptions);
    return new ExceptionsPage.Row(
        cell("exception_id", exceptions),
        severity.name(),
        ExceptionsPage.key(severity),
        cell("code", exceptions),
        cell("officer_id", exceptions),
        cell("date", exceptions),
        pounds("held_amount", exceptions),
        pounds("amount_if_refused", exceptions),
        cell("message", exceptions),
        cell("what_to_do", exceptions),
        cell("rule", exceptions),
        cell("entry_id", exceptions),
        cell("file", exceptions) + (line.isEmpty() ? "" : " line " + line),
        cell("status", exceptions),
        cell("first_seen", exceptions),
        cell("age_days", exceptions));
  }

  private static String cell(String column, CsvRows exceptions) {
    return CsvBytes.withoutApostrophe(exceptions.text(CsvFile.EXCEPTIONS.column(column)));
  }

  private static String pounds(String column, CsvRows exceptions) throws IOException {
    int cell = CsvFile.EXCEPTIONS.column(column);
    return exceptions.isEmpty(cell) ? "" : Page.pounds(exceptions.digits(cell));
  }
}
