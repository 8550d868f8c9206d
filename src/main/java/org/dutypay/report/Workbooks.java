package org.dutypay.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/**
 * What the workbooks for people share: their bytes depend on the rows and the run date only. Their
 * sheets are {@link WorkbookTable}s.
 */
final class Workbooks {

  /** Two thirds of the time that zlib's default takes, for a file that is a tenth larger. */
  private static final int COMPRESSION = 3;

  /** Fills the sheets of a workbook. */
  interface Sheets {
    void fill(Workbook workbook) throws IOException;
  }

  private Workbooks() {}

  static void write(Path file, LocalDate runDate, Sheets sheets) throws IOException {
    Path asMade = file.resolveSibling(file.getFileName() + ".made");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(asMade));
        Workbook workbook = new Workbook(out, "Dutypay", "1.0")) {
      // It is compressed once, when it is packed again.
      workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
      sheets.fill(workbook);
    }
    repack(asMade, file, runDate);
    Files.delete(asMade);
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
