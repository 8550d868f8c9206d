package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dutypay.duty.OfficerCase;
import org.dutypay.duty.Part;
import org.dutypay.duty.RosterDay;
import org.dutypay.pay.Balance;
import org.dutypay.pay.Outcome;
import org.dutypay.pay.PayException;
import org.dutypay.pay.PayLine;
import org.dutypay.rules.RandomStories.Telling;

@Label("What holds for every explanation")
class ExplanationPropertiesTest {

  @Provide
  Arbitrary<Telling> tellings() {
    return RandomStories.tellings();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @Label("The days explained one by one are the case assessed as a whole")
  void sameEngine(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    PayEngine engine = new PayEngine(story.context());
    Outcome whole = engine.assess(officer);
    List<PayLine> lines = new ArrayList<>();
    List<Balance> balances = new ArrayList<>();
    List<PayException> exceptions = new ArrayList<>();
    for (long date = firstDay(officer); date <= lastDay(officer); date++) {
      Explanation day = engine.explain(officer, date);
      lines.addAll(day.lines());
      balances.addAll(day.balances());
      exceptions.addAll(day.exceptions());
      assertThat(whole.rows()).containsAll(day.rows());
      assertThat(day.rows()).hasSameSizeAs(day.duties());
    }
    assertThat(lines).isEqualTo(whole.lines());
    assertThat(balances).isEqualTo(whole.balances());
    assertThat(exceptions).isEqualTo(whole.exceptions());
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  @Label("Every part that a rule judges says why, and every line has the rule that applied")
  void nothingWithoutAReason(@ForAll("tellings") Telling telling) {
    Story story = telling.story();
    OfficerCase officer = story.toCase();
    PayEngine engine = new PayEngine(story.context());
    for (RosterDay row : officer.roster()) {
      Explanation day = engine.explain(officer, row.date());
      assertThat(day.reasons()).doesNotHaveDuplicates().allMatch(one -> !one.fact().isBlank());
      for (Part part : day.parts()) {
        boolean isJudged =
            part.day().date() == row.date()
                && !(part instanceof Part.SalaryTime)
                && !(part instanceof Part.BookedOnEarly)
                && !(part instanceof Part.LeaveDayWorked);
        if (isJudged) {
          assertThat(day.reasons()).as("%s", part).anyMatch(reason -> reason.at() == part.start());
        }
      }
      for (PayLine line : day.lines()) {
        assertThat(day.reasons())
            .anyMatch(
                reason ->
                    reason.applied()
                        && reason.rule() == line.rule()
                        && reason.fact().startsWith(line.element() + ": "));
      }
    }
  }

  /** Time off may expire months after the last duty, a duty may begin before the roster does. */
  private static long firstDay(OfficerCase officer) {
    return officer.roster().isEmpty()
        ? Story.day("2024-03-01").toEpochDay()
        : officer.roster().getFirst().date() - 31;
  }

  private static long lastDay(OfficerCase officer) {
    return firstDay(officer) + 31 + 21 + 130;
  }
}
