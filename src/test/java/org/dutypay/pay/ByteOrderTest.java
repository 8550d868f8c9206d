package org.dutypay.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@Label("Ids sort by the bytes of their UTF-8 form")
@DisplayName("Ids sort by the bytes of their UTF-8 form")
class ByteOrderTest {

  @Test
  @DisplayName("Capitals before small letters, a beginning before what goes on, e10 before e2")
  void ascii() {
    assertThat(Stream.of("e2", "e10", "E2", "e", "", "e1", "é").sorted(ByteOrder.OF_UTF_8))
        .containsExactly("", "E2", "e", "e1", "e10", "e2", "é");
  }

  @Test
  @DisplayName("Characters beyond the basic plane come last, which Java's own order gets wrong")
  void beyondTheBasicPlane() {
    String beyond = "\uD83D\uDE93";
    String lastOfThePlane = "\uFFFD";
    assertThat(ByteOrder.OF_UTF_8.compare(lastOfThePlane, beyond)).isNegative();
    assertThat(lastOfThePlane.compareTo(beyond)).isPositive();
  }

  @Property
  @Label("It is the order of the unsigned bytes, for any two texts")
  void asBytes(@ForAll("texts") String one, @ForAll("texts") String other) {
    int expected =
        Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    assertThat(Integer.signum(ByteOrder.OF_UTF_8.compare(one, other)))
        .isEqualTo(Integer.signum(expected));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> characters =
        Arbitraries.of(
            "a", "b", "Z", "0", ";", "é", "\uE000", "\uFFFD", "\uD83D\uDE93", "\uD800\uDC00");
    return characters.list().ofMaxSize(4).map(list -> String.join("", list));
  }
}
