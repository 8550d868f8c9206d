package org.dutypay.rules;

import java.time.LocalDate;
import java.util.List;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Day;
import org.dutypay.duty.Duty;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.Part;
import org.dutypay.duty.RosterDay;
import org.dutypay.duty.Secondment;
import org.dutypay.pay.Length;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Policy;

/**
 * The values that decided a matter, written so that a person can read them and a change can be
 * shown: own rows, roster day, officer row, rate and policy keys; never line numbers, run date or
 * age (contract 3).
 */
final class Facts {

  private final StringBuilder text = new StringBuilder(160);

  /** What a part of duty was judged on. */
  static Facts of(Part part, Standing standing) {
    Facts facts = new Facts();
    part.duties().forEach(facts::duty);
    return facts.day(part.day()).officer(standing);
  }

  static Facts of(Duty duty) {
    return new Facts().duty(duty);
  }

  static Facts of(Day day) {
    return new Facts().day(day);
  }

  /** What a claim says, and what its officer was that day. */
  static Facts of(Claim claim, Standing standing) {
    Facts facts = new Facts();
    facts
        .and("claim")
        .append(claim.claimId())
        .append(' ')
        .append(claim.type())
        .append(' ')
        .append(LocalDate.ofEpochDay(claim.date()));
    facts.number("quantity", claim.quantityTenThousandths());
    if (None.isGiven(claim.amountPence())) {
      facts.text.append(" amount=").append(Pounds.plain(claim.amountPence()));
    }
    facts.words("reason", claim.reason());
    facts.yes("receipt", claim.receipt());
    facts.yes("host_approval", claim.hostApproval());
    facts.words("authorised_by", claim.authorisedBy());
    return facts.officer(standing);
  }

  /** What an acting row says, and what its officer was on the day concerned. */
  static Facts of(ActingDay row, Standing standing) {
    Facts facts = new Facts();
    facts
        .and("acting")
        .append(row.basis())
        .append(" as ")
        .append(row.actingRank())
        .append(' ')
        .append(LocalDate.ofEpochDay(row.date()));
    if (row.to() != row.date()) {
      facts.text.append(" to ").append(LocalDate.ofEpochDay(row.to()));
    }
    facts.number("hours", row.hoursTenThousandths());
    facts.yes("whole_tour", row.wholeTour());
    if (row.authorisedByRank() != null) {
      facts.text.append(" authorised_by_rank=").append(row.authorisedByRank());
    }
    facts.yes("pace_powers", row.pacePowers());
    facts.yes("custody", row.custody());
    if (None.isGiven(row.claimedOn())) {
      facts.text.append(" claimed_on=").append(LocalDate.ofEpochDay(row.claimedOn()));
    }
    facts.yes("non_pensionable_difference", row.nonPensionableDifference());
    facts.words("pay_point", row.payPoint());
    facts.words("authorised_by", row.authorisedBy());
    return facts.officer(standing);
  }

  /** What a secondments row says. */
  static Facts of(Secondment row) {
    Facts facts = new Facts();
    facts
        .and("secondment")
        .append(row.host())
        .append(' ')
        .append(LocalDate.ofEpochDay(row.from()))
        .append(" to ")
        .append(LocalDate.ofEpochDay(row.to()))
        .append(' ')
        .append(row.basis());
    facts.words("agreement_reference", row.agreementReference());
    return facts;
  }

  Facts duty(Duty duty) {
    and("duty")
        .append(duty.entryId())
        .append(' ')
        .append(moment(duty.start()))
        .append('/')
        .append(moment(duty.end()));
    given("informed_at", duty.informedAt());
    given("stood_down_at", duty.stoodDownAt());
    given("replacement_informed_at", duty.replacementInformedAt());
    if (None.isGiven(duty.replacementDay())) {
      text.append(" replacement_day=").append(LocalDate.ofEpochDay(duty.replacementDay()));
    }
    if (duty.timeOff()) {
      text.append(" compensation=TOIL");
    }
    if (duty.travelMinutes() > 0) {
      text.append(" travel_minutes=").append(duty.travelMinutes());
    }
    if (duty.ownRequest()) {
      text.append(" own_request=Y");
    }
    if (duty.solePerformer()) {
      text.append(" sole_performer=Y");
    }
    if (duty.authorisedByRank() != null) {
      text.append(" authorised_by_rank=").append(duty.authorisedByRank());
    }
    return this;
  }

  Facts day(Day day) {
    and("day").append(LocalDate.ofEpochDay(day.date())).append(" treated as ").append(day.kind());
    if (day.row() != null) {
      roster(day.row());
    }
    return this;
  }

  Facts roster(RosterDay row) {
    text.append(", roster ").append(row.dayType());
    if (row.hasTimes()) {
      text.append(' ').append(time(row.startsAt())).append('-').append(time(row.endsAt()));
    }
    if (row.lieuOf() != null) {
      text.append(" lieu_of=").append(row.lieuOf());
    }
    if (row.originalDayType() != null) {
      text.append(" original_day_type=")
          .append(row.originalDayType())
          .append(" changed_on=")
          .append(LocalDate.ofEpochDay(row.changedOn()));
    }
    if (None.isGiven(row.publishedOn())) {
      text.append(" published_on=").append(LocalDate.ofEpochDay(row.publishedOn()));
    }
    return this;
  }

  Facts officer(Standing standing) {
    OfficerRecord record = standing.record();
    and("officer")
        .append(standing.rank())
        .append(' ')
        .append(record.payScale())
        .append('/')
        .append(record.payPoint())
        .append(' ')
        .append(new Length(record.weeklyHoursTenThousandths()).inMinutes())
        .append(" h");
    standing.rate().ifPresent(rate -> text.append(" at ").append(Pounds.plain(rate.annualPence())));
    standing
        .withoutOvertimeBy()
        .ifPresent(row -> text.append(" acting as ").append(row.actingRank()));
    return this;
  }

  Facts policy(Policy policy, List<Policy.Key> keys) {
    for (Policy.Key key : keys) {
      and("policy").append(key.text()).append('=').append(policy.value(key));
    }
    return this;
  }

  Facts value(String name, Object value) {
    and(name).append(value);
    return this;
  }

  Facts length(String name, Length length) {
    return value(name, length.inMinutes() + " min");
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private StringBuilder and(String what) {
    if (!text.isEmpty()) {
      text.append("; ");
    }
    return text.append(what).append(' ');
  }

  private void number(String name, long tenThousandths) {
    if (None.isGiven(tenThousandths)) {
      text.append(' ').append(name).append('=').append(new Length(tenThousandths).inMinutes());
    }
  }

  private void yes(String name, boolean value) {
    if (value) {
      text.append(' ').append(name).append("=Y");
    }
  }

  private void words(String name, String value) {
    if (!value.isEmpty()) {
      text.append(' ').append(name).append('=').append(value);
    }
  }

  private void given(String name, long moment) {
    if (None.isGiven(moment)) {
      text.append(' ').append(name).append('=').append(moment(moment));
    }
  }

  static String moment(long minute) {
    return London.text(minute);
  }

  /** A length for the reader: {@code 10 h 59 min}. */
  static String hours(long minutes) {
    return minutes / 60 + " h " + minutes % 60 + " min";
  }

  static String time(int minuteOfDay) {
    return London.time(minuteOfDay);
  }
}
