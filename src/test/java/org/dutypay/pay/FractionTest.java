package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("Fractions of any size")
class FractionTest {

  @Property(tries = 200)
  @Label("are rounded as whole numbers are")
  void rounded(
      @ForAll @LongRange(min = -100_000, max = 100_000) long over,
      @ForAll @IntRange(min = 1, max = 1_000) int under,
      @ForAll Rounding rounding) {
    assertThat(Fraction.of(over, under).rounded(rounding)).isEqualTo(rounding.divide(over, under));
  }

  @Property(tries = 200)
  @Label("give back what was added to them, and stand in order")
  void addedAndTakenAway(
      @ForAll long one,
      @ForAll @IntRange(min = 1) int oneUnder,
      @ForAll long other,
      @ForAll @IntRange(min = 1) int otherUnder) {
    Fraction left = Fraction.of(one, oneUnder);
    Fraction right = Fraction.of(other, otherUnder);

    assertThat(left.plus(right).minus(right)).isEqualTo(left);
    assertThat(left.minus(right).isPositive()).isEqualTo(left.compareTo(right) > 0);
    assertThat(left.atMost(right)).isEqualTo(left.compareTo(right) < 0 ? left : right);
  }

  @Property(tries = 50)
  @Label("are divided by a positive number")
  void divisor(@ForAll @LongRange(max = 0) long under) {
    assertThatThrownBy(() -> Fraction.of(1, under)).hasMessageContaining("a positive number");
  }
}
