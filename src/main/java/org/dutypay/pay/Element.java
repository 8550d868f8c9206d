package org.dutypay.pay;

/** What a line pays for, by the name payroll knows it (contract 3). */
public enum Element {
  OVERTIME,
  ADDITIONAL_HOURS(true),
  REST_DAY_WORKING,
  FREE_DAY_WORKING,
  PUBLIC_HOLIDAY_WORKING,
  LEAVE_RECALL,
  UNSOCIAL_HOURS,
  ACTING_UP,
  TEMPORARY_SALARY(true),
  TEMPORARY_PROMOTION(true),
  SECONDMENT_DIFFERENCE,
  TOIL_PAID,
  HOLIDAY_PAY,
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
  LONDON_WEIGHTING(true),
  LONDON_ALLOWANCE,
  SOUTH_EAST_ALLOWANCE,
  KIT_DAY;

  private final boolean pensionable;

  Element() {
    this(false);
  }

  Element(boolean pensionable) {
    this.pensionable = pensionable;
  }

  public boolean isPensionable() {
    return pensionable;
  }
}
