package org.dutypay.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which column somebody may have meant by a name that no file has. */
final class Spelling {

  private static final int SHORTEST = 4;

  /** A word of so many letters may have two wrong ones, as where two are exchanged. */
  private static final int LONG = 6;

  private Spelling() {}

  /** Unknown columns of a header that look like known ones it lacks, as {@code x (y?)}. */
  static List<String> meant(Header header, Columns columns) {
    List<String> lacking = new ArrayList<>(columns.names());
    lacking.removeAll(header.names());
    List<String> meant = new ArrayList<>();
    for (String unknown : header.unknown()) {
      lacking.stream()
          .filter(known -> isLike(unknown, known))
          .findFirst()
          .ifPresent(known -> meant.add(Shown.text(unknown) + " (" + known + "?)"));
    }
    return meant;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The beginning of the name, or the name with one word misspelt. */
  private static boolean isLike(String unknown, String known) {
    String given = letters(unknown);
    String meant = letters(known);
    if (given.equals(meant) || (given.length() >= SHORTEST && meant.startsWith(given))) {
      return true;
    }
    if (Math.min(given.length(), meant.length()) >= LONG && distance(given, meant) <= 1) {
      return true;
    }
    String[] words = unknown.toLowerCase(Locale.ROOT).split("_", -1);
    String[] others = known.split("_", -1);
    int wrong = 0;
    for (int i = 0; i < words.length && words.length == others.length; i++) {
      if (!words[i].equals(others[i])) {
        wrong += isNear(words[i], others[i]) ? 1 : 2;
      }
    }
    return words.length == others.length && wrong == 1;
  }

  private static boolean isNear(String given, String known) {
    int shorter = Math.min(given.length(), known.length());
    return shorter >= SHORTEST && distance(given, known) <= (shorter >= LONG ? 2 : 1);
  }

  /** How many letters make one of the other: one wrong, missing or too many (Levenshtein). */
  private static int distance(String given, String known) {
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
    return distances[known.length()];
  }
}
