package org.dutypay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBytesTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+44", "-A1", "@SUM(A1)", " =1", "\"=1\"", "'=1", "' \"-2", "＝1"})
  @DisplayName(
      "Text that a spreadsheet would take for a formula gets an apostrophe, also behind quotes and"
          + " spaces")
  void formulas(String text) throws IOException {
    String cell = readBack(csv -> csv.text(text)).getFirst();
    assertThat(cell).isEqualTo("'" + text);
    assertThat(CsvBytes.withoutApostrophe(cell)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "A-1", "'tis", "1=1", "e1;-e2", "   ", "\"", "O'Neill", "a,b", "a\"b", "a  b", "é", "👮"
      })
  @DisplayName("Other text is left as it is")
  void plainText(String text) throws IOException {
    assertThat(readBack(csv -> csv.text(text))).containsExactly(text);
  }

  @Test
  @DisplayName("A row is one line: control characters in a text are written as spaces")
  void lineBreaks() {
    assertThat(written(csv -> csv.text("a\r\nb\t\0,"))).isEqualTo("\"a  b  ,\"\n");
    assertThat(written(csv -> csv.text("\n=1"))).isEqualTo("' =1\n");
  }

  @Test
  @DisplayName("Numbers never get an apostrophe")
  void negativeNumbers() {
    assertThat(
            written(
                csv -> {
                  csv.number(-120);
                  csv.hundredths(-7);
                  csv.tenThousandths(-10_001);
                }))
        .isEqualTo("-120,-0.07,-1.0001\n");
  }

  @Property
  void anyTextIsReadBackAsItWas(@ForAll("texts") String text, @ForAll("texts") String neighbour)
      throws IOException {
    List<String> cells =
        readBack(
            csv -> {
              csv.text(text);
              csv.text(neighbour);
            });
    assertThat(cells).map(CsvBytes::withoutApostrophe).containsExactly(text, neighbour);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("=+-@'\" ,;a1é").ofMaxLength(8),
        Arbitraries.strings().ofMaxLength(20).filter(CsvBytesTest::isPrintable));
  }

  private static boolean isPrintable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  @Property
  void numbersAreThoseOfBigDecimal(@ForAll @LongRange(min = -Long.MAX_VALUE) long number) {
    assertThat(
            written(
                csv -> {
                  csv.number(number);
                  csv.hundredths(number);
                  csv.tenThousandths(number);
                  csv.hexadecimal(number);
                }))
        .isEqualTo(
            "%d,%s,%s,%016x\n"
                .formatted(
                    number,
                    BigDecimal.valueOf(number, 2).toPlainString(),
                    BigDecimal.valueOf(number, 4).toPlainString(),
                    number));
  }

  @Property
  void datesAreThoseOfTheCalendar(
      @ForAll @LongRange(min = -719_528, max = 2_932_896) long epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    assertThat(
            written(
                csv -> {
                  csv.date(epochDay);
                  csv.month(epochDay);
                }))
        .isEqualTo(date + "," + YearMonth.from(date) + "\n");
  }

  private static String written(Consumer<CsvBytes> cells) {
    CsvBytes csv = new CsvBytes();
    cells.accept(csv);
    csv.endRow();
    return new String(csv.array(), 0, csv.length(), StandardCharsets.UTF_8);
  }

  private static List<String> readBack(Consumer<CsvBytes> cells) throws IOException {
    // An empty cell by itself would be an empty line.
    String row = "first," + written(cells);
    try (var reader =
        new CSVReaderBuilder(new StringReader(row)).withCSVParser(new RFC4180Parser()).build()) {
      List<String[]> rows = reader.readAll();
      assertThat(rows).hasSize(1);
      return List.of(rows.getFirst()).subList(1, rows.getFirst().length);
    } catch (com.opencsv.exceptions.CsvException e) {
      throw new IOException(e);
    }
  }
}
