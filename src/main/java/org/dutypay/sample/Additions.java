package org.dutypay.sample;

import java.util.List;
import java.util.Map;

/**
 * What is written beside the invented officers, by epoch day: rows as they stand, and tours that
 * still need an entry id.
 *
 * @param officers rows for the end of officers.csv
 */
record Additions(
    List<String> officers,
    Map<Long, List<String>> rosterByDate,
    Map<Long, List<Tour>> toursByDate,
    Map<Long, List<String>> timesheetsByDate) {

  static final Additions NONE = new Additions(List.of(), Map.of(), Map.of(), Map.of());

  /** One tour worked as rostered. */
  record Tour(String officerId, Booking booking) {}

  List<String> roster(long date) {
    return rosterByDate.getOrDefault(date, List.of());
  }

  List<Tour> tours(long date) {
    return toursByDate.getOrDefault(date, List.of());
  }

  List<String> timesheets(long date) {
    return timesheetsByDate.getOrDefault(date, List.of());
  }

  /** The first day of any of them, at the latest {@code date}. */
  long firstDate(long date) {
    long first = date;
    for (Map<Long, ?> byDate : List.<Map<Long, ?>>of(rosterByDate, timesheetsByDate)) {
      for (long each : byDate.keySet()) {
        first = Math.min(first, each);
      }
    }
    return first;
  }
}
