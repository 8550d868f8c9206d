package org.dutypay.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.dutypay.duty.None;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Publication of rosters: rulebook 15, G 2.5.1. A roster is published at least a month before it
 * starts; told of once for each publication, on the first day that came too soon. Full-time
 * inspecting ranks have no such right.
 */
final class RosterPublication {

  private final long runDate;
  private final Dated<Integer> months;

  RosterPublication(RunContext run) {
    runDate = run.runDate();
    months =
        new Dated<>(
            run.numbers(), (dated, day) -> dated.whole("roster-publication.months-ahead", day));
  }

  void assess(Assessment assessment) {
    Set<Long> told = new HashSet<>();
    long published = None.NONE;
    long inTime = None.NONE;
    for (RosterDay row : assessment.officer().roster()) {
      if (row.date() > runDate) {
        return;
      }
      if (!None.isGiven(row.publishedOn())) {
        continue;
      }
      if (row.publishedOn() != published) {
        published = row.publishedOn();
        inTime = firstDayInTime(published);
      }
      boolean isLate = row.date() < inTime && hasRight(assessment.on(row.date()));
      if (isLate && told.add(published)) {
        late(row, inTime, assessment);
      } else if (assessment.reasons().listens()) {
        String why = row.date() < inTime ? whyNotTold(isLate) : "a month before or earlier";
        assessment
            .reasons()
            .refused(
                row.date(),
                Paragraph.G_2_5_1,
                "roster published on " + Assessment.day(published) + ", " + why);
      }
    }
  }

  private static String whyNotTold(boolean isLate) {
    return isLate
        ? "too late, which is told on the first such day"
        : "late, but full-time inspecting ranks have no right to a month";
  }

  private long firstDayInTime(long published) {
    return LocalDate.ofEpochDay(published).plusMonths(months.on(published)).toEpochDay();
  }

  private static boolean hasRight(Standing standing) {
    return !standing.isInspecting() || standing.isPartTime();
  }

  private void late(RosterDay row, long inTime, Assessment assessment) {
    String message =
        "The roster of "
            + Assessment.day(row.date())
            + " was published on "
            + Assessment.day(row.publishedOn())
            + ", "
            + (inTime - row.date())
            + (inTime - row.date() == 1 ? " day" : " days")
            + " too late: it could start on "
            + Assessment.day(inTime)
            + ".";
    String facts =
        new Facts()
            .value("roster day", Assessment.day(row.date()))
            .value("published_on", Assessment.day(row.publishedOn()))
            .toString();
    assessment.raise(
        ExceptionCode.ROSTER_LATE,
        row.date(),
        Assessment.ROSTER,
        row.line(),
        "",
        "",
        message,
        facts);
  }
}
