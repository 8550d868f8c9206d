package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dutypay.rules.Story.officer;

import java.util.stream.Stream;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A clerk can redo every line from its note, and sees what decided it")
class NotesTest {

  @DisplayName("The note names the facts that decided")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # story                               | roster               | duty                                               | what it says
          planned: when told, when begun        | MON 07-15            | MON 07:00-17:00 told MON 06:30                     | planned, 120 min retained, told at 2024-03-04T06:30 and the tour was begun at 07:00
          casual: its number, what is not paid  | MON 07-15            | MON 07:00-17:00 told MON 07:01                     | casual occasion 1 of the week, 120 min retained, the first 30 not paid
          casual: why it was not planned        | MON 07-15            | MON 07:00-17:00 told MON 07:01                     | told at 2024-03-04T07:01 and the tour was begun at 07:00
          recall: with its travel               | MON 07-15            | MON 18:00-20:00 travel 45                          | recall, 120 min with 45 min travel
          rest day: the minimum                 | MON REST             | MON 09:00-10:00                                    | 60 min duty, counted as the 240 min minimum
          rest day: retained for an hour        | MON 23-07, TUE REST  | TUE 07:00-08:00                                    | 60 min retained, not more than 60, so without the 240 min minimum
          rest day: no travel after six hours   | MON REST             | MON 09:00-15:00 travel 60                          | no travel: the duty alone comes to 360 min
          rest day: moved with 15 days          | MON4 REST            | MON4 09:00-17:00 told 03-09 08:00                  | pay needs less than 15 days' notice; had 15
          rest day: what was paid already       | MON REST             | MON 09:00-10:00, MON 11:00-12:00                   | less what an earlier period of the day has paid already
          holiday: 9 days, so no day in lieu    | 05-06 HOLIDAY        | 05-06 09:00-17:00 told 04-26 09:00                 | no holiday in lieu: that needs less than 8 days' notice, had 9
          holiday: 7 days, so one in lieu       | 05-06 HOLIDAY        | 05-06 09:00-17:00 told 04-28 09:00                 | required with less than 8 days' notice, had 7
          leave: too short an absence           | MON..TUE LEAVE       | MON 09:00-10:00                                    | leave day 1 worked in an absence of 2 days, the day's value is 480 min: the day back; more needs an absence of 3 days
          leave: beyond the value               | MON LEAVE            | MON 07:00-17:00                                    | 600 min of duty on a leave day of 480 min, 120 min beyond it
          early start: what was too short       | MON 07-15, TUE 07-15 | MON 07:00-15:00, TUE 05:00-13:00                   | early start with less than 8 hours' notice: 120 min before the rostered start
          unsocial hours: how many, when        | MON 14-22            | MON 14:00-22:00                                    | 2 full hours between 20:00 and 06:00
          holiday not worked                    | 05-06 HOLIDAY 07-17  | none                                               | rostered for 600 min, the day's leave is 480 min, so the officer owes 120 min
          time off: the bonus                   | MON 07-15            | MON 07:00-17:00 told MON 06:30 toil                | time off: 120 min and 15 for each completed 45, in all 150 min
          authority: had, and from whom         | 05-06 HOLIDAY        | 05-06 09:00-17:00 told 04-26 09:00 by SUPERINTENDENT | with less than 15 days' notice (had 9), authorised by SUPERINTENDENT
          not entitled: what would have paid    | MON 07-15            | MON 07:00-17:00 told MON 06:30                     | 120 min from 2024-03-04T15:00 would be overtime
          """)
  void says(String story, String roster, String duty, String says) {
    Story officer = story.startsWith("not entitled") ? officer().inspector("3") : officer();
    Outcome outcome = officer.roster(roster).duty(duty).assess();
    Stream<String> sentences =
        Stream.concat(
            outcome.exceptions().stream().map(PayException::message),
            Stream.concat(
                outcome.lines().stream().map(PayLine::note),
                outcome.balances().stream().map(Balance::note)));
    assertThat(sentences).anyMatch(sentence -> sentence.contains(says));
  }
}
