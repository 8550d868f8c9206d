package org.dutypay.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dutypay.feed.ReferenceFiles;
import org.dutypay.reference.RuleNumbers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The numbers of the rules and the rules that use them")
class RuleNumbersUseTest {

  private static final RuleNumbers NUMBERS = ReferenceFiles.ruleNumbers();

  @Test
  @DisplayName("Every number that a rule asks for is there")
  void everyNameUsedExists() {
    makeRules(with(NUMBERS));
  }

  @DisplayName("Every number that is there is asked for by a rule")
  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void everyNameThatExistsIsUsed(String name) {
    RunContext without = with(allBut(name));
    assertThatThrownBy(() -> makeRules(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no number '" + name + "' in the reference files");
  }

  /** Every rule asks for its numbers when it is made. */
  private static void makeRules(RunContext run) {
    assertThat(new PayEngine(run)).isNotNull();
    assertThat(new BearScotland(run, run.runDate())).isNotNull();
  }

  static Stream<String> names() {
    return NUMBERS.names().stream();
  }

  private static RunContext with(RuleNumbers numbers) {
    RunContext run = Story.officer().context();
    return new RunContext(
        run.policy(),
        run.payScales(),
        run.allowances(),
        run.publicHolidays(),
        numbers,
        run.from(),
        run.to(),
        run.runDate());
  }

  /** Any values will do: a one, or midnight where a time is meant. */
  private static RuleNumbers allBut(String left) {
    NavigableSet<String> names = NUMBERS.names();
    names.remove(left);
    Map<String, List<RuleNumbers.Value>> values = new TreeMap<>();
    for (String name : names) {
      boolean isTime = name.endsWith(".starts") || name.endsWith(".ends");
      values.put(name, List.of(new RuleNumbers.Value(0, isTime ? "00:00" : "1", "a test")));
    }
    return new RuleNumbers(values);
  }
}
