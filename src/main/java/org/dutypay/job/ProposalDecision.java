package org.dutypay.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dutypay.ledger.Database;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.ledger.Turn;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person decides about lines of a proposal.
 *
 * @param only the lines that are meant, such as {@code A1/2024-05-03/OVERTIME}; empty = all
 * @param outcome {@code ACCEPTED}, {@code PAID_OUTSIDE} or {@code REFUSED}
 * @param decidedOn epoch day
 */
public record ProposalDecision(
    String proposal,
    List<String> only,
    String outcome,
    String decidedBy,
    long decidedOn,
    String reason) {

  private static final int MOST_TOLD = 10;
  private static final String WHAT_IS_LEFT = ": jobs/arrears proposes what is still due then";

  public ProposalDecision {
    only = List.copyOf(only);
  }

  /** The proposals that are open, one line each. */
  public static List<String> open(Database database) {
    try (Turn turn = Turn.take(database);
        SingleConnectionDataSource connection = database.shared()) {
      turn.confirm(connection);
      List<String> lines = inWords(new Proposals(connection));
      return lines.isEmpty() ? List.of("no proposal is open") : lines;
    }
  }

  private static List<String> inWords(Proposals proposals) {
    return proposals.open().stream()
        .map(
            open ->
                "%s of %s: %s undecided, %s"
                    .formatted(
                        open.id(),
                        LocalDate.ofEpochDay(open.runDate()),
                        NightSummary.counted(open.lines(), "line"),
                        NightSummary.pounds(open.amountPence())))
        .toList();
  }

  /**
   * Keeps the decision, in one transaction.
   *
   * @return what a person reads then
   * @throws IllegalArgumentException where there is no such proposal, no such line, or the decision
   *     is about the own pay of whoever decides
   */
  public List<String> make(Database database) {
    try (Turn turn = Turn.take(database);
        SingleConnectionDataSource connection = database.shared()) {
      Proposals proposals = new Proposals(connection);
      if (!proposals.exists(proposal)) {
        List<String> open = inWords(proposals);
        throw new IllegalArgumentException(
            "there is no proposal '%s'; open are: %s"
                .formatted(proposal, open.isEmpty() ? "none" : String.join("; ", open)));
      }
      List<Proposals.Undecided> meant = new ArrayList<>();
      for (Proposals.Undecided line : proposals.undecided(proposal)) {
        if (only.isEmpty() || only.stream().anyMatch(one -> isMeant(one, line))) {
          meant.add(line);
        }
      }
      if (meant.stream().anyMatch(line -> Decision.isOwnPay(decidedBy, line.officerId()))) {
        throw new IllegalArgumentException(
            "officer '%s' cannot decide about own pay: leave those lines to somebody else (--only)"
                .formatted(decidedBy));
      }
      List<String> before = decidedBefore(proposals);
      if (!only.isEmpty() && meant.isEmpty()) {
        throw new IllegalArgumentException(
            "proposal %s has no undecided line for --only %s%s"
                .formatted(
                    proposal,
                    String.join(" ", only),
                    before.isEmpty() ? "" : ": " + String.join("; ", before)));
      }
      List<String> leftOut = leaveOutSettled(meant, proposals);
      if (meant.isEmpty() && !leftOut.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", leftOut));
      }
      new TransactionTemplate(new DataSourceTransactionManager(connection))
          .executeWithoutResult(
              transaction -> {
                turn.confirm(connection);
                proposals.decide(
                    proposal,
                    meant.stream().map(Proposals.Undecided::line).toList(),
                    outcome,
                    decidedBy,
                    decidedOn,
                    reason);
              });
      long pence = meant.stream().mapToLong(Proposals.Undecided::amountPence).sum();
      String what =
          switch (outcome) {
            case "ACCEPTED" -> "accepted, and paid with the next payroll";
            case "PAID_OUTSIDE" -> "counted as paid outside";
            default -> "refused";
          };
      long left = proposals.undecided(proposal).size();
      List<String> lines = new ArrayList<>();
      if (meant.isEmpty()) {
        lines.add("nothing of proposal %s was left to decide".formatted(proposal));
        lines.addAll(before);
        return lines;
      }
      lines.add(
          "%s of proposal %s, %s: %s (decided by %s)"
              .formatted(
                  NightSummary.counted(meant.size(), "line"),
                  proposal,
                  NightSummary.pounds(pence),
                  what,
                  decidedBy));
      if (outcome.equals("ACCEPTED")) {
        notClosed(meant, new Ledger(connection)).ifPresent(lines::add);
      }
      lines.addAll(leftOut);
      lines.addAll(before);
      lines.add(
          left == 0
              ? "nothing of it is undecided"
              : NightSummary.counted(left, "line") + " of it left to decide");
      return lines;
    }
  }

  /** What is said of accepted lines whose days are paid as new by a closing to come. */
  private static Optional<String> notClosed(List<Proposals.Undecided> accepted, Ledger ledger) {
    long lastClosed =
        ledger.closedDays(Ledger.Kind.PAYROLL).map(Ledger.ClosedDays::to).orElse(Long.MAX_VALUE);
    long open =
        accepted.stream()
            .filter(line -> line.element() != Element.HOLIDAY_PAY)
            .filter(line -> line.workDate() > lastClosed)
            .count();
    return open == 0
        ? Optional.empty()
        : Optional.of(
            "of them %s of days that are not closed yet: the close of their month pays them with their days"
                .formatted(NightSummary.counted(open, "line")));
  }

  /** The lines that are meant and that somebody has decided already, in words; the first few. */
  private List<String> decidedBefore(Proposals proposals) {
    List<String> words = new ArrayList<>();
    for (Proposals.Decided line : proposals.decided(proposal)) {
      String whole = whole(line.officerId(), line.workDate(), line.element());
      if (only.isEmpty() || only.stream().anyMatch(one -> isMeant(one, whole))) {
        words.add(
            "%s was decided before: %s by %s on %s"
                .formatted(
                    whole,
                    line.outcome(),
                    line.decidedBy(),
                    LocalDate.ofEpochDay(line.decidedOn())));
      }
    }
    if (words.size() <= MOST_TOLD) {
      return words;
    }
    List<String> few = new ArrayList<>(words.subList(0, MOST_TOLD));
    few.add(NightSummary.counted((long) words.size() - MOST_TOLD, "more line") + " decided before");
    return few;
  }

  /**
   * Takes away lines that were proposed again since, or settled with another proposal or by a
   * closing: two proposals may be open for one day where a fact has changed between them, the next
   * closing settles what it can by itself, and only one can pay.
   *
   * @return what a person reads of them
   */
  private List<String> leaveOutSettled(List<Proposals.Undecided> meant, Proposals proposals) {
    if (outcome.equals("REFUSED")) {
      return List.of();
    }
    Map<Long, String> settled = new TreeMap<>();
    proposals
        .proposedAgain(proposal)
        .forEach(
            (line, other) ->
                settled.put(
                    line,
                    "was proposed again since, with other figures: decide proposal %s instead"
                        .formatted(other)));
    proposals
        .paidSince(proposal)
        .forEach(
            (line, period) ->
                settled.put(line, "was paid with the payroll of " + period + WHAT_IS_LEFT));
    proposals
        .settledElsewhere(proposal)
        .forEach(
            (line, other) ->
                settled.put(line, "was decided with proposal " + other + WHAT_IS_LEFT));
    List<String> words = new ArrayList<>();
    meant.removeIf(
        line -> {
          String other = settled.get(line.line());
          if (other != null) {
            words.add(whole(line) + " " + other);
          }
          return other != null;
        });
    return words;
  }

  private static boolean isMeant(String one, Proposals.Undecided line) {
    return isMeant(one, whole(line));
  }

  private static boolean isMeant(String one, String whole) {
    return whole.equals(one) || whole.startsWith(one + "/");
  }

  private static String whole(Proposals.Undecided line) {
    return whole(line.officerId(), line.workDate(), line.element());
  }

  private static String whole(String officerId, long workDate, Element element) {
    return officerId + "/" + LocalDate.ofEpochDay(workDate) + "/" + element;
  }
}
