package org.dutypay.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dutypay.duty.London;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.DecisionAudit;
import org.dutypay.ledger.GivenDecision;
import org.dutypay.ledger.MatterHistory;
import org.dutypay.pay.FactsChange;
import org.dutypay.pay.PayException;
import org.dutypay.report.CsvLine;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What people have decided about exceptions, as runs have read it.
 *
 * @param officerId whose exceptions are meant; empty = everybody's
 * @param exceptionId the one exception that is meant; empty = every one
 * @param asCsv whether the decisions are written as CSV
 */
public record DecisionsQuestion(String officerId, OptionalLong exceptionId, boolean asCsv) {

  private static final String[] HEADER = {
    "number",
    "read_on",
    "run_id",
    "line",
    "exception_id",
    "code",
    "officer_id",
    "date",
    "decision",
    "decided_by",
    "decided_at",
    "reason",
    "outcome",
    "facts",
    "superseded_by"
  };

  /** The answer, line by line. */
  public List<String> answer(Database database) {
    try (SingleConnectionDataSource connection = database.reading()) {
      List<DecisionAudit.Entry> entries =
          new DecisionAudit(connection).list(officerId, exceptionId);
      if (asCsv) {
        return csv(entries);
      }
      List<String> lines = new ArrayList<>();
      if (exceptionId.isPresent()) {
        lines.addAll(matter(MatterHistory.of(exceptionId.getAsLong(), connection)));
      }
      Map<Long, Long> superseded = DecisionAudit.superseded(entries);
      entries.forEach(entry -> lines.add(inWords(entry, superseded)));
      if (entries.isEmpty()) {
        lines.add("no decision has been read" + (isOfAll() ? "" : " about it"));
        if (!officerId.isEmpty() && !MatterHistory.knows(officerId, connection)) {
          lines.add(
              "no night has raised an exception of officer '%s' either: check --officer, upper and lower case included"
                  .formatted(officerId));
        }
      }
      return lines;
    }
  }

  private boolean isOfAll() {
    return officerId.isEmpty() && exceptionId.isEmpty();
  }

  private List<String> matter(Optional<MatterHistory> found) {
    String id = PayException.hex(exceptionId.orElseThrow());
    if (found.isEmpty()) {
      return List.of("no night has raised an exception " + id);
    }
    MatterHistory matter = found.get();
    List<String> lines = new ArrayList<>();
    lines.add(
        "exception %s: %s of officer '%s' on %s, first seen %s, last seen %s, %s"
            .formatted(
                id,
                matter.code(),
                matter.officerId(),
                day(matter.date()),
                day(matter.firstSeen()),
                day(matter.lastSeen()),
                matter.resolvedOn().isPresent()
                    ? "resolved: gone on " + day(matter.resolvedOn().getAsLong())
                    : "it stands"));
    MatterHistory.Version before = null;
    for (MatterHistory.Version version : matter.versions()) {
      lines.add(
          "  facts %s since %s: %s"
              .formatted(
                  PayException.hex(version.facts()),
                  day(version.since()),
                  before == null
                      ? version.values()
                      : FactsChange.inWords(before.values(), version.values())));
      before = version;
    }
    return lines;
  }

  private static String inWords(DecisionAudit.Entry entry, Map<Long, Long> superseded) {
    DecisionAudit.Judged judged = entry.judged();
    GivenDecision given = judged.given();
    return "%d. %s by %s at %s%s: exception %s, %s; read on %s, %s"
        .formatted(
            entry.number(),
            given.verdict(),
            given.decidedBy(),
            London.text(given.decidedAt()),
            given.reason().isEmpty() ? "" : " (" + given.reason() + ")",
            PayException.hex(given.exceptionId()),
            judged.code().isEmpty()
                ? "of which no night knew"
                : "%s of officer '%s' on %s"
                    .formatted(judged.code(), judged.officerId(), day(judged.date())),
            day(entry.runDate()),
            outcome(entry, superseded));
  }

  private static String outcome(DecisionAudit.Entry entry, Map<Long, Long> superseded) {
    if (!entry.judged().isKept()) {
      return "not applied: " + entry.judged().outcome();
    }
    Long later = superseded.get(entry.number());
    return later == null ? "kept" : "kept, superseded by decision " + later;
  }

  private static List<String> csv(List<DecisionAudit.Entry> entries) {
    List<String> rows = new ArrayList<>();
    rows.add(CsvLine.of(HEADER));
    Map<Long, Long> superseded = DecisionAudit.superseded(entries);
    for (DecisionAudit.Entry entry : entries) {
      DecisionAudit.Judged judged = entry.judged();
      GivenDecision given = judged.given();
      rows.add(
          CsvLine.of(
              Long.toString(entry.number()),
              day(entry.runDate()),
              entry.runId(),
              Integer.toString(given.line()),
              PayException.hex(given.exceptionId()),
              judged.code(),
              judged.officerId(),
              judged.date() == PayException.NONE ? "" : day(judged.date()),
              given.verdict().name(),
              given.decidedBy(),
              London.text(given.decidedAt()),
              given.reason(),
              judged.outcome(),
              judged.facts().isPresent() ? PayException.hex(judged.facts().getAsLong()) : "",
              superseded.containsKey(entry.number())
                  ? Long.toString(superseded.get(entry.number()))
                  : ""));
    }
    return rows;
  }

  private static String day(long epochDay) {
    return epochDay == PayException.NONE ? "no day" : LocalDate.ofEpochDay(epochDay).toString();
  }
}
