package eu.rempart.preview;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The beginning of the first sheet of a workbook (Office Open XML): values, never formulas. */
final class Workbooks {

  private Workbooks() {}

  static void write(byte[] file, DataOutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean cut;
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file));
        Stream<Row> all = book.getFirstSheet().openStream()) {
      cut = book.getSheets().count() > 1;
      Iterator<Row> each = all.iterator();
      while (each.hasNext() && rows.size() < Cells.ROWS) {
        Row row = each.next();
        cut |= row.getCellCount() > Cells.COLUMNS;
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < Math.min(Cells.COLUMNS, row.getCellCount()); c++) {
          cells.add(row.getOptionalCell(c).map(Cell::getText).map(Cells::shown).orElse(""));
        }
        rows.add(cells);
      }
      cut |= each.hasNext();
    }
    Cells.write(rows, cut, out);
  }
}
