package org.dutypay.pay;

/**
 * How many rostered tours of duty there were in the range, up to the run date, and what became of
 * them.
 *
 * @param worked tours with a booking
 * @param absent tours in whose place the roster now shows sickness, leave or another absence
 * @param notBooked tours of which nothing is known
 */
public record TourCounts(long worked, long absent, long notBooked) {

  public static final TourCounts NONE = new TourCounts(0, 0, 0);

  public long rostered() {
    return worked + absent + notBooked;
  }

  public TourCounts plus(TourCounts other) {
    return new TourCounts(
        worked + other.worked, absent + other.absent, notBooked + other.notBooked);
  }
}
