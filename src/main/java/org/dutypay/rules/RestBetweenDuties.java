package org.dutypay.rules;

import java.util.List;
import org.dutypay.duty.Chain;
import org.dutypay.duty.Timeline;
import org.dutypay.pay.ExceptionCode;
import org.dutypay.pay.Paragraph;
import org.dutypay.reference.Dated;

/**
 * Daily rest: rulebook 15. Under eleven hours between the end of a chain and the start of the next,
 * where the next is the first to start in a later force day. A chain starts on the day to which its
 * first segment belongs, so that a recall after a tour begun before the force day is within one
 * day.
 */
final class RestBetweenDuties {

  private final Dated<Integer> dailyRest;

  RestBetweenDuties(RunContext run) {
    dailyRest =
        new Dated<>(
            run.numbers(), (dated, day) -> dated.whole("working-time.daily-rest-minutes", day));
  }

  void assess(Timeline timeline, Assessment assessment) {
    List<Chain> chains = timeline.chains();
    for (int i = 1; i < chains.size(); i++) {
      Chain before = chains.get(i - 1);
      Chain next = chains.get(i);
      long rest = next.start() - before.end();
      long date = timeline.firstDay(i).date();
      boolean isFirstOfItsDay = timeline.firstDay(i - 1).date() < date;
      if (isFirstOfItsDay && rest >= dailyRest.on(date)) {
        if (assessment.reasons().listens()) {
          assessment.reasons().refused(date, Paragraph.R_15, enough(before, rest, date));
        }
      } else if (isFirstOfItsDay) {
        String message =
            "Only "
                + Facts.hours(rest)
                + " of rest between the duty that ended "
                + Facts.moment(before.end())
                + " and the one that started "
                + Facts.moment(next.start())
                + "; "
                + dailyRest.on(date) / 60
                + " h are due.";
        String facts = Facts.of(next.first()).value("rest", rest + " min").toString();
        assessment.raise(ExceptionCode.WTR_DAILY_REST, date, next.first(), message, facts);
      }
    }
  }

  private String enough(Chain before, long rest, long date) {
    return "daily rest: "
        + rest / 60
        + " h "
        + rest % 60
        + " min since the duty that ended "
        + Facts.moment(before.end())
        + ", not less than "
        + dailyRest.on(date) / 60
        + " h";
  }
}
