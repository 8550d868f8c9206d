package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dutypay.pay.ByteOrder;

/**
 * All exceptions of a run as the pages show them. Their texts lie in a file, so that memory holds
 * no more than where each one is and what orders it.
 */
final class PageRows implements Closeable {

  /**
   * One exception.
   *
   * @param order its place in exceptions.csv
   * @param at where its text lies in the file
   */
  record Row(int unit, long heldPence, int rank, long order, long at, int length) {

    /** Money first, then severity, then as in exceptions.csv. */
    private static final Comparator<Row> GRAVEST_FIRST =
        Comparator.comparingLong(Row::heldPence)
            .reversed()
            .thenComparingInt(Row::rank)
            .thenComparingLong(Row::order);
  }

  private static final String FILE_NAME = "page-rows";

  private final FileChannel file;
  private final OutputStream texts;
  private final List<Row> rows = new ArrayList<>();
  private final ExceptionTotals totals = new ExceptionTotals();
  private final Map<String, ExceptionTotals> byUnit = new TreeMap<>(ByteOrder.OF_UTF_8);
  private final Map<String, Integer> unitNumbers = new HashMap<>();
  private final List<String> unitsAsMet = new ArrayList<>();
  private final Set<String> rules = new TreeSet<>();
  private long length;

  PageRows(Path folder) throws IOException {
    file =
        FileChannel.open(
            folder.resolve(FILE_NAME),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    texts = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
  }

  /**
   * Takes the exception at hand.
   *
   * @param decisions what is told of those about it
   */
  void add(Matters matters, ExceptionsPage.DecisionsTold decisions) throws IOException {
    String unit = matters.unit();
    int number =
        unitNumbers.computeIfAbsent(
            unit,
            name -> {
              unitsAsMet.add(name);
              return unitsAsMet.size() - 1;
            });
    totals.add(matters.exceptions());
    byUnit.computeIfAbsent(unit, name -> new ExceptionTotals()).add(matters.exceptions());
    rules.add(matters.rule());
    byte[] text = matters.json(number, decisions).getBytes(StandardCharsets.UTF_8);
    texts.write(text);
    rows.add(
        new Row(
            number,
            matters.heldPence(),
            ExceptionsPage.ORDER.indexOf(matters.severity()),
            rows.size(),
            length,
            text.length));
    length += text.length;
  }

  ExceptionTotals totals() {
    return totals;
  }

  ExceptionTotals totals(String unit) {
    return byUnit.getOrDefault(unit, new ExceptionTotals());
  }

  /** By their bytes. */
  List<String> units() {
    return List.copyOf(byUnit.keySet());
  }

  /** In the order of the numbers that the texts have of them. */
  List<String> numberedUnits() {
    return List.copyOf(unitsAsMet);
  }

  /** The paragraphs that are cited. */
  Set<String> rules() {
    return rules;
  }

  /** At most so many, the gravest first. */
  List<Row> gravest(int most) {
    return rows.stream().sorted(Row.GRAVEST_FIRST).limit(most).toList();
  }

  /** All of a unit, the gravest first, so many at a time. */
  List<List<Row>> gravest(String unit, int most) {
    int number = unitNumbers.getOrDefault(unit, -1);
    List<Row> sorted =
        rows.stream().filter(row -> row.unit() == number).sorted(Row.GRAVEST_FIRST).toList();
    List<List<Row>> parts = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += most) {
      parts.add(sorted.subList(from, Math.min(from + most, sorted.size())));
    }
    return parts;
  }

  /** The text of an exception. */
  String json(Row row) throws IOException {
    texts.flush();
    ByteBuffer text = ByteBuffer.allocate(row.length());
    while (text.hasRemaining() && file.read(text, row.at() + text.position()) >= 0) {
      // A read may give less than was asked for.
    }
    return new String(text.array(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    texts.close();
    file.close();
  }
}
