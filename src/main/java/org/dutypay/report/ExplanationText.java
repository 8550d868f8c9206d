package org.dutypay.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Day;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Part;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Secondment;
import org.dutypay.duty.Tour;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Decision;
import org.dutypay.pay.HourlyRate;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Policy;
import org.dutypay.rules.Count;
import org.dutypay.rules.Explanation;
import org.dutypay.rules.Reason;
import org.dutypay.rules.Standing;

/** One explained force day as plain text, for a person at a terminal: no line over a hundred. */
public final class ExplanationText {

  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  /** A space at which no line is broken. */
  private static final char TIED = '\u00a0';

  private final Explanation day;
  private final List<String> lines = new ArrayList<>();

  private ExplanationText(Explanation day) {
    this.day = day;
  }

  /** The lines of the text. */
  public static List<String> of(Explanation day) {
    ExplanationText text = new ExplanationText(day);
    text.head();
    text.standing();
    text.roster();
    text.duties();
    text.parts();
    text.otherRows();
    text.rules();
    text.unsocialHours();
    text.counters();
    text.payLines();
    text.balances();
    text.exceptions();
    text.rejectedRows();
    text.rowOutcomes();
    return List.copyOf(text.lines);
  }

  private void head() {
    ForceDays forceDays = day.run().forceDays();
    Policy policy = day.run().policy();
    long date = day.date();
    String weekday =
        LocalDate.ofEpochDay(date).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    wrap(
        "",
        "Officer %s, force day %s %s: %s"
            .formatted(
                day.officer().officerId(),
                weekday,
                date(date),
                span(forceDays.start(date), forceDays.end(date))));
    wrap(
        "",
        "Week from %s, run date %s, policy: %s"
            .formatted(date(forceDays.week(date)), date(day.run().runDate()), choices(policy)));
  }

  private static String choices(Policy policy) {
    Policy standard = Policy.standard();
    List<String> chosen = new ArrayList<>();
    for (Policy.Key key : Policy.Key.values()) {
      if (!policy.value(key).equals(standard.value(key))) {
        chosen.add(key.text() + ": " + policy.value(key));
      }
    }
    return chosen.isEmpty() ? "standard" : String.join(", ", chosen);
  }

  private void standing() {
    heading("Standing");
    if (day.standing().isEmpty()) {
      wrap(INDENT, "no officers row names the officer");
      return;
    }
    Standing standing = day.standing().get();
    OfficerRecord record = standing.record();
    if (!record.covers(day.date())) {
      wrap(INDENT, "no officers row covers the day; the nearest one says:");
    }
    if (day.run().policy().is(Policy.Key.REPORT_NAMES) && !record.name().isEmpty()) {
      wrap(INDENT, record.name() + (record.unit().isEmpty() ? "" : ", " + record.unit()));
    }
    Optional<HourlyRate> own =
        record.covers(day.date())
            ? day.run().payScales().rate(record.payScale(), record.payPoint(), day.date())
            : Optional.empty();
    wrap(
        INDENT,
        "%s, pay scale %s, point %s: %s"
            .formatted(record.rank().inWords(), record.payScale(), record.payPoint(), rate(own)));
    wrap(
        INDENT,
        "%s hours a week, %s, %s shifts (officers.csv line %d, from %s%s)"
            .formatted(
                new Length(record.weeklyHoursTenThousandths()).inMinutes(),
                record.isPartTime() ? "part-time" : "full-time",
                record.variableShifts() ? "variable" : "regular",
                record.line(),
                date(record.from()),
                record.to() == Long.MAX_VALUE ? "" : " to " + date(record.to())));
    higherRank(standing);
    for (Secondment secondment : day.officer().secondments()) {
      if (secondment.covers(day.date())) {
        wrap(
            INDENT,
            "seconded to %s under %s (secondments.csv line %d)"
                .formatted(secondment.host(), secondment.basis(), secondment.line()));
      }
    }
  }

  /** What a day in a higher rank changes on the day's other lines (11). */
  private void higherRank(Standing standing) {
    if (standing.rank() != standing.record().rank()) {
      wrap(
          INDENT,
          "on temporary promotion to %s: everything at %s"
              .formatted(standing.rank().inWords(), rate(standing.rate())));
    } else if (!standing.overtimeRate().equals(standing.rate())) {
      wrap(INDENT, "overtime as acting sergeant, at " + rate(standing.overtimeRate()));
    }
    standing
        .withoutOvertimeBy()
        .ifPresent(
            row ->
                wrap(
                    INDENT,
                    "no paid overtime while acting as %s (acting.csv line %d)"
                        .formatted(row.actingRank().inWords(), row.line())));
  }

  private static String rate(Optional<HourlyRate> rate) {
    return rate.map(
            hourly ->
                hourly.annual()
                    + " a year, "
                    + tenThousandths(hourly.printed(Multiple.ONE))
                    + " an hour")
        .orElse("no rate that is known");
  }

  private void roster() {
    heading("Roster");
    wrap(INDENT, day.row().map(ExplanationText::rosterRow).orElseGet(this::noRosterRow));
    wrap(INDENT, "treated as " + inWords(day.day().kind()));
    for (Tour tour : day.tours()) {
      boolean isMoved = tour.start() != tour.rosteredStart();
      wrap(
          INDENT,
          "effective tour "
              + span(tour.start(), tour.end())
              + (isMoved
                  ? ", moved by an early start from "
                      + span(tour.rosteredStart(), tour.rosteredEnd())
                  : "")
              + (tour.blockEnd() > tour.start()
                  ? "; " + span(tour.start(), tour.blockEnd()) + " is overtime itself"
                  : ""));
    }
  }

  /** A day beyond the feed should not look like one on which nothing happened. */
  private String noRosterRow() {
    List<RosterDay> roster = day.officer().roster();
    return roster.isEmpty()
        ? "no roster row; the feed has none of the officer"
        : "no roster row; the officer's go from %s to %s"
            .formatted(date(roster.getFirst().date()), date(roster.getLast().date()));
  }

  private static String rosterRow(RosterDay row) {
    StringBuilder text = new StringBuilder(row.dayType().name());
    if (row.hasTimes()) {
      text.append(' ')
          .append(London.time(row.startsAt()))
          .append(" to ")
          .append(London.time(row.endsAt()));
    }
    if (row.lieuOf() != null) {
      text.append(", in lieu of ").append(row.lieuOf());
    }
    if (row.originalDayType() != null) {
      text.append(", originally ")
          .append(row.originalDayType())
          .append(", changed on ")
          .append(date(row.changedOn()));
    }
    if (None.isGiven(row.publishedOn())) {
      text.append(", published on ").append(date(row.publishedOn()));
    }
    return text.append(" (roster.csv line ").append(row.line()).append(')').toString();
  }

  private static String inWords(Day.Kind kind) {
    return switch (kind) {
      case DUTY -> "a duty day";
      case REST_DAY -> "a rest day";
      case FREE_DAY -> "a free day";
      case PUBLIC_HOLIDAY -> "a public holiday";
      case ANNUAL_LEAVE -> "annual leave";
      case TOIL_TAKEN -> "time off taken";
      case ABSENCE -> "an absence";
      case NO_ROSTER -> "a day without a roster row";
    };
  }

  private void duties() {
    heading("Duties on the day, with what they are unbroken with");
    noneIfEmpty(day.duties());
    for (Duty duty : day.duties()) {
      wrap(
          INDENT,
          "%s  %s  %d min%s (timesheets.csv line %d)"
              .formatted(
                  duty.entryId(),
                  span(duty.start(), duty.end()),
                  duty.end() - duty.start(),
                  attributes(duty),
                  duty.line()));
    }
  }

  private static String attributes(Duty duty) {
    StringBuilder text = new StringBuilder();
    if (None.isGiven(duty.informedAt())) {
      text.append(", told ").append(moment(duty.informedAt()));
    }
    text.append(duty.timeOff() ? ", time off" : ", pay");
    if (duty.travelMinutes() > 0) {
      text.append(", travel ").append(duty.travelMinutes()).append(" min");
    }
    text.append(duty.ownRequest() ? ", own request" : "");
    text.append(duty.solePerformer() ? ", sole performer" : "");
    if (duty.authorisedByRank() != null) {
      text.append(", authorised by ").append(duty.authorisedByRank());
    }
    if (None.isGiven(duty.replacementDay())) {
      text.append(", replacement day ").append(date(duty.replacementDay()));
    }
    if (None.isGiven(duty.replacementInformedAt())) {
      text.append(", told of it ").append(moment(duty.replacementInformedAt()));
    }
    if (None.isGiven(duty.stoodDownAt())) {
      text.append(", stood down ").append(moment(duty.stoodDownAt()));
    }
    return text.toString();
  }

  private void parts() {
    heading("How they were cut");
    noneIfEmpty(day.parts());
    for (Part part : day.parts()) {
      boolean isOfTheDay = part.day().date() == day.date();
      wrap(
          INDENT,
          "%s  %d min  %s (%s)%s"
              .formatted(
                  when(part),
                  part.minutes(),
                  inWords(part),
                  part.duties().stream().map(Duty::entryId).collect(Collectors.joining(", ")),
                  isOfTheDay ? "" : "; belongs to force day " + date(part.day().date())));
    }
  }

  private static String inWords(Part part) {
    return switch (part) {
      case Part.SalaryTime salary -> "inside the tour: salary pays it";
      case Part.BookedOnEarly bookedOn -> "booked on early: no requirement, not paid";
      case Part.UnpaidDuty unpaid -> "not paid: duty on " + inWords(unpaid.day().kind());
      case Part.RetainedOccasion occasion -> "occasion: retained after the tour";
      case Part.EarlyBlock block -> "block: early start without due notice";
      case Part.Recall recall ->
          recall.day().kind() == Day.Kind.TOIL_TAKEN
              ? "recall from time off taken"
              : "recall between tours";
      case Part.RestDayPeriod period -> "period on a rest day" + howItCame(period);
      case Part.FreeDayPeriod period -> "period on a free day" + howItCame(period);
      case Part.HolidayPeriod period -> "period on a public holiday" + howItCame(period);
      case Part.LeaveDayWorked leave -> "leave day worked";
    };
  }

  private static String howItCame(Part.Period period) {
    return period.retained() ? ", retained" : "";
  }

  /** From when to when; only its start where its minutes are not in one piece. */
  private String when(Part part) {
    long end = part.start() + part.minutes();
    long booked =
        part.duties().stream()
            .mapToLong(
                duty ->
                    Math.max(0, Math.min(duty.end(), end) - Math.max(duty.start(), part.start())))
            .sum();
    boolean isUnbroken =
        booked == part.minutes()
            && day.parts().stream()
                .noneMatch(other -> other.start() > part.start() && other.start() < end);
    return isUnbroken ? span(part.start(), end) : moment(part.start()) + " and later";
  }

  private void otherRows() {
    List<ActingDay> acting =
        day.officer().acting().stream()
            .filter(row -> row.date() <= day.date() && day.date() <= row.to())
            .toList();
    List<Claim> claims =
        day.officer().claims().stream().filter(claim -> claim.date() == day.date()).toList();
    if (acting.isEmpty() && claims.isEmpty()) {
      return;
    }
    heading("Acting and claims");
    for (ActingDay row : acting) {
      wrap(
          INDENT,
          "%s as %s%s%s, %s (acting.csv line %d)"
              .formatted(
                  row.basis(),
                  row.actingRank(),
                  None.isGiven(row.hoursTenThousandths())
                      ? ", " + new Length(row.hoursTenThousandths()).inMinutes() + " hours"
                      : "",
                  row.wholeTour() ? ", whole tour" : "",
                  None.isGiven(row.claimedOn())
                      ? "claimed on " + date(row.claimedOn())
                      : "not claimed",
                  row.line()));
    }
    for (Claim claim : claims) {
      wrap(
          INDENT,
          "%s  %s%s%s (claims.csv line %d)"
              .formatted(
                  claim.claimId(),
                  claim.type(),
                  None.isGiven(claim.quantityTenThousandths())
                      ? ", quantity " + new Length(claim.quantityTenThousandths()).inMinutes()
                      : "",
                  None.isGiven(claim.amountPence())
                      ? ", amount " + Pounds.plain(claim.amountPence())
                      : "",
                  claim.line()));
    }
  }

  private void rules() {
    heading("Rules asked");
    Map<Long, List<Reason>> byPart = new LinkedHashMap<>();
    for (Reason reason : reasons(reason -> reason.rule() != Paragraph.G_1_18_1)) {
      byPart.computeIfAbsent(reason.at(), part -> new ArrayList<>()).add(reason);
    }
    noneIfEmpty(byPart.keySet());
    byPart.forEach(
        (at, reasons) -> {
          wrap(INDENT, about(at));
          reasons.forEach(reason -> reason(INDENT + INDENT, reason));
        });
  }

  private String about(long at) {
    if (!None.isGiven(at)) {
      return "the day";
    }
    Optional<Part> part = day.parts().stream().filter(one -> one.start() == at).findFirst();
    return part.map(one -> when(one) + ", " + inWords(one)).orElseGet(() -> moment(at));
  }

  private void unsocialHours() {
    heading("Unsocial hours");
    List<Reason> reasons = reasons(reason -> reason.rule() == Paragraph.G_1_18_1);
    List<Explanation.Worked> elsewhere =
        day.worked().stream().filter(chain -> chain.date() != day.date()).toList();
    if (elsewhere.isEmpty()) {
      noneIfEmpty(reasons);
    }
    reasons.forEach(reason -> reason(INDENT, reason));
    for (Explanation.Worked chain : elsewhere) {
      wrap(
          INDENT,
          "those of the chain from %s count on force day %s, to which its first segment belongs"
              .formatted(span(chain.start(), chain.end()), date(chain.date())));
    }
  }

  private List<Reason> reasons(Predicate<Reason> which) {
    return day.reasons().stream().filter(which).toList();
  }

  private void reason(String indent, Reason reason) {
    String head =
        "%s  %-9s ".formatted(reason.applied() ? "applied" : "refused", reason.rule().citation());
    wrap(indent, indent + " ".repeat(head.length()), head + reason.fact());
  }

  private void counters() {
    heading("Counters");
    noneIfEmpty(day.counts());
    for (Count count : day.counts()) {
      wrap(
          INDENT,
          count.counter()
              + ": "
              + (count.before().equals(count.after())
                  ? count.after() + ", not changed by the day"
                  : count.before() + " before, " + count.after() + " after"));
    }
  }

  private void payLines() {
    heading("Lines");
    noneIfEmpty(day.lines());
    for (PayLine line : day.lines()) {
      wrap(
          INDENT,
          "%s  %s %s at %s (x %s): %s  %s  %s"
              .formatted(
                  line.element(),
                  Pounds.plain(line.unitsHundredths()),
                  line.unit(),
                  tenThousandths(line.rateTenThousandths()),
                  line.multiple(),
                  Pounds.plain(line.amountPence()),
                  line.rule().citation(),
                  line.source()));
      wrap(INDENT + INDENT, line.note());
    }
  }

  private void balances() {
    heading("Balances");
    noneIfEmpty(day.balances());
    for (Balance balance : day.balances()) {
      String amount =
          balance.minutes() == Balance.NONE
              ? Pounds.plain(balance.daysHundredths()) + " days"
              : balance.minutes() + " min";
      String until =
          balance.expiresOn() == Balance.NONE ? "" : " until " + date(balance.expiresOn());
      wrap(
          INDENT,
          "%s  %s%s  %s  %s"
              .formatted(
                  balance.account(), amount, until, balance.rule().citation(), balance.source()));
      wrap(INDENT + INDENT, balance.note());
    }
  }

  private void exceptions() {
    heading("Exceptions");
    noneIfEmpty(day.exceptions());
    for (PayException exception : day.exceptions()) {
      Optional<Decision.Verdict> verdict = Optional.ofNullable(day.decided().get(exception.id()));
      boolean isSettled =
          verdict.filter(decision -> decision != Decision.Verdict.ACKNOWLEDGE).isPresent();
      String held =
          exception.heldPence() == PayException.NONE
              ? ""
              : (isSettled ? ", was held: " : ", held ") + Pounds.plain(exception.heldPence());
      String decided = verdict.map(decision -> ", decided: " + decision).orElse("");
      wrap(
          INDENT,
          "%s %s  %s%s%s  %s"
              .formatted(
                  exception.severity(),
                  exception.code(),
                  exception.rule().citation(),
                  held,
                  decided,
                  exception.entryId()));
      wrap(INDENT + INDENT, exception.message());
      wrap(
          INDENT + INDENT,
          "exception_id "
              + PayException.hex(exception.id())
              + ", facts "
              + PayException.hex(exception.facts()));
    }
  }

  private void rejectedRows() {
    if (day.rejected().isEmpty()) {
      return;
    }
    heading("Rejected rows of the days beside it, or without a readable day");
    day.rejected()
        .forEach(
            row ->
                wrap(
                    INDENT,
                    row.code()
                        + "  "
                        + (None.isGiven(row.date()) ? date(row.date()) : "no readable day")
                        + "  "
                        + row.file()
                        + " line "
                        + row.line()
                        + ": "
                        + day.run().inWords(row.problem())));
  }

  private void rowOutcomes() {
    heading("What became of the rows");
    noneIfEmpty(day.rows());
    day.rows()
        .forEach(
            row ->
                wrap(
                    INDENT,
                    (row.entryId().isEmpty() ? "" : row.entryId() + "  ")
                        + row.kind()
                        + (row.reason().isEmpty() ? "" : " " + row.reason())
                        + " ("
                        + row.file()
                        + " line "
                        + row.line()
                        + ")"));
  }

  private void heading(String text) {
    lines.add("");
    lines.add(text);
  }

  private void noneIfEmpty(Collection<?> found) {
    if (found.isEmpty()) {
      lines.add(INDENT + "none");
    }
  }

  private void wrap(String indent, String text) {
    wrap(indent, indent + INDENT + INDENT, text);
  }

  /**
   * Breaks a sentence at spaces; what a feed's cells hold beside text is shown as question marks.
   */
  private void wrap(String first, String next, String text) {
    String rest =
        text.replaceAll("\\p{Cc}", "?").replaceAll(" line (?=\\d)", " line" + TIED).strip();
    String indent = first;
    while (indent.length() + rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH - indent.length());
      end = end < 0 ? rest.indexOf(' ') : end;
      if (end < 0) {
        break;
      }
      lines.add(indent + rest.substring(0, end).stripTrailing().replace(TIED, ' '));
      rest = rest.substring(end).strip();
      indent = next;
    }
    lines.add(indent + rest.replace(TIED, ' '));
  }

  private static String date(long date) {
    return LocalDate.ofEpochDay(date).toString();
  }

  private static String moment(long minute) {
    return London.text(minute);
  }

  /** The day is said once where both ends lie on it. */
  private static String span(long start, long end) {
    String last = moment(end);
    boolean isOneDay = London.date(start) == London.date(end);
    return moment(start) + " to " + (isOneDay ? last.substring(last.indexOf('T') + 1) : last);
  }

  private static String tenThousandths(long value) {
    return BigDecimal.valueOf(value, 4).toPlainString();
  }
}
