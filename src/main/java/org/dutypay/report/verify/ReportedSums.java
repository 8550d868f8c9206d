package org.dutypay.report.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What exceptions.html and exceptions.xlsx say is held, as people read it there. */
final class ReportedSums {

  /** The first of the figures at the head of the page. */
  private static final Pattern ON_PAGE =
      Pattern.compile("class=\"figure main\">.*?class=\"value\">£([0-9,]+\\.[0-9]{2})<");

  private static final Pattern TOTALS =
      Pattern.compile("<sheet name=\"Totals\"[^>]* sheetId=\"([0-9]+)\"");

  /** The row of all exceptions: its name, how many, and what they hold. */
  private static final String ALL = "All";

  private static final int HEAD = 1 << 17;

  private ReportedSums() {}

  /** Compares the sums with what exceptions.csv comes to, where the page or the workbook is. */
  static void check(Path out, long exceptions, long heldPence, Findings findings) {
    Path page = out.resolve("exceptions.html");
    if (Files.isRegularFile(page)) {
      // A page of a night without exceptions names no sum.
      Optional<Long> nothing = exceptions == 0 ? Optional.of(0L) : Optional.empty();
      compare(page, ReportedSums::onPage, nothing, heldPence, findings);
    }
    Path workbook = out.resolve("exceptions.xlsx");
    if (Files.isRegularFile(workbook)) {
      compare(workbook, ReportedSums::inWorkbook, Optional.empty(), heldPence, findings);
    }
  }

  /** Finds the sum in a file. */
  private interface Reader {
    Optional<Long> sum(Path file) throws IOException;
  }

  private static void compare(
      Path file, Reader reader, Optional<Long> otherwise, long heldPence, Findings findings) {
    Findings.Check check = findings.check(file.getFileName() + " against exceptions.csv");
    try {
      Optional<Long> told = reader.sum(file).or(() -> otherwise);
      check.expect(
          told.equals(Optional.of(heldPence)),
          "it says that %s is held, but exceptions.csv adds up to £%s"
              .formatted(
                  told.map(pence -> "£" + Decimals.pounds(pence)).orElse("no sum"),
                  Decimals.pounds(heldPence)));
    } catch (IOException | ArithmeticException | NumberFormatException e) {
      check.fail("its sum cannot be read: " + e.getMessage());
    }
    check.end("£" + Decimals.pounds(heldPence) + " held");
  }

  private static Optional<Long> onPage(Path page) throws IOException {
    try (InputStream in = Files.newInputStream(page)) {
      Matcher sum = ON_PAGE.matcher(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
      return sum.find()
          ? Optional.of(Long.parseLong(sum.group(1).replaceAll("[,.]", "")))
          : Optional.empty();
    }
  }

  private static Optional<Long> inWorkbook(Path workbook) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      Matcher totals =
          TOTALS.matcher(new String(bytes(zip, "xl/workbook.xml"), StandardCharsets.UTF_8));
      if (!totals.find()) {
        return Optional.empty();
      }
      List<String> cells = cells(bytes(zip, "xl/worksheets/sheet" + totals.group(1) + ".xml"));
      int all = cells.lastIndexOf(ALL);
      return all < 0 || all + 2 >= cells.size()
          ? Optional.empty()
          : Optional.of(new BigDecimal(cells.get(all + 2)).movePointRight(2).longValueExact());
    }
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return new byte[0];
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** The texts and numbers of a sheet's cells, one after the other. */
  private static List<String> cells(byte[] sheet) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    List<String> cells = new ArrayList<>();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(sheet), "UTF-8");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && (xml.getLocalName().equals("t") || xml.getLocalName().equals("v"))) {
          cells.add(xml.getElementText());
        }
      }
      return cells;
    } catch (XMLStreamException e) {
      throw new IOException("The sheet of totals cannot be read: " + e.getMessage(), e);
    }
  }
}
