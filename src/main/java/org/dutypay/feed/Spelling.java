package org.dutypay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which column somebody may have meant by a name that no file has. */
final class Spelling {

  /** Letters that may be wrong, of one, missing or too many. */
  private static final int MOST_WRONG = 2;

  private static final int SHORTEST = 4;

  private Spelling() {}

  /** Unknown columns of a header that look like known ones it lacks, as {@code x (y?)}. */
  static List<String> meant(Header header, Columns columns) {
    List<String> lacking = new ArrayList<>(columns.names());
    lacking.removeAll(header.names());
    List<String> meant = new ArrayList<>();
    for (String unknown : header.unknown()) {
      lacking.stream()
          .filter(known -> isLike(letters(unknown), letters(known)))
          .findFirst()
          .ifPresent(known -> meant.add(Shown.text(unknown) + " (" + known + "?)"));
    }
    return meant;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static boolean isLike(String given, String known) {
    if (Math.min(given.length(), known.length()) < SHORTEST) {
      return given.equals(known);
    }
    return given.startsWith(known) || known.startsWith(given) || isNear(given, known);
  }

  /** Whether few letters make one of the other (Levenshtein's distance). */
  private static boolean isNear(String given, String known) {
    int[] distances = new int[known.length() + 1];
    for (int j = 0; j < distances.length; j++) {
      distances[j] = j;
    }
    for (int i = 1; i <= given.length(); i++) {
      int diagonal = distances[0];
      distances[0] = i;
      for (int j = 1; j < distances.length; j++) {
        int other = given.charAt(i - 1) == known.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = distances[j];
        distances[j] = Math.min(other, 1 + Math.min(distances[j], distances[j - 1]));
      }
    }
    return distances[known.length()] <= MOST_WRONG;
  }
}
