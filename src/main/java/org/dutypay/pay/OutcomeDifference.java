package org.dutypay.pay;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What one officer's case gives under two policies or rate tables, A and B, and where they differ.
 * Lines and balances are compared by what they give, not by their wording: a note or paragraph that
 * reads differently changes nothing.
 *
 * @param pay by element, every one that A or B pays
 * @param minutes by account that counts minutes, every one that A or B has rows of
 * @param days the same in hundredths of days
 * @param payDays the days and elements whose pounds differ, by date and then the element's name
 * @param exceptions those that differ, in the order of exceptions.csv
 */
public record OutcomeDifference(
    String officerId,
    Map<Element, Sides> pay,
    Map<Account, Sides> minutes,
    Map<Account, Sides> days,
    List<PayDay> payDays,
    List<ExceptionChange> exceptions) {

  /**
   * The rows of one kind under A and under B.
   *
   * @param amountA the sum of A's rows: pence, minutes or hundredths of days
   * @param rowsChanged rows of either that have no equal in the other; a row that changed counts
   *     once
   */
  public record Sides(long rowsA, long amountA, long rowsB, long amountB, long rowsChanged) {

    public static final Sides NOTHING = new Sides(0, 0, 0, 0, 0);

    /** B less A. */
    public long difference() {
      return Math.subtractExact(amountB, amountA);
    }

    public boolean differ() {
      return rowsChanged > 0;
    }

    public Sides plus(Sides more) {
      return new Sides(
          rowsA + more.rowsA,
          Math.addExact(amountA, more.amountA),
          rowsB + more.rowsB,
          Math.addExact(amountB, more.amountB),
          rowsChanged + more.rowsChanged);
    }
  }

  /**
   * What an element pays for one day, in pence.
   *
   * @param workDate epoch day
   */
  public record PayDay(long workDate, Element element, long penceA, long penceB) {

    private static final Comparator<PayDay> FILE_ORDER =
        Comparator.comparingLong(PayDay::workDate).thenComparing(day -> day.element.name());
  }

  /** What becomes of an exception between A and B. */
  public enum Change {
    GAINED,
    LOST,
    CHANGED
  }

  /**
   * An exception that A or B has alone, or that reads differently under B.
   *
   * @param exception B's, or A's where B has none
   * @param message what it says; of a changed one also what A says
   */
  public record ExceptionChange(Change change, PayException exception, String message) {

    private static final Comparator<ExceptionChange> FILE_ORDER =
        Comparator.comparing(ExceptionChange::exception, PayException.FILE_ORDER);
  }

  /** What makes two lines equal: the day, what for, how much time and how much money. */
  private record LineValue(long workDate, Element element, long units, Unit unit, long pence) {

    static LineValue of(PayLine line) {
      return new LineValue(
          line.workDate(), line.element(), line.unitsHundredths(), line.unit(), line.amountPence());
    }
  }

  /** What makes two balance rows equal. */
  private record BalanceValue(
      long workDate, Account account, long minutes, long days, long expiresOn) {

    static BalanceValue of(Balance balance) {
      return new BalanceValue(
          balance.workDate(),
          balance.account(),
          balance.minutes(),
          balance.daysHundredths(),
          balance.expiresOn());
    }
  }

  /** A day and an element. */
  private record PayKey(long workDate, Element element) {}

  public OutcomeDifference {
    pay = inOrder(pay);
    minutes = inOrder(minutes);
    days = inOrder(days);
    payDays = List.copyOf(payDays);
    exceptions = List.copyOf(exceptions);
  }

  private static <K extends Enum<K>> Map<K, Sides> inOrder(Map<K, Sides> sides) {
    return Collections.unmodifiableMap(new TreeMap<>(sides));
  }

  /**
   * Compares what one officer's case gives under A and under B.
   *
   * @throws IllegalArgumentException for the outcomes of two officers
   */
  public static OutcomeDifference between(Outcome a, Outcome b) {
    if (!a.officerId().equals(b.officerId())) {
      throw new IllegalArgumentException(
          "One officer is compared, not %s with %s".formatted(a.officerId(), b.officerId()));
    }
    return new OutcomeDifference(
        a.officerId(),
        sides(a.lines(), b.lines(), PayLine::element, PayLine::amountPence, LineValue::of),
        sides(inMinutes(a), inMinutes(b), Balance::account, Balance::minutes, BalanceValue::of),
        sides(inDays(a), inDays(b), Balance::account, Balance::daysHundredths, BalanceValue::of),
        payDays(a.lines(), b.lines()),
        exceptionChanges(a.exceptions(), b.exceptions()));
  }

  /** Pence under A. */
  public long penceA() {
    return pay.values().stream().mapToLong(Sides::amountA).sum();
  }

  /** Pence under B. */
  public long penceB() {
    return pay.values().stream().mapToLong(Sides::amountB).sum();
  }

  private static List<Balance> inMinutes(Outcome outcome) {
    return outcome.balances().stream()
        .filter(balance -> balance.minutes() != Balance.NONE)
        .toList();
  }

  private static List<Balance> inDays(Outcome outcome) {
    return outcome.balances().stream()
        .filter(balance -> balance.minutes() == Balance.NONE)
        .toList();
  }

  private static List<PayDay> payDays(List<PayLine> a, List<PayLine> b) {
    List<PayDay> differing = new ArrayList<>();
    Function<PayLine, PayKey> key = line -> new PayKey(line.workDate(), line.element());
    sides(a, b, key, PayLine::amountPence, LineValue::of)
        .forEach(
            (day, sides) -> {
              if (sides.difference() != 0) {
                differing.add(new PayDay(day.workDate, day.element, sides.amountA, sides.amountB));
              }
            });
    differing.sort(PayDay.FILE_ORDER);
    return differing;
  }

  /**
   * The rows of A and of B by kind.
   *
   * @param value what makes two rows equal
   */
  private static <R, K> Map<K, Sides> sides(
      List<R> a, List<R> b, Function<R, K> kind, ToLongFunction<R> amount, Function<R, ?> value) {
    Map<K, List<R>> ofA = a.stream().collect(groupingBy(kind));
    Map<K, List<R>> ofB = b.stream().collect(groupingBy(kind));
    Set<K> kinds = new HashSet<>(ofA.keySet());
    kinds.addAll(ofB.keySet());
    Map<K, Sides> sides = new HashMap<>();
    for (K one : kinds) {
      List<R> rowsA = ofA.getOrDefault(one, List.of());
      List<R> rowsB = ofB.getOrDefault(one, List.of());
      sides.put(
          one,
          new Sides(
              rowsA.size(),
              rowsA.stream().mapToLong(amount).sum(),
              rowsB.size(),
              rowsB.stream().mapToLong(amount).sum(),
              changed(rowsA.stream().map(value).toList(), rowsB.stream().map(value).toList())));
    }
    return sides;
  }

  /** How many rows have no equal on the other side, each side's rows being used once. */
  private static long changed(List<?> a, List<?> b) {
    List<Object> onlyB = new ArrayList<>(b);
    long onlyA = 0;
    for (Object row : a) {
      if (!onlyB.remove(row)) {
        onlyA++;
      }
    }
    return Math.max(onlyA, onlyB.size());
  }

  private static List<ExceptionChange> exceptionChanges(
      List<PayException> a, List<PayException> b) {
    Map<Long, PayException> left = new HashMap<>();
    a.forEach(exception -> left.put(exception.id(), exception));
    List<ExceptionChange> changes = new ArrayList<>();
    for (PayException now : b) {
      PayException before = left.remove(now.id());
      if (before == null) {
        changes.add(new ExceptionChange(Change.GAINED, now, now.message()));
      } else if (!saysTheSame(before, now)) {
        changes.add(new ExceptionChange(Change.CHANGED, now, bothMessages(before, now)));
      }
    }
    left.values()
        .forEach(lost -> changes.add(new ExceptionChange(Change.LOST, lost, lost.message())));
    changes.sort(ExceptionChange.FILE_ORDER);
    return changes;
  }

  /** Whether a person would read the same: the facts behind it may still be others. */
  private static boolean saysTheSame(PayException a, PayException b) {
    return a.severity() == b.severity()
        && a.message().equals(b.message())
        && a.heldPence() == b.heldPence();
  }

  private static String bothMessages(PayException a, PayException b) {
    StringBuilder text = new StringBuilder(b.message());
    if (!a.message().equals(b.message())) {
      text.append(" Under A: ").append(a.message());
    }
    if (a.severity() != b.severity()) {
      text.append(" Severity under A: ").append(a.severity()).append('.');
    }
    if (a.heldPence() != b.heldPence()) {
      text.append(" Held: ").append(held(b)).append(", under A ").append(held(a)).append('.');
    }
    return text.toString();
  }

  private static String held(PayException exception) {
    return exception.heldPence() == PayException.NONE
        ? "an unknown amount"
        : "£" + Pounds.grouped(exception.heldPence());
  }
}
