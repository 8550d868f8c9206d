package org.dutypay.feed;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.dutypay.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The README says what the files of a feed hold")
class ReadmeFeedTest {

  private static Document section(FeedFile file) {
    return Document.read(Document.README).under("### " + file.fileName());
  }

  @ParameterizedTest
  @EnumSource(FeedFile.class)
  @DisplayName("Its table names every column, and which are required")
  void columns(FeedFile file) {
    Columns columns = file.reader().columns();

    assertThat(section(file).cells().stream().map(row -> row.subList(0, 2)))
        .containsExactlyElementsOf(
            columns.names().stream()
                .map(name -> List.of(name, columns.required().contains(name) ? "yes" : ""))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(FeedFile.class)
  @DisplayName("Its examples make a good row")
  void examples(FeedFile file) throws IOException {
    RowReader reader = file.reader();
    List<List<String>> table = section(file).cells();
    String text =
        IntStream.of(0, 3)
            .mapToObj(
                column ->
                    table.stream()
                        .map(row -> row.get(column))
                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                        .collect(joining(",")))
            .collect(joining("\n"));
    try (CsvScanner scanner =
        new CsvScanner(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
      Header header = Header.read(file.fileName(), reader.columns(), scanner);
      Row row = new Row(scanner, reader.columns(), header);
      SpoolRecord record = new SpoolRecord();

      assertThat(scanner.next()).isTrue();
      row.begin();
      record.begin(file.number(), scanner.line(), new byte[0], 0, 0);
      reader.read(row, record);

      assertThat(row.isBad()).as(row.problems().inFull()).isFalse();
      assertThat(table).allSatisfy(cells -> assertThat(cells.get(2)).isNotEmpty());
    }
  }
}
