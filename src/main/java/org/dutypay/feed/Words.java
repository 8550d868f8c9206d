package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words a column takes, the names of an enum's constants, found by their bytes and known by
 * their place in this list.
 */
final class Words<E extends Enum<E>> {

  /** The place of no word. */
  static final int NONE = -1;

  private final List<E> constants;
  private final byte[][] words;

  private Words(List<E> constants) {
    this.constants = List.copyOf(constants);
    words = new byte[constants.size()][];
    for (int i = 0; i < words.length; i++) {
      words[i] = constants.get(i).name().getBytes(StandardCharsets.US_ASCII);
    }
  }

  static <E extends Enum<E>> Words<E> of(List<E> constants) {
    return new Words<>(constants);
  }

  static <E extends Enum<E>> Words<E> of(Class<E> constants) {
    return new Words<>(List.of(constants.getEnumConstants()));
  }

  /** The place of a word, or {@link #NONE}. */
  int find(byte[] bytes, int from, int to) {
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[i];
      if (word.length == to - from && Arrays.equals(word, 0, word.length, bytes, from, to)) {
        return i;
      }
    }
    return NONE;
  }

  int placeOf(E constant) {
    return constants.indexOf(constant);
  }

  E at(int place) {
    return constants.get(place);
  }

  /** The constant at a place, null for {@link #NONE}. */
  @Nullable E optionalAt(int place) {
    return place == NONE ? null : constants.get(place);
  }

  /** All of them, for a message. */
  @Override
  public String toString() {
    return constants.stream().map(Enum::name).collect(Collectors.joining(", "));
  }
}
