package eu.rempart.exchange.workbook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.LongSupplier;
import javax.xml.stream.XMLStreamConstants;

/** The rows of a sheet of OpenDocument (ODF 1.3, part 3, 9). */
final class OdsRows extends SheetRows {

  private final XmlPart xml;
  private final StringBuilder text = new StringBuilder();
  private long row;
  private List<String> same = List.of();
  private int further;
  private boolean ended;

  /**
   * The rows of one of the tables.
   *
   * @param sheet its number, from 0
   */
  OdsRows(ZippedParts zip, int sheet, LongSupplier nanos) {
    super(zip, nanos);
    xml = new XmlPart(zip.content());
    for (var i = 0; i <= sheet && !ended; i++) {
      ended = !toTable();
      if (!ended && i < sheet) {
        xml.skip();
      }
    }
  }

  private boolean toTable() {
    while (xml.nextElement()) {
      if (xml.is("table")) {
        return true;
      }
    }
    return false;
  }

  @Override
  boolean read() {
    if (further > 0) {
      further--;
      begin(++row);
      repeat(same);
      return true;
    }
    while (!ended) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.is("table-row")) {
            readRow();
            return true;
          }
          if (!isGroup()) {
            xml.skip();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> ended = xml.is("table");
        case XMLStreamConstants.END_DOCUMENT -> ended = true;
        default -> {}
      }
    }
    return false;
  }

  private boolean isGroup() {
    return xml.is("table-header-rows") || xml.is("table-rows") || xml.is("table-row-group");
  }

  private void readRow() {
    var repeated = xml.number("number-rows-repeated", 1, (int) MAX_ROWS);
    begin(++row);
    var column = 0;
    for (var open = true; open; ) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.is("table-cell") || xml.is("covered-table-cell")) {
            column += readCell(column);
          } else {
            xml.skip();
          }
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> open = false;
        default -> {}
      }
    }
    same = cells();
    if (same.isEmpty()) {
      row += Math.max(1, repeated) - 1L;
    } else {
      further = Math.max(1, repeated) - 1;
    }
  }

  /** Reads a cell; answers how many columns it fills. */
  private int readCell(int column) {
    var repeated = Math.max(1, xml.number("number-columns-repeated", 1, MAX_CELLS * 8));
    var type = xml.attribute("value-type");
    var failed = xml.attribute("formula").isEmpty() ? false : type.isEmpty();
    var typed =
        switch (type) {
          case "float" -> CellTexts.number(xml.attribute("value"));
          case "percentage" -> CellTexts.percent(xml.attribute("value"));
          case "currency" ->
              CellTexts.money(xml.attribute("value"), xml.attribute("currency").strip());
          case "date" -> date(xml.attribute("date-value"));
          case "time" -> time(xml.attribute("time-value"));
          case "boolean" -> CellTexts.answer(xml.attribute("boolean-value").equals("true"));
          default -> xml.attribute("string-value");
        };
    readText();
    var written = text.toString();
    if ((failed && written.isEmpty()) || isError(type, written)) {
      fail(column);
      return repeated;
    }
    var value = typed.isEmpty() ? written : typed;
    if (!value.isEmpty()) {
      for (var i = 0; i < Math.min(repeated, MAX_CELLS + 1); i++) {
        put(column + i, value);
      }
    }
    return repeated;
  }

  /** What LibreOffice shows where a formula has no result. */
  private static boolean isError(String type, String written) {
    return type.equals("error")
        || written.matches("Err:\\d{3}|#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)");
  }

  /** The paragraphs of the cell, without its comments and drawings. */
  private void readText() {
    text.setLength(0);
    var depth = 1;
    var paragraphs = 0;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          switch (xml.name()) {
            case "p", "h" -> {
              depth++;
              text.append(paragraphs++ == 0 ? "" : "\n");
            }
            case "span", "a", "ruby", "ruby-base", "list", "list-item" -> depth++;
            case "s" -> {
              text.repeat(' ', Math.max(1, xml.number("c", 1, 1_000)));
              xml.skip();
            }
            case "tab" -> {
              text.append('\t');
              xml.skip();
            }
            case "line-break" -> {
              text.append('\n');
              xml.skip();
            }
            default -> xml.skip();
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth > 1) {
            xml.addText(text);
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> depth = 0;
        default -> {}
      }
    }
  }

  private static String date(String value) {
    try {
      return value.indexOf('T') < 0
          ? LocalDate.parse(value).toString()
          : CellTexts.moment(LocalDateTime.parse(value));
    } catch (DateTimeException _) {
      return value;
    }
  }

  private static String time(String value) {
    try {
      return CellTexts.hours(Duration.parse(value));
    } catch (DateTimeException _) {
      return value;
    }
  }
}
