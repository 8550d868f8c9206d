package org.dutypay.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one input file, in the order of the contract: a reader names each once, as a
 * constant of its own.
 */
final class Columns {

  private final List<String> names = new ArrayList<>();
  private final List<String> required = new ArrayList<>();

  /** A column without which the file is refused. */
  Column required(String name) {
    required.add(name);
    return optional(name);
  }

  /** A column that may be absent, which is as if all its cells were empty. */
  Column optional(String name) {
    names.add(name);
    return new Column(name, names.size() - 1);
  }

  List<String> names() {
    return names;
  }

  List<String> required() {
    return required;
  }
}
