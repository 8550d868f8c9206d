package org.dutypay.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.RejectedRow;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Decision;

/** Reads spool files as officers' cases, with the checks that need more than one row. */
public final class CaseReader {

  /** Rejected rows without officer in one case: a feed may be full of them. */
  private static final int REJECTED_IN_A_CASE = 1_000;

  private static final Comparator<RejectedRow> EXCEPTIONS_ORDER =
      Comparator.comparingLong(RejectedRow::date)
          .thenComparing(row -> row.code().name())
          .thenComparing(RejectedRow::entryId, ByteOrder.OF_UTF_8)
          .thenComparing(RejectedRow::file)
          .thenComparingInt(RejectedRow::line);

  private final ForceDays forceDays;
  private final long runDate;
  private final Function<String, Map<Long, Decision>> decisions;
  private final Map<Path, Map<String, Long>> fingerprints = new ConcurrentHashMap<>();
  private volatile boolean keepsFingerprints;

  /**
   * A reader for one run.
   *
   * @param runDate epoch day of the run
   * @param decisions the decisions kept for an officer, by exception id
   */
  public CaseReader(
      ForceDays forceDays, long runDate, Function<String, Map<Long, Decision>> decisions) {
    this.forceDays = forceDays;
    this.runDate = runDate;
    this.decisions = decisions;
  }

  /**
   * The cases of one spool file, by the bytes of officer ids. Each is made anew whenever it is
   * asked for, so that only the compact file stays in memory; the list is for one thread.
   *
   * <p>Rows without a readable officer come first, in cases with an empty officer id: none, one or
   * several in every spool file, their rows in the order of exceptions.csv over all cases of the
   * file.
   */
  public List<OfficerCase> load(Path spoolFile) {
    Cases cases = new Cases(bytes(spoolFile));
    if (keepsFingerprints) {
      fingerprints.put(spoolFile, cases.fingerprints());
    }
    return cases;
  }

  /**
   * From now on the fingerprints of a file that is loaded are kept, so that it is not read again
   * for them.
   */
  public void keepFingerprints() {
    keepsFingerprints = true;
  }

  /**
   * A hash of the rows of each officer of a spool file, by id, as they stand in the files: the same
   * rows in the same order have the same one. What follows from other officers' rows, a repeated
   * id, is in it; line numbers are not.
   */
  public Map<String, Long> fingerprints(Path spoolFile) {
    return fingerprints.computeIfAbsent(spoolFile, file -> new Cases(bytes(file)).fingerprints());
  }

  /** The ids of the officers of a spool file. */
  public Collection<String> officers(Path spoolFile) {
    Map<String, Long> known = fingerprints.get(spoolFile);
    if (known != null) {
      return known.keySet();
    }
    SpoolIndex index = new SpoolIndex(bytes(spoolFile));
    List<String> ids = new ArrayList<>(index.officerCount());
    for (int i = 0; i < index.officerCount(); i++) {
      ids.add(index.id(i));
    }
    return ids;
  }

  private static byte[] bytes(Path spoolFile) {
    try {
      return Files.readAllBytes(spoolFile);
    } catch (IOException e) {
      throw new UncheckedIOException("The spool file " + spoolFile + " cannot be read", e);
    }
  }

  private final class Cases extends AbstractList<OfficerCase> implements RandomAccess {

    private final byte[] bytes;
    private final SpoolIndex index;
    private final SpoolBytes spooled;
    private final RepeatedRows repeated;
    private final List<OfficerCase> withoutOfficer = new ArrayList<>();
    private final int firstOfficer;

    Cases(byte[] bytes) {
      this.bytes = bytes;
      index = new SpoolIndex(bytes);
      spooled = new SpoolBytes(bytes, new Texts());
      repeated = new RepeatedRows(bytes, index);
      firstOfficer = index.hasRowsWithoutOfficer() ? 1 : 0;
      if (firstOfficer == 1) {
        readRowsWithoutOfficer();
      }
    }

    Map<String, Long> fingerprints() {
      return new Fingerprints(bytes, index, repeated).all();
    }

    @Override
    public OfficerCase get(int number) {
      return number < withoutOfficer.size()
          ? withoutOfficer.get(number)
          : officerCase(number - withoutOfficer.size() + firstOfficer);
    }

    @Override
    public int size() {
      return withoutOfficer.size() + index.officerCount() - firstOfficer;
    }

    private void readRowsWithoutOfficer() {
      List<RejectedRow> rejected = new ArrayList<>();
      for (int record = index.firstRecord(0); record < index.endOfRecords(0); record++) {
        if (index.kind(record) != SpoolRecord.REPEATED_ID) {
          spooled.begin(index.at(record));
          rejected.add(RejectedRows.rejectedRow(index.line(record), "", spooled));
        }
      }
      List<RejectedRow> rows =
          SubKeys.numbered(rejected).stream().sorted(EXCEPTIONS_ORDER).toList();
      for (int from = 0; from < rows.size(); from += REJECTED_IN_A_CASE) {
        withoutOfficer.add(
            new OfficerCase(
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                rows.subList(from, Math.min(rows.size(), from + REJECTED_IN_A_CASE)),
                decisions.apply("")));
      }
    }

    private OfficerCase officerCase(int officer) {
      CaseChecks checks = new CaseChecks(index.id(officer), forceDays, runDate);
      for (int record = index.firstRecord(officer);
          record < index.endOfRecords(officer);
          record++) {
        int line = index.line(record);
        int kind = index.kind(record);
        spooled.begin(index.at(record));
        if (kind == SpoolRecord.REJECTED) {
          checks.addRejected(RejectedRows.rejectedRow(line, checks.officerId(), spooled));
        } else {
          add(FeedFile.numbered(kind), line, checks);
        }
      }
      return checks.officerCase(decisions.apply(checks.officerId()));
    }

    private void add(FeedFile file, int line, CaseChecks checks) {
      switch (file) {
        case OFFICERS -> checks.add(OfficersFile.officerRecord(line, spooled));
        case ROSTER -> checks.add(RosterFile.rosterDay(line, spooled));
        case TIMESHEETS -> checks.add(TimesheetsFile.duty(line, spooled), isRepeated(file, line));
        case ACTING -> checks.add(ActingFile.actingDay(line, spooled));
        case CLAIMS -> checks.add(ClaimsFile.claim(line, spooled), isRepeated(file, line));
        case SECONDMENTS -> checks.add(SecondmentsFile.secondment(line, spooled));
        case OPENING_BALANCES -> checks.add(OpeningBalancesFile.openingBalance(line, spooled));
        case PAID_HISTORY -> checks.add(PaidHistoryFile.payment(spooled));
        case PUBLIC_HOLIDAYS, PAY_SCALES, DECISIONS ->
            throw new IllegalStateException(file.fileName() + " has no rows of one officer");
      }
    }

    private boolean isRepeated(FeedFile file, int line) {
      return repeated.hold(file.number(), line);
    }
  }
}
