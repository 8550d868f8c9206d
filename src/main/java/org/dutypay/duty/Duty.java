package org.dutypay.duty;

import org.jspecify.annotations.Nullable;

/**
 * One timesheet row: one unbroken period actually worked. Moments are minutes of {@link London};
 * {@link None#NONE} = not given.
 *
 * @param line line in timesheets.csv
 * @param start first minute worked
 * @param end first minute no longer worked, after {@code start}
 * @param timeOff whether the officer chose time off instead of pay
 * @param travelMinutes travel to and from, 0 = none
 * @param replacementDay epoch day of the rest day given instead
 * @param bookedOn epoch day on which the row was entered
 * @param authorisedBy who authorised it, empty = not given
 */
public record Duty(
    String entryId,
    int line,
    long start,
    long end,
    long informedAt,
    boolean timeOff,
    int travelMinutes,
    boolean ownRequest,
    boolean solePerformer,
    @Nullable Rank authorisedByRank,
    long replacementDay,
    long replacementInformedAt,
    long stoodDownAt,
    long bookedOn,
    String authorisedBy) {

  public Duty {
    if (end <= start) {
      throw new IllegalArgumentException("Duty " + entryId + " must end after it starts");
    }
  }
}
