package org.dutypay.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    List<Claim> earlier = new ArrayList<>();
    for (Claim claim : claims) {
      Day day = days.on(claim.date());
      List<String> conflicts = new ArrayList<>();
      withTheDay(claim, day).ifPresent(conflicts::add);
      withTravel(claim, earlier).ifPresent(conflicts::add);
      withARepeat(claim, earlier).ifPresent(conflicts::add);
      if (!conflicts.isEmpty()) {
        raise(claim, day, conflicts, assessment);
      }
      earlier.add(claim);
    }
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

  /** One warning a claim, which says all that does not go with it. */
  private static void raise(Claim claim, Day day, List<String> conflicts, Assessment assessment) {
    String message = String.join(" ", conflicts);
    assessment.raise(
        ExceptionCode.CLAIM_CONFLICT,
        claim,
        ExceptionCode.CLAIM_CONFLICT.rule(),
        message,
        facts(claim, assessment).day(day).value("conflicts", message));
  }

  /** What cannot well be claimed on a day of this kind. */
  private static Optional<String> withTheDay(Claim claim, Day day) {
    boolean isSick = day.kind() == Day.Kind.ABSENCE && day.roster().dayType() == DayType.SICK;
    boolean isAmiss =
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
    if (!isAmiss) {
      return Optional.empty();
    }
    String rostered =
        day.kind() == Day.Kind.NO_ROSTER
            ? "has no roster row"
            : "is " + (day.kind() == Day.Kind.ABSENCE ? day.roster().dayType() : day.kind());
    return Optional.of(
        claim.type()
            + " is claimed for "
            + Assessment.day(claim.date())
            + ", which "
            + rostered
            + ".");
  }

  /** Mileage and travel expenses of one day: on the later by id, naming the earlier ones. */
  private static Optional<String> withTravel(Claim claim, List<Claim> earlier) {
    List<Claim> others =
        earlier.reversed().stream()
            .takeWhile(other -> other.date() == claim.date())
            .filter(other -> areMileageAndTravel(claim.type(), other.type()))
            .toList()
            .reversed();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            claim.type()
                + " is claimed for "
                + Assessment.day(claim.date())
                + ", and "
                + others.getFirst().type()
                + " too, as claim "
                + others.stream().map(Claim::claimId).collect(Collectors.joining(", "))
                + ".");
  }

  private static boolean areMileageAndTravel(Claim.Type one, Claim.Type other) {
    return (one == Claim.Type.MILEAGE && other == Claim.Type.TRAVEL)
        || (one == Claim.Type.TRAVEL && other == Claim.Type.MILEAGE);
  }

  /** The same amount of the same kind within a week: on the later, naming the last before it. */
  private static Optional<String> withARepeat(Claim claim, List<Claim> earlier) {
    if (!isForAnAmount(claim)) {
      return Optional.empty();
    }
    return earlier.reversed().stream()
        .takeWhile(other -> claim.date() - other.date() <= DAYS_OF_A_WEEK)
        .filter(other -> other.type() == claim.type() && other.amountPence() == claim.amountPence())
        .findFirst()
        .map(
            other ->
                claim.type()
                    + " of £"
                    + Pounds.grouped(claim.amountPence())
                    + " was claimed for "
                    + Assessment.day(other.date())
                    + " too, as claim "
                    + other.claimId()
                    + ".");
  }

  /** Whether the claim says itself what it comes to. */
  private static boolean isForAnAmount(Claim claim) {
    return claim.type().takesAmount()
        && None.isGiven(claim.amountPence())
        && claim.amountPence() > 0;
  }

  private static Facts facts(Claim claim, Assessment assessment) {
    return Facts.of(claim, assessment.on(claim.date()));
  }
}
