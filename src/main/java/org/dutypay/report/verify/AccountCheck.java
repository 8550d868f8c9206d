package org.dutypay.report.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Whether rows.csv accounts for every input row exactly once, as the manifest says. */
final class AccountCheck {

  private static final Set<String> OUTCOMES =
      Set.of("PAID", "BALANCE_ONLY", "SALARY_ONLY", "NOT_DUE", "HELD", "REJECTED");
  private static final Set<String> WITHOUT_REASON = Set.of("PAID", "BALANCE_ONLY", "SALARY_ONLY");
  private static final Set<String> REJECTIONS =
      Set.of(
          "BAD_ROW",
          "DUPLICATE_ENTRY",
          "DUPLICATE_ROSTER",
          "UNKNOWN_OFFICER",
          "FUTURE_DUTY",
          "DUTY_OVERLAP");

  /** No input has more lines; keeps what is remembered of the lines of a file below 64 MiB. */
  private static final long MOST_LINES = 1L << 29;

  private final Path out;
  private final ManifestFile manifest;
  private final Map<String, BitSet> linesByFile = new HashMap<>();
  private final Map<String, Hashes> idsByFile = new HashMap<>();
  private final Map<String, Map<String, Long>> outcomesByFile = new TreeMap<>();
  private final Map<String, Map<String, Long>> notDueByFile = new TreeMap<>();

  AccountCheck(Path out, ManifestFile manifest) {
    this.out = out;
    this.manifest = manifest;
  }

  void check(Findings findings) throws IOException {
    Findings.Check check = findings.check(Layout.ROWS.fileName() + " as an account");
    long total = 0;
    try (Table table = Table.open(out.resolve(Layout.ROWS.fileName()))) {
      while (table.next()) {
        total++;
        row(table, new Cells(Layout.ROWS, table, check), check);
      }
    } catch (Table.Unreadable e) {
      check.fail(e.line(), String.valueOf(e.getMessage()));
    }
    repeatedIds(check);
    againstManifest(check);
    check.end(total + " rows, each input row of the manifest's account once, no id twice");
  }

  private void row(Table table, Cells row, Findings.Check check) {
    String file = row.text("file");
    String outcome = row.text("outcome");
    String reason = row.text("reason");
    long line = row.number("line", 0);
    if (line < 2 || line >= MOST_LINES) {
      row.expect(false, "line", "is not the line of a row");
    } else {
      BitSet lines = linesByFile.computeIfAbsent(file, name -> new BitSet());
      if (lines.get((int) line)) {
        check.fail(table.line(), file + " line " + line + " is accounted for a second time");
      }
      lines.set((int) line);
    }
    row.oneOf("outcome", OUTCOMES);
    row.expect(
        WITHOUT_REASON.contains(outcome)
            ? reason.isEmpty() || isOfClosedDay(outcome, reason)
            : !reason.isEmpty(),
        "reason",
        "does not go with " + outcome);
    row.expect(
        !outcome.equals("REJECTED") || REJECTIONS.contains(reason),
        "reason",
        "is not a code that rejects");
    row.expect(
        outcome.equals("REJECTED") || ManifestFile.ACCOUNTED.contains(file),
        "outcome",
        "is not one for rows of " + file);
    if (!outcome.equals("REJECTED") && !row.text("entry_id").isEmpty()) {
      idsByFile.computeIfAbsent(file, name -> new Hashes()).add(Hashes.of(row.text("entry_id")));
    }
    outcomesByFile.computeIfAbsent(file, name -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    if (outcome.equals("NOT_DUE")) {
      notDueByFile.computeIfAbsent(file, name -> new TreeMap<>()).merge(reason, 1L, Long::sum);
    }
  }

  /** Ids that were used twice are looked for again, to name their lines. */
  private void repeatedIds(Findings.Check check) throws IOException {
    Map<String, Hashes> repeated = new HashMap<>();
    idsByFile.forEach((file, ids) -> repeated.put(file, ids.repeated()));
    if (repeated.values().stream().allMatch(Hashes::isEmpty)) {
      return;
    }
    try (Table table = Table.open(out.resolve(Layout.ROWS.fileName()))) {
      while (table.next()) {
        Cells row = new Cells(Layout.ROWS, table, check);
        Hashes ids = repeated.getOrDefault(row.text("file"), new Hashes());
        row.expect(
            row.text("outcome").equals("REJECTED")
                || !ids.contains(Hashes.of(row.text("entry_id"))),
            "entry_id",
            "belongs to several rows that were not rejected");
      }
    } catch (Table.Unreadable e) {
      // Reported when it was read first.
      return;
    }
  }

  private void againstManifest(Findings.Check check) {
    for (Json input : manifest.inputs()) {
      String file = input.text("file");
      Map<String, Long> outcomes = outcomesByFile.getOrDefault(file, Map.of());
      compare(check, file, "REJECTED", outcomes, input.text("rows_rejected"));
    }
    for (String file : outcomesByFile.keySet()) {
      check.expect(
          !manifest.input(file).equals(Json.NOTHING),
          "it holds rows of " + file + ", which the manifest does not name as an input");
    }
    for (String file : ManifestFile.ACCOUNTED) {
      Json account = manifest.accountOf(file);
      if (account.equals(Json.NOTHING)) {
        continue;
      }
      Map<String, Long> outcomes = outcomesByFile.getOrDefault(file, Map.of());
      long total = outcomes.values().stream().mapToLong(Long::longValue).sum();
      check.expect(
          Decimals.of(account.text("rows_read"), 0).equals(OptionalLong.of(total)),
          "of %s %s rows were read, but %d are accounted for"
              .formatted(file, account.text("rows_read"), total));
      for (String outcome : OUTCOMES) {
        compare(check, file, outcome, outcomes, account.text(outcome.toLowerCase(Locale.ROOT)));
      }
      Map<String, Long> notDue = notDueByFile.getOrDefault(file, Map.of());
      Json reasons = account.get("not_due_by_reason");
      for (String reason : reasons.properties().keySet()) {
        compare(check, file, reason, notDue, reasons.text(reason));
      }
    }
  }

  private static void compare(
      Findings.Check check, String file, String what, Map<String, Long> counts, String given) {
    long count = counts.getOrDefault(what, 0L);
    check.expect(
        Decimals.of(given, 0).equals(OptionalLong.of(count)),
        "%s rows of %s are %d, but the manifest says '%s'".formatted(what, file, count, given));
  }

  /** Paid or credited for a day that is closed. */
  private static boolean isOfClosedDay(String outcome, String reason) {
    return reason.equals("CLOSED_PERIOD") && !outcome.equals("SALARY_ONLY");
  }
}
