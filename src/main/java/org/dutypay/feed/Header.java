package org.dutypay.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The header row of one file.
 *
 * @param names as the file has them, in its order
 * @param unknown columns of the file that are not read
 */
record Header(List<String> names, List<String> unknown) {

  Header {
    names = List.copyOf(names);
    unknown = List.copyOf(unknown);
  }

  /**
   * Reads the first record.
   *
   * @throws FeedException where it cannot be read, lacks a required column or names one twice
   */
  static Header read(String file, Columns columns, CsvScanner scanner) throws IOException {
    if (!scanner.next()) {
      throw new FeedException(
          file
              + " is empty. It needs a header row with "
              + String.join(",", columns.names())
              + ".");
    }
    List<String> names = new ArrayList<>();
    if (startsLikeUtf16(scanner)) {
      throw new FeedException(file + " is UTF-16 text. Save it as UTF-8.");
    }
    if (scanner.fault() != CsvScanner.Fault.NONE) {
      throw new FeedException(
          file
              + " line "
              + scanner.line()
              + ": the header row cannot be read ("
              + reason(scanner.fault())
              + "). Correct it.");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < scanner.cellCount(); i++) {
      String name = scanner.text(i);
      if (!name.isEmpty() && !seen.add(name)) {
        throw new FeedException(
            file + " has two columns named '" + Shown.text(name) + "'. Remove or rename one.");
      }
      names.add(name);
    }
    List<String> missing =
        columns.required().stream().filter(name -> !seen.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new FeedException(
          file
              + " has no column "
              + String.join(", ", missing)
              + ". Its header row reads '"
              + Shown.text(String.join(",", names))
              + "' and needs "
              + String.join(",", columns.required())
              + ".");
    }
    List<String> unknown =
        names.stream().filter(name -> !name.isEmpty() && !columns.names().contains(name)).toList();
    scanner.expectCells(names.size());
    return new Header(names, unknown);
  }

  private static boolean startsLikeUtf16(CsvScanner scanner) {
    byte[] bytes = scanner.bytes();
    int first = bytes[0] & 0xFF;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
  }

  private static String reason(CsvScanner.Fault fault) {
    return switch (fault) {
      case NONE -> "it is well-formed";
      case NOT_UTF_8 -> "it is not UTF-8 text";
      case CONTROL_CHARACTER -> "it holds a control character";
      case QUOTES -> "its quotes do not match";
      case TOO_LONG -> "it is longer than 64 KiB";
    };
  }
}
