package org.dutypay.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook read back by the XML of its parts. */
record SheetsOf(Path workbook) {

  Document part(String name) {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(zip.getInputStream(zip.getEntry(name)));
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  Document sheet(int number) {
    return part("xl/worksheets/sheet" + number + ".xml");
  }

  /** The names of the sheets, in their order. */
  List<String> names() {
    NodeList sheets = part("xl/workbook.xml").getElementsByTagName("sheet");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sheets.getLength(); i++) {
      names.add(((Element) sheets.item(i)).getAttribute("name"));
    }
    return names;
  }

  static int rows(Document sheet) {
    return sheet.getElementsByTagName("row").getLength();
  }

  /** The filled cells of a row, numbers marked by an n. */
  static List<String> values(Document sheet, int row) {
    NodeList cells =
        ((Element) sheet.getElementsByTagName("row").item(row - 1)).getElementsByTagName("c");
    List<String> values = new ArrayList<>();
    for (int i = 0; i < cells.getLength(); i++) {
      Element cell = (Element) cells.item(i);
      values.add((cell.getAttribute("t").equals("n") ? "n" : "") + cell.getTextContent());
    }
    return values;
  }
}
