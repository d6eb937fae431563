package eu.rempart.exchange.workbook;

import java.util.Locale;
import java.util.function.LongSupplier;
import javax.xml.stream.XMLStreamConstants;

/** The rows of a sheet of Excel's (ECMA-376, 18.3). */
final class XlsxRows extends SheetRows {

  private final XmlPart xml;
  private final SharedStrings strings;
  private final CellFormats formats;
  private final boolean since1904;
  private final StringBuilder value = new StringBuilder();
  private long row;

  XlsxRows(
      ZippedParts zip,
      SharedStrings strings,
      CellFormats formats,
      boolean since1904,
      LongSupplier nanos) {
    super(zip, nanos);
    this.xml = new XmlPart(zip.content());
    this.strings = strings;
    this.formats = formats;
    this.since1904 = since1904;
  }

  @Override
  boolean read() {
    for (var event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && xml.is("row")) {
        row = Math.max(row + 1, xml.number("r", 0, (int) MAX_ROWS + 1));
        begin(row);
        readCells();
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
        return false;
      }
    }
    return false;
  }

  private void readCells() {
    var column = -1;
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.is("c")) {
            column = column(xml.attribute("r"), column + 1);
            readCell(column);
          } else {
            xml.skip();
          }
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return;
        }
        default -> {}
      }
    }
  }

  private void readCell(int column) {
    var type = xml.attribute("t");
    var style = xml.number("s", 0, Integer.MAX_VALUE);
    var formula = false;
    var inline = "";
    value.setLength(0);
    var inValue = false;
    for (var open = true; open; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inValue = xml.is("v");
          formula |= xml.is("f");
          if (xml.is("is")) {
            inline = SharedStrings.text(xml);
          } else if (!inValue) {
            xml.skip();
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inValue) {
            xml.addText(value);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          open = inValue;
          inValue = false;
        }
        case XMLStreamConstants.END_DOCUMENT -> open = false;
        default -> {}
      }
    }
    put(column, type.equals("inlineStr") ? inline : text(column, type, style, formula));
  }

  private String text(int column, String type, int style, boolean formula) {
    if (type.equals("e") || (formula && value.isEmpty() && !type.equals("str"))) {
      fail(column);
      return "";
    }
    if (value.isEmpty()) {
      return "";
    }
    var text = value.toString();
    return switch (type) {
      case "s" -> strings.get(text);
      case "str" -> text;
      case "b" -> CellTexts.answer(text.strip().equals("1") || text.strip().equals("true"));
      case "d" -> text.strip().replaceFirst("T00:00(?::00(?:\\.0+)?)?Z?$", "").replace('T', ' ');
      default -> formats.get(style).text(text, since1904);
    };
  }

  /** The column that a reference such as {@code AB12} names, from 0; else the next one. */
  private static int column(String reference, int next) {
    var column = 0;
    for (var i = 0; i < reference.length() && i < 4; i++) {
      var letter = Character.toUpperCase(reference.charAt(i));
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column == 0 ? next : column - 1;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "XlsxRows[at %d]", row);
  }
}
