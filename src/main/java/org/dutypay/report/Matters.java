package org.dutypay.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.dutypay.duty.London;
import org.dutypay.pay.DecisionNotApplied;
import org.dutypay.pay.DecisionTaken;
import org.dutypay.pay.FactsChange;
import org.dutypay.pay.Severity;
import org.dutypay.reference.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Reads exceptions.csv and beside it, row by row, what the page shows of each exception besides.
 */
final class Matters implements Closeable {

  /** Between the sentences of a cell. */
  static final String BETWEEN = "\u241e";

  private static final Pattern SENTENCES = Pattern.compile(BETWEEN);
  private static final Pattern FACTS = Pattern.compile("; ");

  private final CsvRows exceptions;
  private final CsvRows matters;
  private final ShownOfficers officers;
  private final boolean withNames;
  private ShownOfficer officer = new ShownOfficer("", "", List.of());

  private Matters(CsvRows exceptions, CsvRows matters, ShownOfficers officers, boolean withNames) {
    this.exceptions = exceptions;
    this.matters = matters;
    this.officers = officers;
    this.withNames = withNames;
  }

  /**
   * Opens the files.
   *
   * @param unpublished the folder of the details and of the officers' names and units
   * @param policy says whether names and free texts are shown
   */
  static Matters open(Path out, Path unpublished, Policy policy) throws IOException {
    CsvRows exceptions =
        CsvRows.open(out, CsvFile.EXCEPTIONS.fileName(), CsvFile.EXCEPTIONS.header());
    try {
      CsvRows matters =
          CsvRows.open(unpublished, CsvFile.MATTERS.fileName(), CsvFile.MATTERS.header());
      try {
        return new Matters(
            exceptions,
            matters,
            ShownOfficers.open(unpublished, policy),
            policy.is(Policy.Key.REPORT_NAMES));
      } catch (IOException e) {
        matters.close();
        throw e;
      }
    } catch (IOException e) {
      exceptions.close();
      throw e;
    }
  }

  boolean next() throws IOException {
    boolean hasOne = exceptions.next();
    if (hasOne != matters.next()
        || (hasOne && !cell("exception_id").equals(detail("exception_id")))) {
      throw new IOException(
          "%s and %s do not go together at row %d"
              .formatted(
                  CsvFile.EXCEPTIONS.fileName(), CsvFile.MATTERS.fileName(), exceptions.row()));
    }
    String id = hasOne ? cell("officer_id") : "";
    if (hasOne && !id.equals(officer.officerId())) {
      officer = officers.of(id);
    }
    return hasOne;
  }

  CsvRows exceptions() {
    return exceptions;
  }

  Severity severity() {
    return Severity.valueOf(cell("severity"));
  }

  /** None where nobody has ever decided about the exception. */
  private @Nullable DecisionTaken decision(ExceptionsPage.DecisionsTold decisions) {
    return switch (ExceptionStanding.Status.valueOf(cell("status"))) {
      case RELEASED, REFUSED, ACKNOWLEDGED, REOPENED ->
          decisions
              .of(
                  hexadecimal("exception_id"),
                  hexadecimal("facts"),
                  cell("code"),
                  cell("officer_id"))
              .orElse(null);
      case NEW, OPEN -> null;
    };
  }

  private long hexadecimal(String column) {
    return Long.parseUnsignedLong(cell(column), 16);
  }

  String rule() {
    return cell("rule");
  }

  /** The officer's unit on the day, the last one where there is no day; empty where unknown. */
  String unit() {
    String date = cell("date");
    return officer.unitOn(date.isEmpty() ? Long.MAX_VALUE : LocalDate.parse(date).toEpochDay());
  }

  /** Pence, 0 where unknown. */
  long heldPence() throws IOException {
    return exceptions.digits(CsvFile.EXCEPTIONS.column("held_amount"));
  }

  /**
   * The exception as the script reads it: its cells in a row.
   *
   * @param unit the number of its unit
   * @param decisions what is told of those about it
   */
  String json(int unit, ExceptionsPage.DecisionsTold decisions) throws IOException {
    DataBlock block = new DataBlock().open('[');
    block.text(cell("exception_id")).text(cell("facts"));
    block.text(cell("severity")).text(cell("code"));
    block.text(cell("officer_id")).text(officer.name()).number(unit).text(cell("date"));
    pence(block, "held_amount");
    pence(block, "amount_if_refused");
    block.text(cell("message")).text(cell("rule"));
    block.text(cell("entry_id")).text(cell("file")).text(cell("line"));
    block.text(cell("status")).text(cell("first_seen")).text(cell("age_days"));
    block.text(detail("roster_day"));
    texts(block, sentences(detail("duties")));
    texts(block, sentences(detail("paid")));
    texts(block, facts(detail("fact_values")));
    DecisionTaken decision = decision(decisions);
    if (decision == null) {
      block.nothing();
    } else {
      told(block, decision);
    }
    block.open('[');
    for (DecisionNotApplied refused : decisions.notApplied(hexadecimal("exception_id"))) {
      block.open('[').text(refused.code().name());
      told(block, refused.decision());
      block.close(']');
    }
    return block.close(']').close(']').toString();
  }

  private void told(DataBlock block, DecisionTaken decision) {
    block.open('[');
    block.text(decision.verdict().name()).text(London.text(decision.decidedAt()));
    block.text(withNames ? decision.decidedBy() : "");
    block.text(withNames ? decision.reason() : "");
    block.close(']');
  }

  private List<String> facts(String values) {
    String shown = withNames ? values : FactsChange.withoutFreeText(values);
    return shown.isEmpty() ? List.of() : FACTS.splitAsStream(shown).toList();
  }

  private static List<String> sentences(String cell) {
    return cell.isEmpty() ? List.of() : SENTENCES.splitAsStream(cell).toList();
  }

  private static void texts(DataBlock block, List<String> texts) {
    block.open('[');
    texts.forEach(block::text);
    block.close(']');
  }

  private void pence(DataBlock block, String column) throws IOException {
    int cell = CsvFile.EXCEPTIONS.column(column);
    if (exceptions.isEmpty(cell)) {
      block.nothing();
    } else {
      block.number(exceptions.digits(cell));
    }
  }

  private String cell(String column) {
    return CsvBytes.withoutApostrophe(exceptions.text(CsvFile.EXCEPTIONS.column(column)));
  }

  private String detail(String column) {
    return CsvBytes.withoutApostrophe(matters.text(CsvFile.MATTERS.column(column)));
  }

  @Override
  public void close() throws IOException {
    try (exceptions;
        matters) {
      officers.close();
    }
  }
}
