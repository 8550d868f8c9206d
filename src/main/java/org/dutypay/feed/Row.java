package org.dutypay.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dutypay.duty.Problem;
import org.dutypay.pay.PayException;

/**
 * The cells of the record a scanner stands on, by column. Reading a cell that is not what its
 * column takes notes the problem and gives a stand-in, so that a reader reads on and all problems
 * of a row are named.
 */
final class Row {

  /** A cell that is empty, where its column may be. */
  static final int NOT_GIVEN = Integer.MIN_VALUE;

  /** A decimal cell that is empty. */
  static final long NO_NUMBER = Long.MIN_VALUE;

  private static final int ABSENT = -1;
  private static final int LONGEST_OFFICER_ID = 20;
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_TEXT = 4_000;
  private static final int KEPT_OF_THE_CELLS = 2_000;
  private static final int HEX_DIGITS = 16;
  private static final boolean[] LEGAL_IN_OFFICER_ID = new boolean[128];

  static {
    for (char c = '0'; c <= '9'; c++) {
      LEGAL_IN_OFFICER_ID[c] = true;
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      LEGAL_IN_OFFICER_ID[c] = true;
      LEGAL_IN_OFFICER_ID[Character.toLowerCase(c)] = true;
    }
    LEGAL_IN_OFFICER_ID['-'] = true;
  }

  private final CsvScanner scanner;
  private final Header header;
  private final List<String> columns;

  /** The cell of each column, {@link #ABSENT} where the file has none. */
  private final int[] cells;

  private final StringBuilder problems = new StringBuilder();
  private String firstColumn = "";

  Row(CsvScanner scanner, Columns columns, Header header) {
    this.scanner = scanner;
    this.header = header;
    this.columns = columns.names();
    this.cells = columns.names().stream().mapToInt(header.names()::indexOf).toArray();
  }

  /** Takes the record the scanner now stands on. */
  void begin() {
    if (!problems.isEmpty()) {
      problems.setLength(0);
      firstColumn = "";
    }
    CsvScanner.Fault fault = scanner.fault();
    if (fault != CsvScanner.Fault.NONE) {
      note(fault);
    } else if (scanner.cellCount() != header.names().size()) {
      problem(
          "it has "
              + scanner.cellCount()
              + " cells where the header has "
              + header.names().size()
              + "; a text with a comma needs quotes");
    }
  }

  boolean isBad() {
    return !problems.isEmpty();
  }

  /** Everything that is wrong. */
  Problem problems() {
    return new Problem(problems.toString());
  }

  /** The column of the first problem, empty where it is the whole row's. */
  String firstColumn() {
    return firstColumn;
  }

  int line() {
    return scanner.line();
  }

  byte[] bytes() {
    return scanner.bytes();
  }

  int start(int column) {
    int cell = cells[column];
    return cell == ABSENT || cell >= scanner.cellCount() ? 0 : scanner.start(cell);
  }

  int end(int column) {
    int cell = cells[column];
    return cell == ABSENT || cell >= scanner.cellCount() ? 0 : scanner.end(cell);
  }

  boolean isGiven(Column column) {
    return end(column.place()) > start(column.place());
  }

  /** Notes that a cell is not what its column takes. */
  void bad(Column column, String problem) {
    if (problems.isEmpty()) {
      firstColumn = column.name();
    } else {
      problems.append("; ");
    }
    problems.append("column ").append(column.name()).append(": ").append(problem);
  }

  /** Whether a cell is a legal officer id. */
  boolean isOfficerId(int column) {
    byte[] bytes = scanner.bytes();
    int from = start(column);
    int to = end(column);
    if (to == from || to - from > LONGEST_OFFICER_ID) {
      return false;
    }
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b < 0 || !LEGAL_IN_OFFICER_ID[b]) {
        return false;
      }
    }
    return true;
  }

  void officerId(Column column) {
    if (!isOfficerId(column.place())) {
      bad(
          column,
          shown(column)
              + " is not an officer id, which is 1 to 20 letters, digits and hyphens such as"
              + " PC-1042");
    }
  }

  /** Whether a cell is a legal id of a booking or claim. */
  boolean isId(int column) {
    byte[] bytes = scanner.bytes();
    int from = start(column);
    int to = end(column);
    int characters = 0;
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b == ';' || (b >= 0 && b < ' ') || b == 0x7F) {
        return false;
      }
      ascii &= b >= 0;
      // The later bytes of a character all begin with the bits 10.
      if ((b & 0xC0) != 0x80) {
        characters++;
      }
    }
    if (isBlank(from, to) || characters > LONGEST_ID) {
      return false;
    }
    return ascii
        || text(from, to).codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0xFFFD);
  }

  void id(Column column) {
    if (!isId(column.place())) {
      bad(
          column,
          shown(column)
              + " is not an id, which is 1 to 60 characters without semicolons such as"
              + " T-2024-000123");
    }
  }

  int date(Column column) {
    return date(column, false);
  }

  int optionalDate(Column column) {
    return isGiven(column) ? date(column, false) : NOT_GIVEN;
  }

  /** A day on which somebody can have been on duty. */
  int dutyDate(Column column) {
    return date(column, true);
  }

  private int date(Column column, boolean ofDuty) {
    int date = Dates.date(scanner.bytes(), start(column.place()), end(column.place()));
    if (date == Dates.UNREADABLE) {
      bad(column, shown(column) + " is not a date such as 2024-01-31");
    } else if (ofDuty && (date < Dates.FIRST_DAY_OF_DUTY || date > Dates.LAST_DAY_OF_DUTY)) {
      bad(
          column,
          shown(column)
              + " is not in the years "
              + Dates.FIRST_YEAR_OF_DUTY
              + " to "
              + Dates.LAST_YEAR_OF_DUTY);
      return NOT_GIVEN;
    }
    return date;
  }

  /** The minute of the day. */
  int optionalTime(Column column) {
    if (!isGiven(column)) {
      return NOT_GIVEN;
    }
    int time = Dates.time(scanner.bytes(), start(column.place()), end(column.place()));
    if (time == Dates.UNREADABLE) {
      bad(column, shown(column) + " is not a time such as 22:00");
    }
    return time;
  }

  int moment(Column column) {
    int moment = Dates.moment(scanner.bytes(), start(column.place()), end(column.place()));
    if (moment == Dates.UNREADABLE) {
      bad(
          column,
          shown(column)
              + Dates.problemOfMoment(scanner.bytes(), start(column.place()), end(column.place())));
    }
    return moment;
  }

  int optionalMoment(Column column) {
    return isGiven(column) ? moment(column) : NOT_GIVEN;
  }

  /** Y or N, empty = N. */
  boolean yes(Column column) {
    int from = start(column.place());
    int to = end(column.place());
    if (to == from) {
      return false;
    }
    if (to - from == 1) {
      byte b = scanner.bytes()[from];
      if (b == 'Y' || b == 'N') {
        return b == 'Y';
      }
    }
    bad(column, shown(column) + " is neither Y nor N");
    return false;
  }

  /** The place of one of the words, {@link Words#NONE} after a problem. */
  int word(Column column, Words<?> words) {
    int place = words.find(scanner.bytes(), start(column.place()), end(column.place()));
    if (place == Words.NONE) {
      bad(column, shown(column) + " is none of " + words);
    }
    return place;
  }

  /** As {@link #word}, and {@link Words#NONE} for an empty cell. */
  int optionalWord(Column column, Words<?> words) {
    return isGiven(column) ? word(column, words) : Words.NONE;
  }

  /**
   * A number without sign, times a power of ten; {@link #NO_NUMBER} where the cell is empty.
   *
   * @param places decimal places it may have, and the power
   * @param most the highest value taken, not multiplied
   */
  long optionalNumber(Column column, int places, long most) {
    return isGiven(column) ? number(column, places, most) : NO_NUMBER;
  }

  long number(Column column, int places, long most) {
    int from = start(column.place());
    return number(column, from, end(column.place()), places, most);
  }

  /** As {@link #number}, with a minus sign where it is below zero. */
  long signedNumber(Column column, int places, long most) {
    int from = start(column.place());
    int to = end(column.place());
    boolean negative = to > from && scanner.bytes()[from] == '-';
    long number = number(column, negative ? from + 1 : from, to, places, most);
    return negative && number != NO_NUMBER ? -number : number;
  }

  private long number(Column column, int from, int to, int places, long most) {
    byte[] bytes = scanner.bytes();
    long value = 0;
    int whole = 0;
    int decimals = 0;
    boolean point = false;
    boolean good = true;
    for (int i = from; i < to && good; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        value = 10 * value + (b - '0');
        if (point) {
          decimals++;
        } else {
          whole++;
        }
        good = whole <= 12 && decimals <= places;
      } else {
        good = b == '.' && !point && places > 0;
        point = true;
      }
    }
    for (int i = decimals; i < places; i++) {
      value *= 10;
    }
    if (!good || whole == 0 || (point && decimals == 0) || value > most * powerOfTen(places)) {
      bad(
          column,
          shown(column)
              + " is not a number from 0 to "
              + most
              + (places == 0
                  ? " such as 30"
                  : " such as 7.5, with at most " + places + " decimals"));
      return NO_NUMBER;
    }
    return value;
  }

  private static long powerOfTen(int places) {
    long power = 1;
    for (int i = 0; i < places; i++) {
      power *= 10;
    }
    return power;
  }

  /** A number written as 16 hexadecimal digits. */
  long hex(Column column) {
    byte[] bytes = scanner.bytes();
    int from = start(column.place());
    int to = end(column.place());
    long value = 0;
    boolean good = to - from == HEX_DIGITS;
    for (int i = from; i < to && good; i++) {
      int digit = Character.digit(bytes[i], 16);
      good = digit >= 0;
      value = value << 4 | digit;
    }
    if (!good) {
      bad(column, shown(column) + " is not 16 hexadecimal digits such as 0123456789abcdef");
    }
    return value;
  }

  /** Notes a text that is longer than any can be, or holds a character that no file can show. */
  void text(Column column) {
    byte[] bytes = scanner.bytes();
    int from = start(column.place());
    int to = end(column.place());
    if (to - from > LONGEST_TEXT) {
      bad(column, shown(column) + " is longer than " + LONGEST_TEXT + " bytes");
      return;
    }
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0x7F) {
        bad(column, shown(column) + " holds a control character");
        return;
      }
    }
  }

  void requiredText(Column column) {
    if (!isBlank(start(column.place()), end(column.place()))) {
      text(column);
    } else {
      bad(column, "it is empty");
    }
  }

  /**
   * Points of pay scales are whole numbers as the award writes them: 0 to 99, without a leading
   * nought.
   */
  void payPoint(Column column) {
    int from = start(column.place());
    int to = end(column.place());
    byte[] bytes = scanner.bytes();
    boolean good = to - from == 1 || (to - from == 2 && bytes[from] != '0');
    for (int i = from; i < to && good; i++) {
      good = bytes[i] >= '0' && bytes[i] <= '9';
    }
    if (!good) {
      bad(column, shown(column) + " is not a pay point, a whole number such as 7");
    }
  }

  String textIn(int column) {
    return text(start(column), end(column));
  }

  /** The cell, to be quoted: cut where it is long, control characters as spaces. */
  String shown(Column column) {
    return shown(start(column.place()), end(column.place()));
  }

  /**
   * The row's cells by their columns, for its facts and its hash; the record as it stands where it
   * has no such cells.
   */
  String cellsText() {
    String text;
    if (scanner.fault() == CsvScanner.Fault.QUOTES
        || scanner.fault() == CsvScanner.Fault.TOO_LONG
        || scanner.cellCount() != header.names().size()) {
      text = scanner.recordText();
    } else {
      CellText given = new CellText();
      for (int i = 0; i < columns.size(); i++) {
        given.add(columns.get(i), text(start(i), end(i)));
      }
      text = given.toString();
    }
    return text.length() <= KEPT_OF_THE_CELLS
        ? text
        : text.substring(0, KEPT_OF_THE_CELLS)
            + "… ("
            + PayException.hex(PayException.hash(text))
            + ")";
  }

  /** The epoch day of a cell, {@link #NOT_GIVEN} where it is none; notes nothing. */
  int dateIn(int column) {
    return Dates.date(scanner.bytes(), start(column), end(column));
  }

  /** The minute of a cell, {@link #NOT_GIVEN} where it is none; notes nothing. */
  int momentIn(int column) {
    return Dates.moment(scanner.bytes(), start(column), end(column));
  }

  private void note(CsvScanner.Fault fault) {
    int cell = scanner.faultyCell();
    String where =
        fault == CsvScanner.Fault.NOT_UTF_8 || fault == CsvScanner.Fault.CONTROL_CHARACTER
            ? (cell < header.names().size()
                    ? "column " + Shown.text(header.names().get(cell))
                    : "cell " + (cell + 1))
                + ": "
                + shown(scanner.start(cell), scanner.end(cell))
            : "";
    problem(
        switch (fault) {
          case NONE -> "";
          case NOT_UTF_8 -> where + " is not UTF-8 text; save the file as UTF-8";
          case CONTROL_CHARACTER -> where + " holds a control character";
          case QUOTES ->
              "its quotes do not match; a text with quotes is written \"like \"\"this\"\"\"";
          case TOO_LONG -> "it is longer than 65536 bytes";
        });
  }

  private void problem(String text) {
    problems.append(text);
  }

  private boolean isBlank(int from, int to) {
    byte[] bytes = scanner.bytes();
    for (int i = from; i < to; i++) {
      if (bytes[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int to) {
    return new String(scanner.bytes(), from, to - from, StandardCharsets.UTF_8);
  }

  private String shown(int from, int to) {
    // Four bytes a character at most, so that a cell of many kilobytes is not decoded to show the
    // start of it.
    return Problem.cell(Shown.text(text(from, Math.min(to, from + 4 * (Shown.MOST + 1)))));
  }
}
