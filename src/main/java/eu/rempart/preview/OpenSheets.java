package eu.rempart.preview;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The beginning of the first sheet of an OpenDocument workbook: what its cells show, never
 * formulas. Rows and cells are kept once with the number of times that they come, which may be a
 * million: no more of them are made than are shown.
 */
final class OpenSheets {

  private static final String REPEATED_ROWS = "number-rows-repeated";
  private static final String REPEATED_CELLS = "number-columns-repeated";

  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int emptyRows;
  private int emptyCells;
  private int rowTimes;
  private int cellTimes;
  private int paragraphs;
  private int comments;
  private boolean inCell;
  private boolean cut;

  private OpenSheets() {}

  static void write(byte[] file, DataOutputStream out) throws IOException {
    OpenSheets sheet = new OpenSheets();
    ZippedXml.each(file, "content.xml"::equals, (name, xml) -> sheet.read(xml));
    Cells.write(sheet.rows, sheet.cut, out);
  }

  private boolean read(XMLStreamReader xml) throws XMLStreamException {
    int sheets = 0;
    while (xml.hasNext() && sheets < 2 && rows.size() <= Cells.ROWS) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = xml.getLocalName();
          sheets += name.equals("table") ? 1 : 0;
          begin(name, xml);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
            text(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {}
      }
    }
    cut |= sheets > 1 || rows.size() > Cells.ROWS;
    if (rows.size() > Cells.ROWS) {
      rows.removeLast();
    }
    return false;
  }

  private void begin(String name, XMLStreamReader xml) {
    switch (name) {
      case "table-row" -> {
        row = new ArrayList<>();
        emptyCells = 0;
        rowTimes = times(xml, REPEATED_ROWS);
      }
      case "table-cell", "covered-table-cell" -> {
        inCell = true;
        cell.setLength(0);
        paragraphs = 0;
        cellTimes = times(xml, REPEATED_CELLS);
      }
      case "annotation" -> comments++;
      case "p" -> text(paragraphs++ == 0 ? "" : "\n");
      case "s", "tab" -> text(" ");
      case "line-break" -> text("\n");
      default -> {}
    }
  }

  private static int times(XMLStreamReader xml, String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return Math.max(1, Integer.parseInt(xml.getAttributeValue(i)));
      }
    }
    return 1;
  }

  private void text(String text) {
    if (inCell && comments == 0 && cell.length() < 1_000) {
      cell.append(text);
    }
  }

  private void end(String name) {
    switch (name) {
      case "annotation" -> comments--;
      case "table-cell", "covered-table-cell" -> endCell();
      case "table-row" -> endRow();
      default -> {}
    }
  }

  private void endCell() {
    inCell = false;
    String shown = Cells.shown(cell.toString().strip());
    if (shown.isEmpty()) {
      emptyCells += Math.min(cellTimes, Cells.COLUMNS);
      return;
    }
    // blank ones count only before one that is not
    for (; emptyCells > 0 && row.size() < Cells.COLUMNS; emptyCells--) {
      row.add("");
    }
    cut |= row.size() + (long) cellTimes > Cells.COLUMNS;
    for (int i = 0; i < cellTimes && row.size() < Cells.COLUMNS; i++) {
      row.add(shown);
    }
  }

  private void endRow() {
    if (row.isEmpty()) {
      emptyRows += Math.min(rowTimes, Cells.ROWS + 1);
      emptyRows = Math.min(emptyRows, Cells.ROWS + 1);
      return;
    }
    for (; emptyRows > 0 && rows.size() <= Cells.ROWS; emptyRows--) {
      rows.add(List.of());
    }
    for (int i = 0; i < rowTimes && rows.size() <= Cells.ROWS; i++) {
      rows.add(row);
    }
  }
}
