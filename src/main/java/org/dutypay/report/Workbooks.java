package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What the workbooks for people share: how sheets begin, how cells are written, and that the bytes
 * depend on the rows and the run date only.
 */
final class Workbooks {

  /** A sheet holds 1,048,576 rows, the header with them. */
  static final int MOST_ROWS = 1_048_575;

  private static final int ROWS_IN_MEMORY = 500;

  /** Two thirds of the time that zlib's default takes, for a file that is a tenth larger. */
  private static final int COMPRESSION = 3;

  private static final int LONGEST_TEXT = 32_767;
  private static final double HUNDREDTHS = 100.0;
  private static final String DATE_FORMAT = "yyyy-mm-dd";
  private static final String POUNDS_FORMAT = "#,##0.00";

  enum Content {
    TEXT,
    WHOLE_NUMBER,
    POUNDS,
    DATE
  }

  /**
   * A column of a sheet, in the order in which a person reads.
   *
   * @param cell where it stands in the file
   * @param width in characters
   */
  record Column(int cell, String title, Content content, int width) {}

  /** Fills the sheets of a workbook. */
  interface Sheets {
    void fill(Workbook workbook) throws IOException;
  }

  private Workbooks() {}

  static void write(Path file, LocalDate runDate, Sheets sheets) throws IOException {
    Path asMade = file.resolveSibling(file.getFileName() + ".made");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(asMade));
        Workbook workbook = new Workbook(out, "Dutypay", "1.0")) {
      workbook.setCompressionLevel(1);
      sheets.fill(workbook);
    }
    repack(asMade, file, runDate);
    Files.delete(asMade);
  }

  static void header(Worksheet sheet, List<Column> columns) {
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).title());
      sheet.width(i, columns.get(i).width());
    }
    sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
  }

  /**
   * Writes the row on which the rows stand.
   *
   * @param row its place in the sheet, from 1
   */
  static void row(Worksheet sheet, int row, CsvRows rows, List<Column> columns) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int cell = column.cell();
      if (rows.isEmpty(cell)) {
        continue;
      }
      switch (column.content()) {
        case TEXT -> text(sheet, row, i, rows.text(cell));
        case WHOLE_NUMBER -> sheet.value(row, i, rows.digits(cell));
        case POUNDS -> pounds(sheet, row, i, rows.digits(cell));
        case DATE -> {
          sheet.value(row, i, LocalDate.parse(rows.text(cell)));
          sheet.style(row, i).format(DATE_FORMAT).set();
        }
      }
    }
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    sheet.inlineString(
        row, column, text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  static void pounds(Worksheet sheet, int row, int column, long pence) {
    sheet.value(row, column, pence / HUNDREDTHS);
    sheet.style(row, column).format(POUNDS_FORMAT).set();
  }

  /** fastexcel stamps the hour into the properties and the archive: here they get the run date. */
  private static void repack(Path asMade, Path workbook, LocalDate runDate) throws IOException {
    try (ZipFile made = new ZipFile(asMade.toFile());
        ZipOutputStream packed =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(workbook)))) {
      packed.setLevel(COMPRESSION);
      for (ZipEntry entry : made.stream().toList()) {
        ZipEntry dated = new ZipEntry(entry.getName());
        dated.setTimeLocal(runDate.atStartOfDay());
        packed.putNextEntry(dated);
        try (InputStream content = made.getInputStream(entry)) {
          if (entry.getName().equals("docProps/core.xml")) {
            packed.write(dated(content.readAllBytes(), runDate));
          } else {
            content.transferTo(packed);
          }
        }
        packed.closeEntry();
      }
    }
  }

  private static byte[] dated(byte[] properties, LocalDate runDate) {
    return new String(properties, StandardCharsets.UTF_8)
        .replaceAll(
            "(<dcterms:created [^>]*>)[^<]*(?=</dcterms:created>)", "$1" + runDate + "T00:00:00Z")
        .getBytes(StandardCharsets.UTF_8);
  }
}
