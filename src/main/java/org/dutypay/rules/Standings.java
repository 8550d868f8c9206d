package org.dutypay.rules;

import java.util.List;
import java.util.Optional;
import org.dutypay.duty.None;
import org.dutypay.duty.OfficerRecord;
import org.dutypay.pay.HourlyRate;
import org.dutypay.reference.PayScales;
import org.jspecify.annotations.Nullable;

/** One officer's standing day by day in the own rank; {@link HigherRanks} is laid over it. */
final class Standings {

  private final List<OfficerRecord> records;
  private final PayScales payScales;

  /** The day asked last, which is mostly the day asked next. */
  private long lastDate = None.NONE;

  private @Nullable Standing last;

  Standings(List<OfficerRecord> records, PayScales payScales) {
    this.records = records;
    this.payScales = payScales;
  }

  /**
   * The standing on a day. Where no officers row covers it (the tail of a duty after the last day
   * of service, say) it is that of the nearest row, without a rate.
   */
  Standing on(long date) {
    if (last == null || lastDate != date) {
      last = find(date);
      lastDate = date;
    }
    return last;
  }

  private Standing find(long date) {
    OfficerRecord nearest = records.getFirst();
    for (OfficerRecord record : records) {
      if (record.from() > date) {
        break;
      }
      nearest = record;
    }
    Optional<HourlyRate> rate =
        nearest.covers(date)
            ? payScales.rate(nearest.payScale(), nearest.payPoint(), date)
            : Optional.empty();
    return Standing.substantive(nearest, rate);
  }
}
