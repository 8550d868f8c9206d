package org.dutypay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

@Label("Records are cut as opencsv cuts them, whatever the bytes")
class CsvScannerTest {

  private static final int SHORT = 64;

  /** One record as a test sees it. */
  private record Seen(int line, CsvScanner.Fault fault, List<String> cells) {}

  @Property
  @Label("every well-formed file gives the cells that opencsv gives")
  void agreesWithOpencsv(@ForAll("wellFormed") String file)
      throws IOException, CsvValidationException {
    List<List<String>> expected = new ArrayList<>();
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(file))
            .withCSVParser(new RFC4180ParserBuilder().build())
            .build()) {
      for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
        expected.add(List.of(cells));
      }
    }
    expected.removeIf(cells -> cells.equals(List.of("")));
    assertThat(scan(file.getBytes(StandardCharsets.UTF_8), CsvScanner.LONGEST_RECORD, 1 << 16))
        .allSatisfy(record -> assertThat(record.fault()).isEqualTo(CsvScanner.Fault.NONE))
        .extracting(Seen::cells)
        .filteredOn(cells -> !cells.equals(List.of("")))
        .isEqualTo(expected);
  }

  @Property
  @Label("a file's records do not depend on how its bytes arrive")
  void independentOfReads(
      @ForAll("hostile") byte[] file, @ForAll @IntRange(min = 1, max = 700) int atOnce)
      throws IOException {
    assertThat(scan(file, SHORT, atOnce)).isEqualTo(scan(file, SHORT, file.length + 1));
  }

  @Property
  @Label("every line that is not empty belongs to exactly one record, and lines only go up")
  void noLineIsLost(@ForAll("hostile") byte[] file) throws IOException {
    List<Seen> seen = scan(file, SHORT, 100);
    assertThat(seen).extracting(Seen::line).isSorted().doesNotHaveDuplicates();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      boolean starts = seen.stream().anyMatch(record -> record.line() == line);
      boolean empty = lines[i].isEmpty() || lines[i].equals("\r");
      boolean continued =
          seen.stream()
              .filter(record -> record.line() < line)
              .reduce((first, second) -> second)
              .filter(record -> record.line() + breaks(record) >= line)
              .isPresent();
      assertThat(starts || empty || continued).as("line %s of %s", line, text).isTrue();
    }
  }

  private static int breaks(Seen record) {
    return record.cells().stream()
        .mapToInt(cell -> (int) cell.chars().filter(c -> c == '\n').count())
        .sum();
  }

  @Property
  @Label("a line of exactly the longest length is read, one byte more is not")
  void longestRecord(
      @ForAll @IntRange(min = 0, max = 5) int over, @ForAll boolean quoted, @ForAll boolean windows)
      throws IOException {
    String ending = windows ? "\r\n" : "\n";
    int length = SHORT - 2 + over;
    String cell = quoted ? "\"" + "x".repeat(length - 2) + "\"" : "x".repeat(length);
    String file = "a,b" + ending + cell + ending + "c,d" + ending;
    List<Seen> seen = scan(file.getBytes(StandardCharsets.UTF_8), SHORT, 7);
    assertThat(seen.get(1).fault())
        .isEqualTo(over <= 2 ? CsvScanner.Fault.NONE : CsvScanner.Fault.TOO_LONG);
    assertThat(seen.get(2)).isEqualTo(new Seen(3, CsvScanner.Fault.NONE, List.of("c", "d")));
  }

  @Provide
  Arbitrary<String> wellFormed() {
    Arbitrary<String> plain = Arbitraries.strings().withChars("aZ09-:;'. éŁ€").ofMaxLength(6);
    Arbitrary<String> quoted =
        Arbitraries.of("a", "\"", ",", "\n", " ", "é", "𝒥")
            .list()
            .ofMaxSize(6)
            .map(pieces -> '"' + String.join("", pieces).replace("\"", "\"\"") + '"');
    Arbitrary<String> cell = Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(1, quoted));
    Arbitrary<String> record =
        cell.list().ofMinSize(1).ofMaxSize(5).map(cells -> String.join(",", cells));
    return Combinators.combine(record.list().ofMaxSize(12), Arbitraries.of(true, false))
        .as((records, ended) -> String.join("\n", records) + (ended ? "\n" : ""));
  }

  @Provide
  Arbitrary<byte[]> hostile() {
    Arbitrary<String> piece =
        Arbitraries.frequency(
            Tuple.of(6, "a"),
            Tuple.of(4, ","),
            Tuple.of(4, "\n"),
            Tuple.of(2, "\""),
            Tuple.of(1, "\"\""),
            Tuple.of(1, "\r\n"),
            Tuple.of(1, "\r"),
            Tuple.of(1, "\0"),
            Tuple.of(1, "\u00FF"),
            Tuple.of(1, "\u00C3\u00A9"),
            Tuple.of(1, ",\"a,"),
            Tuple.of(1, "b".repeat(SHORT - 3)));
    return piece
        .list()
        .ofMaxSize(120)
        .map(
            pieces ->
                pieces.stream()
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Seen> scan(byte[] file, int longestRecord, int atOnce) throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (CsvScanner scanner = new CsvScanner(slow(file, atOnce), longestRecord)) {
      while (scanner.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < scanner.cellCount(); i++) {
          cells.add(scanner.text(i));
        }
        seen.add(new Seen(scanner.line(), scanner.fault(), cells));
      }
    }
    return seen;
  }

  /** A stream that gives only so many bytes at once. */
  private static InputStream slow(byte[] file, int atOnce) {
    return new ByteArrayInputStream(Arrays.copyOf(file, file.length)) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, atOnce));
      }
    };
  }
}
