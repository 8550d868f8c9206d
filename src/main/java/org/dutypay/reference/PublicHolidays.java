package org.dutypay.reference;

import java.util.Map;

/**
 * The public holidays of England and Wales.
 *
 * @param names by epoch day; a name may be empty
 */
public record PublicHolidays(Map<Long, String> names) {

  public PublicHolidays {
    names = Map.copyOf(names);
  }

  public boolean isHoliday(long date) {
    return names.containsKey(date);
  }
}
