package org.dutypay.sample;

import org.dutypay.duty.None;
import org.dutypay.duty.Rank;
import org.jspecify.annotations.Nullable;

/**
 * One timesheet row in the making. Moments are wall-clock minutes since 1970, days epoch days,
 * {@link None#NONE} = none.
 */
final class Booking {

  final long start;
  final long end;
  long informedAt = None.NONE;
  boolean timeOff;
  int travelMinutes;
  boolean ownRequest;
  boolean solePerformer;
  @Nullable Rank authorisedByRank;
  long replacementDay = None.NONE;
  long replacementInformedAt = None.NONE;
  long bookedOn = None.NONE;

  Booking(long start, long end) {
    this.start = start;
    this.end = end;
  }

  Booking toldAt(long moment) {
    informedAt = moment;
    return this;
  }

  Booking inTimeOff(boolean chosen) {
    timeOff = chosen;
    return this;
  }

  Booking withTravel(int minutes) {
    travelMinutes = minutes;
    return this;
  }

  Booking authorisedBy(Rank rank) {
    authorisedByRank = rank;
    return this;
  }
}
