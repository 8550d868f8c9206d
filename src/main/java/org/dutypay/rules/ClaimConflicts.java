package org.dutypay.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Day;
import org.dutypay.duty.DayType;
import org.dutypay.duty.Days;
import org.dutypay.duty.Duty;
import org.dutypay.duty.None;
import org.dutypay.pay.ByteOrder;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Pounds;
import org.dutypay.reference.Policy;

/**
 * A second pair of eyes on claims, where a force asks for it ({@code claim-conflicts}): warnings
 * only, everything is paid as it would be without them.
 *
 * <p>Nobody authorises what they claim themselves. Being on call does not go with annual leave or
 * sickness, a keeping in touch day not with a day that is no family leave, mileage not with travel
 * expenses of the same day, and the same amount of the same kind twice within a week may be one
 * claim made twice.
 */
final class ClaimConflicts {

  private static final int DAYS_OF_A_WEEK = 7;

  private static final Comparator<Claim> BY_DATE_AND_ID =
      Comparator.comparingLong(Claim::date).thenComparing(Claim::claimId, ByteOrder.OF_UTF_8);

  private record TypeAndAmount(Claim.Type type, long pence) {}

  private final RunContext run;

  ClaimConflicts(RunContext run) {
    this.run = run;
  }

  void assess(Days days, Assessment assessment) {
    if (!run.policy().is(Policy.Key.CLAIM_CONFLICTS)) {
      return;
    }
    List<Claim> claims = assessment.officer().claims().stream().sorted(BY_DATE_AND_ID).toList();
    checkAuthority(claims, assessment);
    for (Claim claim : claims) {
      checkDay(claim, days.on(claim.date()), assessment);
    }
    checkTravel(claims, assessment);
    checkRepeats(claims, assessment);
  }

  /** Whoever claims is not the one to authorise it. */
  private void checkAuthority(List<Claim> claims, Assessment assessment) {
    String own = assessment.officer().officerId();
    for (Duty duty : assessment.officer().duties()) {
      if (duty.authorisedBy().strip().equals(own)) {
        assessment.raise(
            ExceptionCode.OWN_AUTHORITY,
            run.forceDays().of(duty.start()),
            duty,
            ownAuthority("The duty from " + Facts.moment(duty.start()), own),
            Facts.of(duty).value("authorised_by", own).toString());
      }
    }
    for (ActingDay row : assessment.officer().acting()) {
      if (row.authorisedBy().strip().equals(own)) {
        // Once in every run in which the row is paid, on the first of its days that is reported.
        long date = Math.max(row.date(), Math.min(run.from(), row.to()));
        assessment.raise(
            ExceptionCode.OWN_AUTHORITY,
            date,
            row,
            ownAuthority("Acting as " + row.actingRank() + " on " + Assessment.day(date), own),
            Facts.of(row, assessment.on(date)));
      }
    }
    for (Claim claim : claims) {
      if (claim.authorisedBy().strip().equals(own)) {
        assessment.raise(
            ExceptionCode.OWN_AUTHORITY,
            claim,
            ExceptionCode.OWN_AUTHORITY.rule(),
            ownAuthority(claim.type() + " on " + Assessment.day(claim.date()), own),
            facts(claim, assessment));
      }
    }
  }

  private static String ownAuthority(String what, String own) {
    return what + " was authorised by " + own + ", who claims it.";
  }

  /** What cannot well be claimed on a day of this kind. */
  private static void checkDay(Claim claim, Day day, Assessment assessment) {
    boolean isSick = day.kind() == Day.Kind.ABSENCE && day.roster().dayType() == DayType.SICK;
    boolean conflicts =
        switch (claim.type()) {
          case ON_CALL -> day.kind() == Day.Kind.ANNUAL_LEAVE || isSick;
          case KIT_DAY -> !Claims.isFamilyLeave(day);
          case AWAY_OVERNIGHT,
              HARDSHIP,
              DOG_HANDLER,
              MILEAGE,
              MEDICAL,
              MEAL,
              ACCOMMODATION,
              REMOVAL,
              TRAVEL,
              BONUS,
              TEAM_AWARD,
              TARGETED_PAYMENT,
              LONDON_WEIGHTING,
              LONDON_ALLOWANCE,
              SOUTH_EAST_ALLOWANCE ->
              false;
        };
    if (conflicts) {
      String rostered =
          day.kind() == Day.Kind.NO_ROSTER
              ? "has no roster row"
              : "is " + (day.kind() == Day.Kind.ABSENCE ? day.roster().dayType() : day.kind());
      raise(
          claim,
          "",
          claim.type()
              + " is claimed for "
              + Assessment.day(claim.date())
              + ", which "
              + rostered
              + ".",
          facts(claim, assessment).day(day),
          assessment);
    }
  }

  /** One for each pair of mileage and travel of a day, on the travel claim. */
  private static void checkTravel(List<Claim> claims, Assessment assessment) {
    Map<Long, List<Claim>> mileage = new HashMap<>();
    for (Claim claim : claims) {
      if (claim.type() == Claim.Type.MILEAGE) {
        mileage.computeIfAbsent(claim.date(), day -> new ArrayList<>()).add(claim);
      }
    }
    for (Claim claim : claims) {
      if (claim.type() == Claim.Type.TRAVEL) {
        for (Claim other : mileage.getOrDefault(claim.date(), List.of())) {
          raise(
              claim,
              other.claimId(),
              "TRAVEL and MILEAGE (claim "
                  + other.claimId()
                  + ") are both claimed for "
                  + Assessment.day(claim.date())
                  + ".",
              facts(claim, assessment).value("mileage", other.claimId()),
              assessment);
        }
      }
    }
  }

  /** One for each claim that repeats an earlier one, naming the last of those. */
  private static void checkRepeats(List<Claim> claims, Assessment assessment) {
    Map<TypeAndAmount, Claim> latest = new HashMap<>();
    for (Claim claim : claims) {
      if (!isForAnAmount(claim)) {
        continue;
      }
      Claim earlier = latest.put(new TypeAndAmount(claim.type(), claim.amountPence()), claim);
      if (earlier != null && claim.date() - earlier.date() <= DAYS_OF_A_WEEK) {
        raise(
            claim,
            earlier.claimId(),
            claim.type()
                + " of £"
                + Pounds.grouped(claim.amountPence())
                + " was claimed for "
                + Assessment.day(earlier.date())
                + " too, as claim "
                + earlier.claimId()
                + ".",
            facts(claim, assessment)
                .value("repeats", earlier.claimId() + " of " + Assessment.day(earlier.date())),
            assessment);
      }
    }
  }

  /** Whether the claim says itself what it comes to. */
  private static boolean isForAnAmount(Claim claim) {
    return switch (claim.type()) {
      case MEDICAL,
          MEAL,
          ACCOMMODATION,
          REMOVAL,
          TRAVEL,
          BONUS,
          TEAM_AWARD,
          TARGETED_PAYMENT,
          LONDON_WEIGHTING,
          LONDON_ALLOWANCE,
          SOUTH_EAST_ALLOWANCE ->
          None.isGiven(claim.amountPence()) && claim.amountPence() > 0;
      case ON_CALL, AWAY_OVERNIGHT, HARDSHIP, DOG_HANDLER, MILEAGE, KIT_DAY -> false;
    };
  }

  private static Facts facts(Claim claim, Assessment assessment) {
    return Facts.of(claim, assessment.on(claim.date()));
  }

  private static void raise(
      Claim claim, String otherClaim, String message, Facts facts, Assessment assessment) {
    assessment.raise(
        ExceptionCode.CLAIM_CONFLICT,
        claim.date(),
        Assessment.CLAIMS,
        claim.line(),
        claim.claimId(),
        otherClaim,
        message,
        facts.toString());
  }
}
