package org.dutypay.rules;

import java.util.Map;
import java.util.TreeMap;
import org.dutypay.duty.ActingDay;
import org.dutypay.duty.Claim;
import org.dutypay.duty.Duty;
import org.dutypay.duty.ForceDays;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.duty.OpeningBalance;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.DayFacts;
import org.jspecify.annotations.Nullable;

/**
 * Short hashes of what a feed says of each day of an officer, for telling later why a day's pay has
 * changed (rulebook 14). What never changes pay, such as line numbers, is not in them; the order of
 * rows is irrelevant.
 */
public final class DayHashes {

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Map<Long, long[]> days = new TreeMap<>();

  private DayHashes() {}

  /**
   * The facts of the days from one to another of which the feed says anything.
   *
   * @param from first epoch day
   * @param to last epoch day
   */
  public static Map<Long, DayFacts> of(
      OfficerCase officer, ForceDays forceDays, long from, long to) {
    DayHashes hashes = new DayHashes();
    for (RosterDay row : officer.roster()) {
      hashes.add(0, row.date(), roster(row), from, to);
    }
    for (Duty row : officer.duties()) {
      hashes.add(1, forceDays.of(row.start()), duty(row), from, to);
    }
    for (ActingDay row : officer.acting()) {
      long hash = acting(row);
      for (long day = Math.max(from, row.date()); day <= Math.min(to, row.to()); day++) {
        hashes.add(2, day, hash, from, to);
      }
    }
    for (Claim row : officer.claims()) {
      hashes.add(3, row.date(), claim(row), from, to);
    }
    Map<Long, DayFacts> facts = new TreeMap<>();
    hashes.days.forEach(
        (day, kinds) ->
            facts.put(
                day,
                new DayFacts(
                    folded(kinds[0]), folded(kinds[1]), folded(kinds[2]), folded(kinds[3]))));
    return facts;
  }

  /** A hash of the officers rows and opening balances. */
  public static int terms(OfficerCase officer) {
    long sum = 0;
    for (OfficerRecord row : officer.records()) {
      long hash = mix(mix(BASIS, row.from()), row.to());
      hash = mix(mix(mix(hash, row.rank()), row.payScale()), row.payPoint());
      hash = mix(mix(hash, row.weeklyHoursTenThousandths()), row.variableShifts());
      hash = mix(mix(mix(hash, row.serviceStart()), row.qualifiedFor()), row.london());
      sum += hash;
    }
    for (OpeningBalance row : officer.openingBalances()) {
      long hash = mix(mix(mix(BASIS, row.account()), row.date()), row.minutesTenThousandths());
      sum += mix(mix(hash, row.daysTenThousandths()), row.expiresOn());
    }
    return (int) (sum ^ sum >>> Integer.SIZE);
  }

  private void add(int kind, long day, long hash, long from, long to) {
    if (day >= from && day <= to) {
      days.computeIfAbsent(day, date -> new long[4])[kind] += hash;
    }
  }

  /** Never the 0 of a day of which nothing is known. */
  private static short folded(long hash) {
    if (hash == 0) {
      return 0;
    }
    short folded = (short) (hash ^ hash >>> 16 ^ hash >>> 32 ^ hash >>> 48);
    return folded == 0 ? 1 : folded;
  }

  private static long roster(RosterDay row) {
    long hash = mix(mix(mix(BASIS, row.dayType()), row.startsAt()), row.endsAt());
    return mix(mix(mix(hash, row.lieuOf()), row.originalDayType()), row.changedOn());
  }

  private static long duty(Duty row) {
    long hash = mix(mix(mix(BASIS, row.entryId()), row.start()), row.end());
    hash = mix(mix(mix(hash, row.informedAt()), row.timeOff()), row.travelMinutes());
    hash = mix(mix(mix(hash, row.ownRequest()), row.solePerformer()), row.authorisedByRank());
    hash = mix(mix(hash, row.replacementDay()), row.replacementInformedAt());
    return mix(hash, row.stoodDownAt());
  }

  private static long acting(ActingDay row) {
    long hash = mix(mix(mix(BASIS, row.actingRank()), row.basis()), row.hoursTenThousandths());
    hash = mix(mix(hash, row.wholeTour()), row.claimedOn());
    return mix(mix(hash, row.nonPensionableDifference()), row.payPoint());
  }

  private static long claim(Claim row) {
    long hash = mix(mix(mix(BASIS, row.claimId()), row.type()), row.quantityTenThousandths());
    return mix(
        mix(mix(mix(hash, row.amountPence()), row.reason()), row.receipt()), row.hostApproval());
  }

  private static long mix(long hash, boolean value) {
    return mix(hash, value ? 1 : 0);
  }

  /** By its name, which stays the same in every process. */
  private static long mix(long hash, @Nullable Enum<?> value) {
    return value == null ? mix(hash, 0) : mix(hash, value.name());
  }

  private static long mix(long hash, String value) {
    return mix(mix(hash, value.length()), value.hashCode());
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * PRIME;
    return mixed ^ mixed >>> 29;
  }
}
