package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.Element;
import org.dutypay.pay.LedgerLine;
import org.dutypay.pay.LedgerRow;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Settlement;
import org.dutypay.pay.Unit;
import org.dutypay.report.CsvFile;
import org.dutypay.report.LedgerFiles;
import org.dutypay.rules.Retro;

/**
 * Whether the ledger still is what was put into it: each closing's files, written again from the
 * tables, have the hashes that were recorded, what it knew of the officers and which accepted
 * arrears it paid is as it was, and each closing is chained to the one before.
 */
public final class LedgerProof {

  /** How the note of a line ends that pays what somebody accepted; who may be left out. */
  private static final Pattern ACCEPTED =
      Pattern.compile("accepted( by .*)?( as line \\d+ of proposal \\w+)$");

  private final Ledger ledger;
  private final Proposals proposals;
  private final OutOfLedger outOfLedger;
  private final Path folder;
  private final List<String> lines = new ArrayList<>();
  private int problems;

  private LedgerProof(DataSource database, Path folder) {
    ledger = new Ledger(database);
    proposals = new Proposals(database);
    outOfLedger = new OutOfLedger(database);
    this.folder = folder;
  }

  /** A line of accepted arrears, as a proposal and its decision give it and as it was paid. */
  private record PaidLine(
      String officerId,
      long workDate,
      Element element,
      long units,
      Unit unit,
      long amountPence,
      Paragraph rule,
      String source,
      String note) {

    static PaidLine of(String officerId, Settlement settlement) {
      PayLine line = Retro.accepted(settlement, true);
      return new PaidLine(
          officerId,
          line.workDate(),
          line.element(),
          line.unitsHundredths(),
          line.unit(),
          line.amountPence(),
          line.rule(),
          LedgerFiles.asWritten(line.source()),
          LedgerFiles.asWritten(line.note()));
    }

    /** Whoever accepted it is added where the line leaves it out. */
    static PaidLine of(LedgerRow row, Matcher accepted, Map<String, String> deciders) {
      String decider = LedgerFiles.asWritten(deciders.getOrDefault(accepted.group(2), ""));
      LedgerLine line = row.line();
      return new PaidLine(
          row.officerId(),
          line.workDate(),
          line.element(),
          line.unitsHundredths(),
          line.unit(),
          line.amountPence(),
          line.rule(),
          line.source(),
          accepted.group(1) == null
              ? row.note().substring(0, accepted.start(2)) + " by " + decider + accepted.group(2)
              : row.note());
    }

    String inWords() {
      return "%s %s %s %s (%s)"
          .formatted(
              officerId,
              LocalDate.ofEpochDay(workDate),
              element,
              NightSummary.pounds(amountPence),
              note);
    }
  }

  /**
   * What was found.
   *
   * @param lines one for each closing that holds, and one for each thing that is wrong
   */
  public record Result(boolean holds, List<String> lines) {
    public Result {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Looks at the closings up to the last one that was known on a day.
   *
   * @param asKnown the last run date that counts, an epoch day; empty = all count
   * @param expected the first digits of a closing's hash, as its summary printed it; empty where
   *     nobody has kept one
   */
  public static Result of(DataSource database, OptionalLong asKnown, String expected)
      throws IOException {
    Path folder = Files.createTempDirectory("dutypay-proof-");
    try {
      LedgerProof proof = new LedgerProof(database, folder);
      proof.look(asKnown.orElse(Long.MAX_VALUE), expected);
      return new Result(proof.problems == 0, proof.lines);
    } finally {
      WorkFolder.delete(folder);
    }
  }

  private void look(long asKnown, String expected) throws IOException {
    List<Closing> closings = known(ledger.closings(), asKnown);
    Map<Ledger.Kind, YearMonth> months = new EnumMap<>(Ledger.Kind.class);
    String before = "";
    for (int i = 0; i < closings.size(); i++) {
      Closing closing = closings.get(i);
      int found = problems;
      expect(closing, closing.number() == i + 1, "its number should be " + (i + 1));
      expect(
          closing,
          closing.hash().equals(closing.chainedAfter(before)),
          "its hash is not that of what it says and of the closing before it");
      YearMonth month = YearMonth.parse(closing.payPeriod());
      YearMonth last = months.put(closing.kind(), month);
      expect(
          closing,
          last == null || last.plusMonths(1).equals(month),
          "it does not follow the month before it");
      rows(closing);
      files(closing);
      officers(closing);
      if (problems == found) {
        lines.add(
            "ok    closing %d, %s %s: %s of pay, %s, hash %s"
                .formatted(
                    closing.number(),
                    closing.kind(),
                    closing.payPeriod(),
                    NightSummary.counted(closing.lines(), "line"),
                    NightSummary.pounds(closing.amountPence()),
                    closing.hash().substring(0, 16)));
      }
      before = closing.hash();
    }
    if (!ledger.knowsEveryone()) {
      wrong("the list of the officers whom closings knew is not theirs");
    }
    for (String problem : proposals.problems(asKnown)) {
      wrong(problem);
    }
    if (closings.stream().noneMatch(closing -> closing.hash().startsWith(expected))
        && !expected.isEmpty()) {
      wrong(
          "no closing has a hash that starts with %s: one is missing or was changed"
              .formatted(expected));
    }
    lines.add(
        problems == 0
            ? "the ledger holds: %s, each with the files that were sent"
                .formatted(NightSummary.counted(closings.size(), "closing"))
            : "the ledger does NOT hold: restore the database from a backup and look for who"
                + " changed it");
  }

  /** The chain as far as the last closing that was known, whatever the run dates before it. */
  private static List<Closing> known(List<Closing> closings, long asKnown) {
    int end = closings.size();
    while (end > 0 && closings.get(end - 1).runDate() > asKnown) {
      end--;
    }
    return closings.subList(0, end);
  }

  /**
   * The rows are as many and come to as much as the closing says; each accepted line of arrears
   * that it paid is one of them, and each such line was accepted.
   */
  private void rows(Closing closing) {
    long[] sums = new long[3];
    Map<String, Long> months = new TreeMap<>();
    Map<PaidLine, Integer> accepted = new HashMap<>();
    Map<String, String> deciders = new HashMap<>();
    try {
      proposals
          .paidBy(closing.number())
          .forEach(
              (officer, settled) ->
                  settled.forEach(
                      line -> {
                        accepted.merge(PaidLine.of(officer, line), 1, Integer::sum);
                        deciders.put(
                            " as line %d of proposal %s".formatted(line.line(), line.proposal()),
                            line.decidedBy());
                      }));
      ledger.eachLine(
          closing.number(),
          row -> {
            sums[0]++;
            sums[1] += row.line().amountPence();
            months.merge(
                YearMonth.from(LocalDate.ofEpochDay(row.line().workDate())).toString(),
                row.line().amountPence(),
                Long::sum);
            Matcher note = ACCEPTED.matcher(row.note());
            if (note.find()) {
              accepted.merge(PaidLine.of(row, note, deciders), -1, Integer::sum);
            }
          });
      ledger.eachBalance(closing.number(), row -> sums[2]++);
    } catch (IllegalArgumentException e) {
      expect(closing, false, "the ledger holds what no closing writes: " + e.getMessage());
      return;
    }
    expect(
        closing,
        sums[0] == closing.lines() && sums[1] == closing.amountPence(),
        "the ledger has %s and %s, it says %,d and %s"
            .formatted(
                NightSummary.counted(sums[0], "line"),
                NightSummary.pounds(sums[1]),
                closing.lines(),
                NightSummary.pounds(closing.amountPence())));
    expect(
        closing,
        months.equals(ledger.paidByMonth(closing.number())),
        "its sums by month are not those of its lines");
    expect(
        closing,
        sums[2] == closing.balances(),
        "the ledger has %s of time off, it says %,d"
            .formatted(NightSummary.counted(sums[2], "row"), closing.balances()));
    accepted.forEach(
        (line, count) ->
            expect(
                closing,
                count == 0,
                line.inWords()
                    + (count > 0
                        ? " was accepted, and is not what it paid"
                        : " was paid, and is not what was accepted")));
  }

  private void files(Closing closing) throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    for (String problem : outOfLedger.write(closing, files)) {
      expect(closing, false, problem);
    }
    WorkFolder.delete(files);
  }

  private void officers(Closing closing) throws IOException {
    try {
      LedgerFiles.writeKnown(folder, taker -> ledger.eachKnown(closing.number(), taker));
    } catch (RuntimeException e) {
      expect(closing, false, "what it knew of the officers cannot be read: " + e.getMessage());
      return;
    }
    Path known = folder.resolve(CsvFile.KNOWN.fileName());
    expect(
        closing,
        LedgerFiles.sha256(known).equals(closing.known()),
        "what it knew of the officers is not what the ledger says");
  }

  private void expect(Closing closing, boolean isSo, String otherwise) {
    if (!isSo) {
      wrong("closing %d, %s: %s".formatted(closing.number(), closing.payPeriod(), otherwise));
    }
  }

  private void wrong(String what) {
    problems++;
    lines.add("WRONG " + what);
  }
}
