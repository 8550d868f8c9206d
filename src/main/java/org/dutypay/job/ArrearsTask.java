package org.dutypay.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.dutypay.duty.OfficerCase;
import org.dutypay.feed.CaseReader;
import org.dutypay.ledger.Closing;
import org.dutypay.ledger.Ledger;
import org.dutypay.ledger.Proposals;
import org.dutypay.pay.ArrearsRow;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.Element;
import org.dutypay.pay.OfficerLedger;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Sha256;
import org.dutypay.reference.Policy;
import org.dutypay.report.ArrearsFiles;
import org.dutypay.report.ArrearsPart;
import org.dutypay.report.ArrearsStatement;
import org.dutypay.report.InputCount;
import org.dutypay.report.Manifest;
import org.dutypay.report.Reconciliation;
import org.dutypay.report.RowCounts;
import org.dutypay.rules.Arrears;
import org.dutypay.rules.PaidSoFar;
import org.dutypay.rules.PayEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Entitled against paid over a past range, under a stated policy. It pays nothing: where it is
 * asked to, it proposes the differences, and people decide.
 */
public final class ArrearsTask implements FeedTask<ArrearsTask.Assessed> {

  public static final String JOB = "arrears";

  private static final Logger LOG = LoggerFactory.getLogger(ArrearsTask.class);
  private static final int DIGITS = 12;

  /** The partition of officers whom the ledger has paid and the feed does not name. */
  private static final String OTHERS = "others";

  /** One officer's account. */
  record Assessed(
      String officerId, String unit, Arrears.Account account, List<RowOutcome> rejected) {}

  private final Workplace workplace;
  private final WorkFolder work;
  private final ArrearsChoice choice;
  private @Nullable Accounts accounts;

  public ArrearsTask(Workplace workplace, ArrearsChoice choice) {
    this.workplace = workplace;
    this.choice = choice;
    work = workplace.work();
  }

  /** What the accounts of all officers share; made once the feed has been received. */
  private final class Accounts {

    private final Received received = workplace.received();
    private final Ledger ledger = new Ledger(workplace.database());
    private final Proposals proposals = new Proposals(workplace.database());
    private final Order order = workplace.order();
    private final Optional<Ledger.ClosedDays> closed = ledger.closedDays(Ledger.Kind.PAYROLL);
    private final List<Closing> closings = ledger.closings();
    private final PaidSoFar.ClosedFrom closedFrom = PaidByLedger.closedFrom(closings);
    private final LedgerTerms terms = LedgerTerms.of(order, received.context(), closings);
    private final Arrears arrears =
        new Arrears(
            received.context().with(LedgerTerms.closedWithin(closed, order.from(), order.to())),
            terms.now(),
            terms.then(),
            closedFrom);
    private final Optional<PayEngine> before =
        choice.sincePolicy().map(policy -> new PayEngine(received.context().under(policy)));

    /** For one thread: the ledger is asked once for each spool file. */
    private final class OfPartition {

      private final Optional<CasesAgain> casesBefore =
          choice
              .sincePolicy()
              .filter(
                  policy ->
                      !policy.is(
                          Policy.Key.FORCE_DAY_STARTS,
                          order.policy().value(Policy.Key.FORCE_DAY_STARTS)))
              .map(
                  policy ->
                      new CasesAgain(
                          received.spool(),
                          new CaseReader(
                              policy.forceDays(), order.runDate(), received.decisions()::of)));
      private Path file = Path.of("");
      private Map<String, OfficerLedger> ledgers = Map.of();

      Arrears.Account of(OfficerCase officer) {
        OfficerLedger its = ledgerOf(officer.officerId());
        Arrears.Account account = account(officer, received.engine(), its);
        if (before.isEmpty()) {
          return account;
        }
        OfficerCase officerBefore = casesBefore.map(cases -> cases.of(officer)).orElse(officer);
        return since(account, account(officerBefore, before.get(), its));
      }

      private Arrears.Account account(OfficerCase officer, PayEngine engine, OfficerLedger its) {
        List<PayLine> due = new ArrayList<>(received.outcome(officer, engine).lines());
        if (choice.withHolidayPay()) {
          due.addAll(
              engine.holidayPay(officer, PaidSoFar.of(its, officer.paidHistory(), closedFrom)));
        }
        return arrears.of(officer, due, its, this::isCompared);
      }

      private boolean isCompared(Element element) {
        return element != Element.HOLIDAY_PAY || choice.withHolidayPay();
      }

      private OfficerLedger ledgerOf(String id) {
        if (id.isEmpty()) {
          return OfficerLedger.NONE;
        }
        Path needed = received.spool().fileOf(id);
        if (!needed.equals(file)) {
          file = needed;
          load(received.cases().officers(file));
        }
        return ledgers.getOrDefault(id, OfficerLedger.NONE);
      }

      private void load(Collection<String> ids) {
        // Holiday pay rests on what was paid in the two years before it.
        long from =
            choice.withHolidayPay()
                ? LocalDate.ofEpochDay(order.from()).minusYears(2).minusMonths(1).toEpochDay()
                : order.from();
        var lines = ledger.lines(ids, from, order.to());
        var settlements = proposals.settlements(ids, from, order.to());
        var known = ledger.known(Ledger.Kind.PAYROLL, ids, order.from(), order.to());
        Map<String, OfficerLedger> loaded = new HashMap<>();
        for (String id : ids) {
          loaded.put(
              id,
              new OfficerLedger(
                  lines.getOrDefault(id, List.of()),
                  List.of(),
                  settlements.getOrDefault(id, List.of()),
                  known.getOrDefault(id, List.of())));
        }
        ledgers = loaded;
      }
    }
  }

  /** Only what is due otherwise under the run's policy than under the one before it. */
  private Arrears.Account since(Arrears.Account now, Arrears.Account before) {
    Map<String, Long> due = new TreeMap<>();
    before.rows().forEach(row -> due.put(key(row), row.entitledPence()));
    List<ArrearsRow> changed = new ArrayList<>();
    for (ArrearsRow row : now.rows()) {
      if (due.getOrDefault(key(row), 0L) != row.entitledPence()) {
        changed.add(
            new ArrearsRow(
                row.officerId(),
                row.workDate(),
                row.element(),
                row.entitledPence(),
                row.paidPence(),
                row.unitsHundredths(),
                row.unit(),
                row.rule(),
                row.source(),
                "changed policy: " + changedKeys(),
                row.reckoned()));
      }
    }
    return new Arrears.Account(changed, now.notCovered());
  }

  private String changedKeys() {
    Policy now = workplace.order().policy();
    Policy before = choice.sincePolicy().orElse(now);
    return String.join(", ", Policy.changed(now.text(), before.text()));
  }

  private static String key(ArrearsRow row) {
    return row.workDate() + " " + row.element();
  }

  private synchronized Accounts accounts() {
    if (accounts == null) {
      accounts = new Accounts();
    }
    return accounts;
  }

  @Override
  public Assessed assess(OfficerCase officer) {
    return assessor().apply(officer);
  }

  @Override
  public Function<OfficerCase, Assessed> assessor() {
    Accounts.OfPartition ofPartition = accounts().new OfPartition();
    return officer -> {
      boolean isMeant = choice.officer().isEmpty() || choice.officer().equals(officer.officerId());
      return new Assessed(
          officer.officerId(),
          officer.records().isEmpty() ? "" : officer.records().getLast().unit(),
          isMeant && !officer.officerId().isEmpty()
              ? ofPartition.of(officer)
              : new Arrears.Account(List.of(), 0),
          Received.rejectedRows(officer));
    };
  }

  /** Of whom the statement is; empty for the force's, and where reports show no names. */
  private String nameOfOfficer() {
    if (choice.officer().isEmpty() || !workplace.order().policy().is(Policy.Key.REPORT_NAMES)) {
      return "";
    }
    Received received = workplace.received();
    return received.cases().load(received.spool().fileOf(choice.officer())).stream()
        .filter(one -> one.officerId().equals(choice.officer()) && !one.records().isEmpty())
        .findFirst()
        .map(one -> one.records().getLast().name())
        .orElse("");
  }

  @Override
  public ItemStreamWriter<Assessed> writer(String partition) {
    return new PartItemWriter<>(
        position -> ArrearsPart.open(work.parts(), partition, position),
        (part, officer) ->
            part.append(
                officer.officerId(),
                officer.unit(),
                officer.account().rows(),
                officer.rejected(),
                officer.account().notCovered()),
        workplace.progress());
  }

  /**
   * Counts what the ledger has paid to officers of whom the feed says nothing, as a partition of
   * its own.
   */
  private void writeOfOthers() throws IOException {
    Order order = workplace.order();
    Ledger ledger = new Ledger(workplace.database());
    Set<String> others = ledger.officers();
    if (!choice.officer().isEmpty()) {
      others.retainAll(Set.of(choice.officer()));
    }
    Received received = workplace.received();
    for (int file = 0; !others.isEmpty() && file < received.spool().fileCount(); file++) {
      received.cases().officers(received.spool().file(file)).forEach(others::remove);
    }
    Map<String, Integer> entries = new TreeMap<>(ByteOrder.OF_UTF_8);
    entries.putAll(ledger.entries(others, order.from(), order.to()));
    try (ArrearsPart part = ArrearsPart.open(work.parts(), OTHERS, "")) {
      for (Map.Entry<String, Integer> officer : entries.entrySet()) {
        part.append(officer.getKey(), "", List.of(), List.of(), officer.getValue());
      }
    }
  }

  @Override
  public void assemble() throws IOException {
    writeOfOthers();
    ArrearsFiles.merge(work.parts(), work.merged(), work.files());
    ArrearsStatement.write(
        work.merged(),
        work.files(),
        workplace.manifestRun(),
        choice.officer(),
        nameOfOfficer(),
        choice.claimDate());
    if (choice.proposes()) {
      Proposals.Proposal proposal = proposal();
      ArrearsFiles.writeProposal(work.files(), proposal.id(), proposal.lines());
    }
  }

  /**
   * What has not been proposed before, as far as the policy's limit allows, and no coming payroll
   * pays anyway. Where that is nothing and this very run has proposed before, it is that proposal
   * again.
   */
  private Proposals.Proposal proposal() throws IOException {
    Order order = workplace.order();
    ArrearsLimit limit =
        ArrearsLimit.of(order.policy().value(Policy.Key.ARREARS_LIMIT), choice.claimDate());
    OpenDays open = openDays();
    ArrearsFiles.differences(work.merged(), detail -> limit.see(detail.row()));
    Map<String, ArrearsRow> byFacts = new LinkedHashMap<>();
    ArrearsFiles.differences(
        work.merged(),
        detail -> {
          if (limit.allows(detail.row()) && !open.hold(detail.row())) {
            byFacts.put(facts(detail.row()), detail.row());
          }
        });
    List<Proposals.Latest> before =
        new Proposals(workplace.database()).latest(order.from(), order.to());
    int closings = new Ledger(workplace.database()).closings().size();
    int made = new Proposals(workplace.database()).count();
    Set<String> proposed = new LinkedHashSet<>(byFacts.keySet());
    before.stream()
        .filter(Proposals.Latest::stands)
        .map(Proposals.Latest::facts)
        .forEach(proposed::remove);
    if (proposed.isEmpty()) {
      Optional<Own> own = own(before, closings);
      if (own.isPresent() && byFacts.keySet().containsAll(own.get().facts())) {
        proposed.addAll(own.get().facts());
        made = own.get().before();
      }
    }
    byFacts.keySet().retainAll(proposed);
    return new Proposals.Proposal(
        id(byFacts.keySet(), closings, made),
        closings,
        order.runDate(),
        order.from(),
        order.to(),
        order.policy().text(),
        List.copyOf(byFacts.values()));
  }

  /**
   * What this very run has proposed before, the ledger being as it was then.
   *
   * @param before how many proposals there were then
   */
  private record Own(Set<String> facts, int before) {}

  private Optional<Own> own(List<Proposals.Latest> latest, int closings) {
    Map<Integer, Set<String>> byNumber = new TreeMap<>();
    Map<Integer, String> ids = new HashMap<>();
    for (Proposals.Latest line : latest) {
      byNumber.computeIfAbsent(line.number(), number -> new LinkedHashSet<>()).add(line.facts());
      ids.put(line.number(), line.proposal());
    }
    return byNumber.entrySet().stream()
        .map(proposal -> new Own(proposal.getValue(), proposal.getKey() - 1))
        .filter(own -> id(own.facts(), closings, own.before()).equals(ids.get(own.before() + 1)))
        .findFirst();
  }

  /**
   * The days after the last closed one: whoever closes them pays them as new, so that a proposal
   * would pay them twice. Where nothing is closed there are none.
   */
  private record OpenDays(long ofPay, long ofHolidayPay) {

    boolean hold(ArrearsRow row) {
      return row.workDate() >= (row.element() == Element.HOLIDAY_PAY ? ofHolidayPay : ofPay);
    }
  }

  private OpenDays openDays() {
    Ledger ledger = new Ledger(workplace.database());
    return new OpenDays(
        firstOpen(ledger, Ledger.Kind.PAYROLL), firstOpen(ledger, Ledger.Kind.HOLIDAY_PAY));
  }

  private static long firstOpen(Ledger ledger, Ledger.Kind kind) {
    return ledger.closedDays(kind).map(days -> days.to() + 1).orElse(Long.MAX_VALUE);
  }

  private static String facts(ArrearsRow row) {
    return Proposals.facts(
        row.officerId(),
        row.workDate(),
        row.element().name(),
        row.entitledPence(),
        row.paidPence());
  }

  /** The id of a proposal that this run makes after so many others. */
  private String id(Set<String> facts, int closings, int before) {
    List<String> text =
        new ArrayList<>(
            List.of(
                workplace.manifestRun().runId(),
                Integer.toString(closings),
                Integer.toString(before)));
    text.addAll(new TreeSet<>(facts));
    return Sha256.hex(String.join("\n", text)).substring(0, DIGITS);
  }

  @Override
  public List<String> reconcile() throws IOException {
    List<InputCount> inputs = workplace.inputs();
    Map<String, RowCounts> account = ArrearsFiles.account(work.merged());
    List<String> problems =
        new ArrayList<>(Reconciliation.ofRejections(account, inputs).problems());
    ArrearsFiles.Sums sums = ArrearsFiles.sums(work.merged());
    long difference = ArrearsFiles.outputs(work.files()).getFirst().amountPence().orElse(0);
    if (sums.entitledPence() - sums.paidPence() != difference) {
      problems.add("arrears.csv does not add up to what was due less what was paid.");
    }
    Manifest.writeComparing(
        work.files(),
        workplace.manifestRun(),
        inputs,
        account,
        ArrearsFiles.outputs(work.files()),
        ArrearsFiles.notCovered(work.merged()),
        new Reconciliation(problems));
    return problems;
  }

  @Override
  public void remember() throws IOException {
    workplace.remember(ArrearsFiles.outputs(work.files()), List.of());
    if (choice.proposes()) {
      Proposals.Proposal proposal = proposal();
      if (!proposal.lines().isEmpty()) {
        propose(proposal);
      }
    }
  }

  private void propose(Proposals.Proposal proposal) {
    Proposals proposals = new Proposals(workplace.database());
    if (proposals.begin(proposal)) {
      Failpoint.reach("proposal");
      proposals.lines(proposal);
      Failpoint.reach("proposal");
    }
  }

  @Override
  public int officers() throws IOException {
    return (int) ArrearsFiles.sums(work.merged()).officers();
  }

  @Override
  public List<String> summary() throws IOException {
    Order order = workplace.order();
    ArrearsFiles.Sums sums = ArrearsFiles.sums(work.merged());
    List<String> lines = new ArrayList<>();
    lines.add(
        "arrears %s to %s, run date %s"
            .formatted(
                LocalDate.ofEpochDay(order.from()),
                LocalDate.ofEpochDay(order.to()),
                LocalDate.ofEpochDay(order.runDate())));
    lines.add(
        "%s: %s due, %s paid, %s difference"
            .formatted(
                NightSummary.counted(sums.officers(), "officer"),
                NightSummary.pounds(sums.entitledPence()),
                NightSummary.pounds(sums.paidPence()),
                NightSummary.pounds(sums.entitledPence() - sums.paidPence())));
    RejectedWarning.of(ArrearsFiles.account(work.merged()), "due")
        .ifPresent(
            warning -> {
              LOG.warn(warning);
              lines.add("WARNING: " + warning);
            });
    if (!choice.officer().isEmpty() && !isInFeed(choice.officer())) {
      lines.add("WARNING: the feed has no row of an officer '%s'".formatted(choice.officer()));
    }
    long notCovered = ArrearsFiles.notCovered(work.merged());
    if (notCovered > 0) {
      lines.add(
          "%s and elements that were paid are not looked at, since the feed has no officers or roster row for them or does not go back far enough"
              .formatted(NightSummary.counted(notCovered, "work date")));
    }
    if (choice.proposes()) {
      lines.add(proposed(order));
      leftToPayroll().ifPresent(lines::add);
    }
    lines.add(
        "files: %s; log: %s".formatted(order.out(), order.out().resolveSibling("dutypay.log")));
    return lines;
  }

  private boolean isInFeed(String officer) {
    Received received = workplace.received();
    return received.cases().officers(received.spool().fileOf(officer)).contains(officer);
  }

  private Optional<String> leftToPayroll() throws IOException {
    OpenDays open = openDays();
    long[] left = {0};
    ArrearsFiles.differences(work.merged(), detail -> left[0] += open.hold(detail.row()) ? 1 : 0);
    return left[0] == 0
        ? Optional.empty()
        : Optional.of(
            "not proposed: %s of days that are not closed yet, whose payroll pays them"
                .formatted(NightSummary.counted(left[0], "difference")));
  }

  private static String proposed(Order order) throws IOException {
    Optional<String> id =
        Files.readAllLines(order.out().resolve(ArrearsFiles.PROPOSAL)).stream()
            .skip(1)
            .map(line -> line.substring(0, DIGITS))
            .findFirst();
    return id.map(
            proposal ->
                "proposed: %s; decide with jobs/accept-arrears %s --by WHO"
                    .formatted(proposal, proposal))
        .orElse("nothing to propose: there is no new difference");
  }
}
