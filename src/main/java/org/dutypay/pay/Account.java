package org.dutypay.pay;

/** What a balance row is a balance of. Minutes for some, days for others (contract 3). */
public enum Account {
  TOIL,
  REST_DAYS_IN_LIEU,
  PUBLIC_HOLIDAYS_IN_LIEU,
  FREE_DAYS_IN_LIEU,
  ANNUAL_LEAVE,
  HOURS_OWED
}
