package org.dutypay.report.verify;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The cells of one row by name; what is wrong with one is reported with its line and column. */
final class Cells {

  private final Layout layout;
  private final Table row;
  private final Findings.Check check;

  Cells(Layout layout, Table row, Findings.Check check) {
    this.layout = layout;
    this.row = row;
    this.check = check;
  }

  String text(String column) {
    return row.text(layout.column(column));
  }

  /** A number of so many decimals; 0 where it is none, which is reported. */
  long number(String column, int places) {
    OptionalLong number = Decimals.of(cell(column), places);
    expect(number.isPresent(), column, "is not a number with " + places + " decimals");
    return number.orElse(0);
  }

  OptionalLong numberOrEmpty(String column, int places) {
    return cell(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(column, places));
  }

  /** A date; empty where it is none, which is reported. */
  Optional<LocalDate> date(String column) {
    try {
      return Optional.of(LocalDate.parse(cell(column)));
    } catch (DateTimeParseException e) {
      expect(false, column, "is not a date");
      return Optional.empty();
    }
  }

  Optional<LocalDate> dateOrEmpty(String column) {
    return cell(column).isEmpty() ? Optional.empty() : date(column);
  }

  void oneOf(String column, Set<String> words) {
    expect(words.contains(cell(column)), column, "is none of the words it can be");
  }

  void expect(boolean holds, String column, String problem) {
    if (!holds) {
      check.fail(row.line(), "column " + column + " '" + cell(column) + "' " + problem);
    }
  }

  private String cell(String column) {
    return row.cell(layout.column(column));
  }
}
