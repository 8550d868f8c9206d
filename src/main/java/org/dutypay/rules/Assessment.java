package org.dutypay.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Part;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.Account;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Decision;
import org.dutypay.pay.Element;
import org.dutypay.pay.ExactAmount;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.Length;
import org.dutypay.pay.LineType;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.RowOutcome;
import org.dutypay.pay.Severity;
import org.dutypay.pay.TourCounts;
import org.dutypay.pay.Unit;
import org.dutypay.reference.Policy;

/**
 * One officer's assessment while it is being made: what the rules share (standing, the counts of
 * the week) and what they have found so far.
 */
final class Assessment {

  static final String ROSTER = "roster.csv";
  static final String TIMESHEETS = "timesheets.csv";
  static final String ACTING = "acting.csv";
  static final String CLAIMS = "claims.csv";
  static final String SECONDMENTS = "secondments.csv";

  private final OfficerCase officer;
  private final RunContext run;
  private final Standings standings;
  private final HigherRanks higherRanks;
  private final List<PayLine> lines = new ArrayList<>();
  private final List<Balance> balances = new ArrayList<>();
  private final List<PayException> exceptions = new ArrayList<>();
  private final Set<Long> exceptionIds = new HashSet<>();
  private final Map<Long, WeekCount> weeks = new HashMap<>();
  private final Set<DayAndAccount> daysCredited = new HashSet<>();
  private final RowAccount rows;
  private final Reasons reasons;
  private TourCounts tours = TourCounts.NONE;

  /** Where a day in lieu has been credited. */
  private record DayAndAccount(long date, Account account) {}

  Assessment(OfficerCase officer, RunContext run) {
    this(officer, run, Reasons.UNHEARD);
  }

  Assessment(OfficerCase officer, RunContext run, Reasons reasons) {
    this.officer = officer;
    this.run = run;
    this.reasons = reasons;
    standings = new Standings(officer.records(), run.payScales());
    higherRanks = new HigherRanks(officer, run, standings, this::decided);
    rows = new RowAccount(officer, run);
  }

  OfficerCase officer() {
    return officer;
  }

  RunContext run() {
    return run;
  }

  ForceDays forceDays() {
    return run.forceDays();
  }

  /** What the officer is on a day, a temporary promotion and the like included. */
  Standing on(long date) {
    return higherRanks.any() ? higherRanks.on(date) : standings.on(date);
  }

  HigherRanks higherRanks() {
    return higherRanks;
  }

  /** The counts of the week that holds a force day. */
  WeekCount week(long date) {
    return weeks.computeIfAbsent(forceDays().week(date), week -> new WeekCount());
  }

  List<PayLine> lines() {
    return lines;
  }

  List<Balance> balances() {
    return balances;
  }

  List<PayException> exceptions() {
    return exceptions;
  }

  RowAccount rows() {
    return rows;
  }

  /** Where rules say what decided them. */
  Reasons reasons() {
    return reasons;
  }

  /** What became of the rostered tours. */
  TourCounts tours() {
    return tours;
  }

  void tours(TourCounts counts) {
    tours = counts;
  }

  /**
   * Clear days of notice: neither the day of the notice nor the day of the duty counts (G 2.19.6).
   */
  long clearDays(long date, long informedAt) {
    return date - forceDays().of(informedAt) - 1;
  }

  /**
   * Pays time at a multiple of the hourly rate, or says that there is no rate to pay it at. Nothing
   * is written for no time.
   *
   * @param why the sentence's first half; the arithmetic is added
   */
  void pay(
      long workDate,
      Element element,
      Length time,
      Multiple multiple,
      Paragraph rule,
      List<Duty> duties,
      String why) {
    if (!time.isPositive()) {
      return;
    }
    Standing standing = on(workDate);
    Optional<HourlyRate> rate =
        element == Element.OVERTIME ? standing.overtimeRate() : standing.rate();
    if (rate.isEmpty()) {
      noRate(workDate, standing, duties);
      return;
    }
    rows.paid(workDate, duties);
    line(workDate, element, time, multiple, rule, rate.get(), sources(duties), why);
  }

  /** Writes a line of hours, already known to be due and to have a rate. */
  void line(
      long workDate,
      Element element,
      Length time,
      Multiple multiple,
      Paragraph rule,
      HourlyRate rate,
      String source,
      String why) {
    explain(workDate, rule, element, why);
    if (!run.gives(workDate)) {
      return;
    }
    long amount = rate.amount(multiple, time, run.policy().rounding());
    String note =
        why
            + "; "
            + time.inMinutes()
            + " min at "
            + multiple
            + " x "
            + rate.annual()
            + " x 6 / 12,520 an hour";
    lines.add(
        new PayLine(
            workDate,
            element,
            time.hundredthsOfAnHour(),
            Unit.HOURS,
            rate.printed(multiple),
            multiple,
            amount,
            LineType.NEW,
            rule,
            source,
            note));
  }

  /**
   * Writes a line that is not paid by the hour.
   *
   * @param rate what one unit is paid, for the reader
   */
  void line(
      long workDate,
      Element element,
      long unitsHundredths,
      Unit unit,
      ExactAmount rate,
      ExactAmount amount,
      Paragraph rule,
      String source,
      String note) {
    explain(workDate, rule, element, source.isEmpty() ? note : source + ": " + note);
    if (run.gives(workDate)) {
      lines.add(
          new PayLine(
              workDate,
              element,
              unitsHundredths,
              unit,
              rate.printed(),
              Multiple.ONE,
              amount.rounded(run.policy().rounding()),
              LineType.NEW,
              rule,
              source,
              note));
    }
  }

  /** Says that a rule gave a line or balance. */
  private void explain(long date, Paragraph rule, Enum<?> given, String why) {
    if (reasons.listens()) {
      reasons.applied(date, rule, given + ": " + why);
    }
  }

  private void noRate(long workDate, Standing standing, List<Duty> duties) {
    if (duties.isEmpty()) {
      noRate(workDate, standing, "", 0, "");
    } else {
      Duty first = duties.getFirst();
      noRate(workDate, standing, first.entryId(), first.line(), TIMESHEETS);
      rows.held(workDate, duties, ExceptionCode.NO_RATE);
    }
  }

  /** One for each day and first source of a line that cannot be priced (rulebook 2). */
  void noRate(long workDate, Standing standing, String entryId, int line, String file) {
    OfficerRecord record = standing.record();
    Gap.Unknown missing = missingRate(workDate, record);
    noRate(workDate, record, missing, entryId, line, file, new Facts().officer(standing));
  }

  /** As above, for the line of a day in a higher rank. */
  void noRate(HigherRankDay day, Gap.Unknown missing) {
    noRate(day.date(), day.own().record(), missing, "", day.row().line(), ACTING, day.facts());
  }

  private void noRate(
      long workDate,
      OfficerRecord record,
      Gap.Unknown missing,
      String entryId,
      int line,
      String file,
      Facts facts) {
    if (exceptionIds.contains(
        PayException.idOf(
            ExceptionCode.NO_RATE, officer.officerId(), workDate, entryId, file, ""))) {
      return;
    }
    raise(
        ExceptionCode.NO_RATE,
        workDate,
        file,
        line,
        entryId,
        "",
        whyNoRate(workDate, record, missing),
        facts.toString());
  }

  /** What is to be said where an officer has no rate of pay on a day. */
  String whyNoRate(long workDate) {
    OfficerRecord record = on(workDate).record();
    return whyNoRate(workDate, record, missingRate(workDate, record));
  }

  private static String whyNoRate(long workDate, OfficerRecord record, Gap.Unknown missing) {
    return record.covers(workDate)
        ? "There is no rate for "
            + missing.inWords()
            + " on "
            + day(workDate)
            + ", so this cannot be priced."
        : "No officers row covers " + day(workDate) + ", so this cannot be priced.";
  }

  private Gap.Unknown missingRate(long workDate, OfficerRecord record) {
    return higherRanks
        .unknownOn(workDate)
        .orElse(new Gap.Unknown(record.payScale(), record.payPoint()));
  }

  /** Credits minutes to an account. */
  void creditMinutes(
      long workDate,
      Account account,
      long minutes,
      long expiresOn,
      Paragraph rule,
      List<Duty> duties,
      String note) {
    rows.credited(workDate, duties);
    explain(workDate, rule, account, note);
    if (run.gives(workDate)) {
      balances.add(
          Balance.ofMinutes(workDate, account, minutes, expiresOn, rule, sources(duties), note));
    }
  }

  /**
   * Credits a day in lieu, once a day and account however many periods (rulebook 7). Parts come in
   * order of time.
   */
  void creditDayInLieu(Part part, Account account, long expiresOn, Paragraph rule, String note) {
    long date = part.day().date();
    rows.credited(date, part.duties());
    boolean isFirst = daysCredited.add(new DayAndAccount(date, account));
    if (isFirst) {
      reasons.applied(part, rule, () -> account + ": " + note);
    } else {
      reasons.refused(part, rule, () -> account + ": a day has been credited for this day already");
    }
    if (isFirst && run.gives(date)) {
      balances.add(
          Balance.ofDays(date, account, 100, expiresOn, rule, sources(part.duties()), note));
    }
  }

  /** Takes a day in lieu from its account (rulebook 4). */
  void takeDayInLieu(long date, Account account) {
    explain(date, Paragraph.R_4, account, "day in lieu taken");
    if (run.gives(date)) {
      balances.add(
          Balance.ofDays(date, account, -100, None.NONE, Paragraph.R_4, "", "day in lieu taken"));
    }
  }

  /**
   * Raises a matter about a part of duty, under the first of its rows; what a person has decided
   * about it on these facts.
   */
  Optional<Decision.Verdict> raise(ExceptionCode code, Part part, String message) {
    return raise(code, part, message, List.of());
  }

  Optional<Decision.Verdict> raise(
      ExceptionCode code, Part part, String message, List<Policy.Key> keys) {
    return raise(code, part, code.rule(), message, keys);
  }

  /** As above, where another paragraph than the code's own stands behind it. */
  void raise(ExceptionCode code, Part part, Paragraph rule, String message) {
    raise(code, part, rule, message, List.of());
  }

  private Optional<Decision.Verdict> raise(
      ExceptionCode code, Part part, Paragraph rule, String message, List<Policy.Key> keys) {
    long date = part.day().date();
    Duty first = part.first();
    return raise(
        code,
        code.severity(),
        date,
        TIMESHEETS,
        first.line(),
        first.entryId(),
        Facts.moment(part.start()),
        rule,
        message,
        Facts.of(part, on(date)).policy(run.policy(), keys).toString());
  }

  /** Raises a matter about one duty row. */
  void raise(ExceptionCode code, long date, Duty duty, String message, String facts) {
    raise(code, date, TIMESHEETS, duty.line(), duty.entryId(), "", message, facts);
  }

  /**
   * Raises a matter about one day of an acting row: officer and day tell it from any other, so that
   * it stays the same matter when the row is corrected.
   */
  Optional<Decision.Verdict> raise(
      ExceptionCode code, long date, ActingDay row, String message, Facts facts) {
    return raise(
        code,
        code.severity(),
        date,
        ACTING,
        row.line(),
        "",
        "",
        code.rule(),
        message,
        facts.toString());
  }

  /**
   * Raises a matter that holds back one day of an acting row, and says in the row's account what
   * came of it.
   *
   * @return whether a person has released it
   */
  boolean isReleased(ExceptionCode code, HigherRankDay day, String message, Facts facts) {
    Optional<Decision.Verdict> verdict = raise(code, day.date(), day.row(), message, facts);
    if (verdict.filter(Decision.Verdict.RELEASE::equals).isPresent()) {
      return true;
    }
    if (verdict.filter(Decision.Verdict.REFUSE::equals).isPresent()) {
      rows.notDue(day.date(), day.row(), RowOutcome.REFUSED);
    } else {
      rows.held(day.date(), day.row(), code);
    }
    return false;
  }

  /** What a person has decided about a matter of an acting row's day, without raising it. */
  private Optional<Decision.Verdict> decided(ExceptionCode code, long date, Facts facts) {
    if (officer.decisions().isEmpty()) {
      return Optional.empty();
    }
    long id = PayException.idOf(code, officer.officerId(), date, "", ACTING, "");
    return verdict(id, PayException.hash(facts.toString()));
  }

  /**
   * Raises a matter about a secondments row, which its host and first day tell from any other of
   * the officer.
   */
  void raise(ExceptionCode code, long date, Secondment row, String message) {
    raise(
        code,
        date,
        SECONDMENTS,
        row.line(),
        "",
        row.host() + ' ' + day(row.from()),
        message,
        Facts.of(row).toString());
  }

  /** Raises a matter about a claim. */
  Optional<Decision.Verdict> raise(
      ExceptionCode code, Claim claim, Paragraph rule, String message, Facts facts) {
    return raise(
        code,
        code.severity(),
        claim.date(),
        CLAIMS,
        claim.line(),
        claim.claimId(),
        "",
        rule,
        message,
        facts.toString());
  }

  void raise(
      ExceptionCode code,
      long date,
      String file,
      int line,
      String entryId,
      String subKey,
      String message,
      String facts) {
    raise(code, code.severity(), date, file, line, entryId, subKey, code.rule(), message, facts);
  }

  /**
   * Raises a matter. The sub-key counts for rows without an id and for rejected rows; elsewhere
   * only where another matter of one code, day and entry has taken the id without it.
   *
   * @return what a person has decided about it on these facts
   */
  Optional<Decision.Verdict> raise(
      ExceptionCode code,
      Severity severity,
      long date,
      String file,
      int line,
      String entryId,
      String subKey,
      Paragraph rule,
      String message,
      String facts) {
    boolean needsSubKey = entryId.isEmpty() || code.severity() == Severity.REJECTED;
    String ownKey = needsSubKey ? subKey : "";
    long id = PayException.idOf(code, officer.officerId(), date, entryId, file, ownKey);
    for (int again = 1; !exceptionIds.add(id); again++) {
      String key = again == 1 && !needsSubKey ? subKey : subKey + '#' + again;
      id = PayException.idOf(code, officer.officerId(), date, entryId, file, key);
    }
    long factsHash = PayException.hash(facts);
    if (date == None.NONE || run.reports(date)) {
      exceptions.add(
          new PayException(
              id,
              factsHash,
              code,
              severity,
              officer.officerId(),
              date,
              file,
              line,
              entryId,
              PayException.NONE,
              PayException.NONE,
              message,
              rule,
              facts));
    }
    Optional<Decision.Verdict> verdict = possible(code, verdict(id, factsHash));
    if (reasons.listens()) {
      String claim = file.equals(CLAIMS) ? entryId + ": " : "";
      reasons.applied(date, rule, claim + "raises " + code + whatHolds(code, severity, verdict));
    }
    return verdict;
  }

  /** A release of what cannot be released is no decision (rulebook 17). */
  static Optional<Decision.Verdict> possible(
      ExceptionCode code, Optional<Decision.Verdict> verdict) {
    return verdict.filter(decided -> decided != Decision.Verdict.RELEASE || code.isReleasable());
  }

  private static String whatHolds(
      ExceptionCode code, Severity severity, Optional<Decision.Verdict> verdict) {
    if (verdict.isPresent()) {
      return ", on which a person decided " + verdict.get();
    }
    if (severity != Severity.BLOCKING) {
      return "";
    }
    return code.isReleasable()
        ? ", held until a person decides"
        : ", held until the data are corrected";
  }

  /** What a person has decided about a matter on the facts it has now. */
  Optional<Decision.Verdict> verdict(PayException exception) {
    return verdict(exception.id(), exception.facts());
  }

  /** What a person has decided about a matter, where its facts are still those decided on. */
  private Optional<Decision.Verdict> verdict(long id, long facts) {
    Decision decision = officer.decisions().get(id);
    return decision != null && decision.appliesTo(facts)
        ? Optional.of(decision.verdict())
        : Optional.empty();
  }

  /** Whether a person has decided so about a matter, on the facts it has now. */
  boolean isDecided(Decision.Verdict verdict, PayException exception) {
    return verdict(exception).filter(verdict::equals).isPresent();
  }

  static String sources(List<Duty> duties) {
    return duties.size() == 1
        ? duties.getFirst().entryId()
        : duties.stream().map(Duty::entryId).collect(Collectors.joining(";"));
  }

  static String day(long date) {
    return LocalDate.ofEpochDay(date).toString();
  }
}
