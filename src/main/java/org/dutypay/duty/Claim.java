package org.dutypay.duty;

/**
 * One row of claims.csv: a day, night, month or item claimed.
 *
 * @param date epoch day
 * @param quantityTenThousandths × 10,000, {@link None#NONE} = not given; of dogs, one where the
 *     file gives none
 * @param amountPence {@link None#NONE} = not given
 * @param reason free text, empty = none
 * @param authorisedBy who authorised it, empty = not given
 */
public record Claim(
    String claimId,
    int line,
    long date,
    Type type,
    long quantityTenThousandths,
    long amountPence,
    String reason,
    boolean receipt,
    boolean hostApproval,
    String authorisedBy) {

  /** What is claimed (rulebook 12). */
  public enum Type {
    ON_CALL,
    AWAY_OVERNIGHT,
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
    SOUTH_EAST_ALLOWANCE,
    KIT_DAY;

    /** Whether a claim of this type says itself what it comes to, or by how much a year. */
    public boolean takesAmount() {
      return switch (this) {
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
            true;
        case ON_CALL, AWAY_OVERNIGHT, HARDSHIP, DOG_HANDLER, MILEAGE, KIT_DAY -> false;
      };
    }
  }
}
