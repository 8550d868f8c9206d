package org.dutypay.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dutypay.duty.London;
import org.dutypay.duty.None;
import org.jspecify.annotations.Nullable;

/** Values written as a file has them; what is not given is empty. */
final class Written {

  private static final int MINUTES_OF_AN_HOUR = 60;

  private Written() {}

  static String date(long date) {
    return None.isGiven(date) ? LocalDate.ofEpochDay(date).toString() : "";
  }

  static String time(int minuteOfDay) {
    return twoDigits(minuteOfDay / MINUTES_OF_AN_HOUR)
        + ":"
        + twoDigits(minuteOfDay % MINUTES_OF_AN_HOUR);
  }

  /** With its offset only in the second pass of a repeated hour. */
  static String moment(long minute) {
    if (!None.isGiven(minute)) {
      return "";
    }
    long date = London.date(minute);
    int time = London.minuteOfDay(minute);
    return date(date) + "T" + time(time) + (London.minute(date, time) == minute ? "" : "+00:00");
  }

  static String number(long value, int places) {
    return None.isGiven(value)
        ? BigDecimal.valueOf(value, places).stripTrailingZeros().toPlainString()
        : "";
  }

  static String word(@Nullable Enum<?> word) {
    return word == null ? "" : word.name();
  }

  static String yes(boolean yes) {
    return yes ? "Y" : "";
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
