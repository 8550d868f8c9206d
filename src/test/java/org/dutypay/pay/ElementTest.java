package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Elements of pay")
class ElementTest {

  @Test
  @DisplayName(
      "Additional hours, temporary salary and promotion and London weighting are pensionable,"
          + " nothing else")
  void pensionable() {
    assertThat(Arrays.stream(Element.values()).filter(Element::isPensionable))
        .containsExactlyInAnyOrder(
            Element.ADDITIONAL_HOURS,
            Element.TEMPORARY_SALARY,
            Element.TEMPORARY_PROMOTION,
            Element.LONDON_WEIGHTING);
  }
}
