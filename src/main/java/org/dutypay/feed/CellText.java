package org.dutypay.feed;

/**
 * The cells of a row that are given, by their columns, in one line: what a rejected row's facts and
 * id are made of.
 */
final class CellText {

  private final StringBuilder text = new StringBuilder();

  CellText add(String column, String cell) {
    if (!cell.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(column).append('=').append(cell);
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
