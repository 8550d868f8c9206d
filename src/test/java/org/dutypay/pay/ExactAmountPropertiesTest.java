package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

@Label("What holds for every amount that is not rounded yet")
class ExactAmountPropertiesTest {

  @Property
  @Label("A month of any days at any rate and hours adds up exactly")
  void addsUp(
      @ForAll @LongRange(min = 1, max = 999_999_999) long annual,
      @ForAll @IntRange(min = 1, max = 400_000) int hours,
      @ForAll @IntRange(min = 1, max = 400_000) int otherHours) {
    ExactAmount sum = ExactAmount.ZERO;
    for (int day = 1; day <= 31; day++) {
      sum =
          sum.plus(
              ExactAmount.ofPence(annual)
                  .times(6, 2_191)
                  .times(day <= 15 ? hours : otherHours, 400_000));
    }
    BigInteger over =
        BigInteger.valueOf(annual)
            .multiply(BigInteger.valueOf(6))
            .multiply(BigInteger.valueOf(15L * hours + 16L * otherHours));
    BigInteger under = BigInteger.valueOf(2_191L * 400_000);
    assertThat(BigInteger.valueOf(sum.over()).multiply(under))
        .isEqualTo(BigInteger.valueOf(sum.under()).multiply(over));
  }
}
