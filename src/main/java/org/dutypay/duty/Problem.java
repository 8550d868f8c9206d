package org.dutypay.duty;

import java.util.regex.Pattern;

/**
 * What is wrong with a row, as the middle of a sentence. What its cells hold is marked in it, so
 * that it can be left out: in a row whose cells have shifted any of them may hold a name.
 *
 * @param marked the sentence, with cells as {@link #cell} gives them
 */
public record Problem(String marked) {

  // No file's text has these: control characters are shown as spaces.
  private static final char FROM = '\u0002';
  private static final char TO = '\u0003';
  private static final Pattern CELL = Pattern.compile(FROM + "[^" + TO + "]*" + TO);

  /**
   * What a cell holds, to be put into a sentence.
   *
   * @param shown without control characters
   */
  public static String cell(String shown) {
    return FROM + shown + TO;
  }

  /** The sentence, with what the cells hold in quotes. */
  public String inFull() {
    return marked.replace(FROM, '\'').replace(TO, '\'');
  }

  /** The sentence without what the cells hold. */
  public String withoutCells() {
    return CELL.matcher(marked).replaceAll("(not shown)");
  }
}
