package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.CountingInputStream;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A workbook as LibreOffice writes it. */
final class OdsBook extends Workbook {

  private static final String CONTENT = "content.xml";

  private OdsBook(FileSource file, List<Sheet> sheets) {
    super(file, sheets);
  }

  /** Reads through the file for the names of its sheets: it says them nowhere else. */
  static OdsBook open(FileSource file) throws IOException {
    try (var zip = new ZippedParts(file.open())) {
      if (!zip.find(CONTENT)) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
      }
      var sheets = sheets(new XmlPart(zip.content()));
      if (sheets.isEmpty()) {
        throw new UnreadableFileException(FileProblem.EMPTY);
      }
      return new OdsBook(file, sheets);
    }
  }

  private static List<Sheet> sheets(XmlPart xml) {
    var sheets = new ArrayList<Sheet>();
    Set<String> hidden = new HashSet<>();
    var style = "";
    while (xml.nextElement() && sheets.size() < MAX_SHEETS) {
      if (xml.is("style")) {
        style = xml.attribute("name");
      } else if (xml.is("table-properties")) {
        if (xml.attribute("display").equals("false")) {
          hidden.add(style);
        }
      } else if (xml.is("table")) {
        sheets.add(new Sheet(xml.attribute("name"), hidden.contains(xml.attribute("style-name"))));
        xml.skip();
      }
    }
    return sheets;
  }

  @Override
  public CellRows rows(int sheet, CountingInputStream bytes) throws IOException {
    var zip = new ZippedParts(bytes);
    try {
      if (!zip.find(CONTENT)) {
        throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
      }
      return new OdsRows(zip, sheet, System::nanoTime);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }
}
