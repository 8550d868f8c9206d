package org.dutypay.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.pay.Pounds;

/**
 * What a reviewer sees of an exception beside its row of exceptions.csv.
 *
 * @param rosterDay what was planned for the day, empty where nothing was
 * @param duties what was booked for the day, and the row concerned, a sentence each
 * @param paid what is paid for the day, a sentence each
 */
public record MatterDetail(String rosterDay, List<String> duties, List<String> paid) {

  /** Of a matter that is no row's of an officer's case. */
  public static final MatterDetail NONE = new MatterDetail("", List.of(), List.of());

  public MatterDetail {
    duties = List.copyOf(duties);
    paid = List.copyOf(paid);
  }

  /** What gives the details of an officer's exceptions. */
  public static Function<PayException, MatterDetail> of(
      OfficerCase officer, Outcome outcome, ForceDays forceDays) {
    return exception -> {
      long date = exception.date();
      return new MatterDetail(
          officer.roster().stream()
              .filter(row -> row.date() == date)
              .map(MatterDetail::inWords)
              .findFirst()
              .orElse(""),
          duties(officer, exception, forceDays),
          outcome.lines().stream()
              .filter(line -> line.workDate() == date)
              .map(MatterDetail::inWords)
              .toList());
    };
  }

  private static List<String> duties(
      OfficerCase officer, PayException exception, ForceDays forceDays) {
    List<String> duties = new ArrayList<>();
    for (Duty duty : officer.duties()) {
      if (forceDays.of(duty.start()) == exception.date()
          || (!exception.entryId().isEmpty() && duty.entryId().equals(exception.entryId()))) {
        duties.add(inWords(duty));
      }
    }
    return duties;
  }

  private static String inWords(RosterDay row) {
    StringBuilder words = new StringBuilder(row.dayType().name());
    if (row.hasTimes()) {
      words
          .append(' ')
          .append(London.time(row.startsAt()))
          .append(" to ")
          .append(London.time(row.endsAt()));
    }
    if (row.lieuOf() != null) {
      words.append(", in lieu of ").append(row.lieuOf());
    }
    if (row.originalDayType() != null) {
      words.append(", until then ").append(row.originalDayType());
      if (None.isGiven(row.changedOn())) {
        words.append(", changed on ").append(LocalDate.ofEpochDay(row.changedOn()));
      }
    }
    if (None.isGiven(row.publishedOn())) {
      words.append(", published on ").append(LocalDate.ofEpochDay(row.publishedOn()));
    }
    return words.toString();
  }

  private static String inWords(Duty duty) {
    StringBuilder words = new StringBuilder();
    words
        .append(duty.entryId())
        .append(": ")
        .append(London.text(duty.start()))
        .append(" to ")
        .append(London.text(duty.end()))
        .append(", ")
        .append(duty.end() - duty.start())
        .append(" min");
    if (duty.timeOff()) {
      words.append(", time off chosen");
    }
    if (duty.ownRequest()) {
      words.append(", at the officer's own request");
    }
    if (duty.travelMinutes() > 0) {
      words.append(", travel ").append(duty.travelMinutes()).append(" min");
    }
    moment(words, "told", duty.informedAt());
    moment(words, "stood down", duty.stoodDownAt());
    if (None.isGiven(duty.replacementDay())) {
      words.append(", another day given: ").append(LocalDate.ofEpochDay(duty.replacementDay()));
    }
    if (duty.authorisedByRank() != null) {
      words.append(", authorised by ").append(duty.authorisedByRank());
    }
    if (None.isGiven(duty.bookedOn())) {
      words.append(", booked on ").append(LocalDate.ofEpochDay(duty.bookedOn()));
    }
    return words.toString();
  }

  private static void moment(StringBuilder words, String what, long minute) {
    if (None.isGiven(minute)) {
      words.append(", ").append(what).append(' ').append(London.text(minute));
    }
  }

  private static String inWords(PayLine line) {
    return "%s £%s, %s: %s"
        .formatted(
            line.element(),
            Pounds.grouped(line.amountPence()),
            line.rule().citation(),
            line.note());
  }
}
