package eu.rempart.exchange.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;

/** The formats of an Excel workbook's cells, by the numbers that the cells name. */
final class CellFormats {

  static final CellFormats NONE = new CellFormats(List.of());

  private static final int MOST = 65_536;

  private final List<CellFormat> formats;

  private CellFormats(List<CellFormat> formats) {
    this.formats = formats;
  }

  /** Reads the part. */
  static CellFormats read(InputStream in) {
    var xml = new XmlPart(in);
    Map<Integer, CellFormat> written = new HashMap<>();
    var formats = new ArrayList<CellFormat>();
    while (xml.nextElement()) {
      if (xml.is("numFmt") && written.size() < MOST) {
        written.put(xml.number("numFmtId", 0, MOST), CellFormat.of(xml.attribute("formatCode")));
      } else if (xml.is("cellXfs")) {
        cells(xml, written, formats);
      }
    }
    return new CellFormats(formats);
  }

  private static void cells(
      XmlPart xml, Map<Integer, CellFormat> written, List<CellFormat> formats) {
    var depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (xml.is("xf") && formats.size() < MOST) {
            var id = xml.number("numFmtId", 0, MOST);
            formats.add(written.getOrDefault(id, CellFormat.builtIn(id)));
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.END_DOCUMENT -> depth = 0;
        default -> {}
      }
    }
  }

  /** That of a cell which names this number; that of numbers where there is none. */
  CellFormat get(int style) {
    return style < formats.size() ? formats.get(style) : CellFormat.NUMBER;
  }
}
