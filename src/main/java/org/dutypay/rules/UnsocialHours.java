package org.dutypay.rules;

import java.util.ArrayList;
import java.util.List;
import org.dutypay.duty.Chain;
import org.dutypay.duty.Duty;
import org.dutypay.duty.London;
import org.dutypay.duty.Part;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.Element;
import org.dutypay.pay.Length;
import org.dutypay.pay.Multiple;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;
import org.dutypay.reference.Policy;

/**
 * Unsocial hours allowance: rulebook 6, G 1.18, all federated ranks. A tenth of the hourly rate for
 * every full hour of a chain in a night window, on top of whatever else pays the time; not for
 * travel, deemed hours, or duty that is not paid at all.
 */
final class UnsocialHours {

  private static final int HOUR = 60;

  /** The numbers of 6; times in wall-clock minutes of the day. */
  private record Numbers(Multiple multiple, int starts, int ends) {}

  private final Dated<Numbers> numbers;
  private final boolean byTheClock;

  UnsocialHours(RunContext run) {
    numbers =
        new Dated<>(
            run.numbers(),
            (dated, day) ->
                new Numbers(
                    dated.multiple("unsocial-hours.multiple", day),
                    dated.time("unsocial-hours.starts", day),
                    dated.time("unsocial-hours.ends", day)));
    byTheClock = run.policy().is(Policy.Key.UNSOCIAL_HOUR, "CLOCK");
  }

  void assess(Timeline timeline, Assessment assessment) {
    List<Part> unpaid =
        timeline.parts().stream().filter(part -> part instanceof Part.UnpaidDuty).toList();
    List<Chain> chains = timeline.chains();
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = chains.get(i);
      long date = timeline.firstDay(i).date();
      Numbers today = numbers.on(date);
      long hours = 0;
      List<Duty> duties = List.of();
      for (long night = London.date(chain.start()) - 1;
          London.minute(night, today.starts()) < chain.end();
          night++) {
        long start = Math.max(chain.start(), London.minute(night, today.starts()));
        long end = Math.min(chain.end(), London.minute(night + 1, today.ends()));
        long full = start < end ? fullHours(start, end, unpaid) : 0;
        if (start < end && assessment.reasons().listens()) {
          explain(date, start, end, full, unpaid, assessment.reasons());
        }
        if (full > 0) {
          hours += full;
          duties = withMinutesIn(chain, start, end, duties);
        }
      }
      if (hours > 0) {
        assessment.pay(
            date,
            Element.UNSOCIAL_HOURS,
            Length.ofMinutes(hours * HOUR),
            today.multiple(),
            Paragraph.G_1_18_1,
            duties,
            hours
                + (hours == 1 ? " full hour" : " full hours")
                + " between "
                + Facts.time(today.starts())
                + " and "
                + Facts.time(today.ends()));
      } else if (assessment.reasons().listens()) {
        assessment.reasons().refused(date, Paragraph.G_1_18_1, whyNone(chain, today));
      }
    }
  }

  private static String whyNone(Chain chain, Numbers today) {
    return "no full hour of the chain from "
        + Facts.moment(chain.start())
        + " to "
        + Facts.moment(chain.end())
        + " is between "
        + Facts.time(today.starts())
        + " and "
        + Facts.time(today.ends());
  }

  /** What of a chain lies in one night, and how much of it counts. */
  private void explain(
      long date, long start, long end, long full, List<Part> unpaid, Reasons reasons) {
    long paid = paidMinutes(start, end, unpaid);
    String fact =
        Facts.moment(start)
            + " to "
            + Facts.moment(end)
            + ": "
            + (end - start)
            + " min"
            + (paid < end - start ? ", of which " + paid + " on days that are paid" : "")
            + ", "
            + full
            + (byTheClock ? " whole" : " full")
            + (full == 1 ? " hour" : " hours")
            + (byTheClock ? " of the clock" : "");
    if (full > 0) {
      reasons.applied(date, Paragraph.G_1_18_1, fact);
    } else {
      reasons.refused(date, Paragraph.G_1_18_1, fact);
    }
  }

  private long fullHours(long start, long end, List<Part> unpaid) {
    if (byTheClock) {
      long hours = 0;
      for (long hour = Math.ceilDiv(start, HOUR); (hour + 1) * HOUR <= end; hour++) {
        if (paidMinutes(hour * HOUR, (hour + 1) * HOUR, unpaid) == HOUR) {
          hours++;
        }
      }
      return hours;
    }
    return paidMinutes(start, end, unpaid) / HOUR;
  }

  private static long paidMinutes(long start, long end, List<Part> unpaid) {
    long minutes = end - start;
    for (Part part : unpaid) {
      minutes -=
          Math.max(0, Math.min(end, part.start() + part.minutes()) - Math.max(start, part.start()));
    }
    return minutes;
  }

  private static List<Duty> withMinutesIn(Chain chain, long start, long end, List<Duty> before) {
    if (chain.duties().size() == 1) {
      return chain.duties();
    }
    List<Duty> duties = new ArrayList<>(before);
    for (Duty duty : chain.duties()) {
      if (duty.start() < end && duty.end() > start && !duties.contains(duty)) {
        duties.add(duty);
      }
    }
    return duties;
  }
}
