package eu.rempart.shell.line;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import eu.rempart.common.line.SoldLine;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lines in a table, for reading; its looks are those of {@code quotes.css}. */
public final class LineTable {

  private LineTable() {}

  /**
   * A row for each line.
   *
   * @param description what the first column is called
   * @param nets what each line comes to; none where that can't be said
   * @param more further columns, which stand before what a line comes to
   */
  public static <L extends SoldLine> NativeTable of(
      String description,
      List<L> lines,
      List<BigDecimal> nets,
      Map<String, Function<L, String>> more) {
    Map<String, Function<L, String>> columns = new LinkedHashMap<>();
    columns.put(description, SoldLine::description);
    columns.put(t("shell.line.quantity"), LineTable::quantity);
    columns.put(
        t("shell.line.price"), line -> Formats.exactMoney(line.unitPrice(), line.currency()));
    columns.put(
        t("shell.line.discount"),
        line -> line.discount().signum() == 0 ? "" : Formats.percent(line.discount()));
    columns.putAll(more);
    var table = new NativeTable();
    table.addClassName("quote-table");
    NativeTableRow head = table.getHead().addRow();
    columns.keySet().forEach(label -> head(head, label));
    head(head, t("shell.line.net"));
    for (int i = 0; i < lines.size(); i++) {
      L line = lines.get(i);
      NativeTableRow row = table.getBody().addRow();
      columns.forEach((label, text) -> cell(row, label, text.apply(line)));
      cell(
          row,
          t("shell.line.net"),
          i < nets.size() ? Formats.exactMoney(nets.get(i), line.currency()) : "");
    }
    return table;
  }

  private static String quantity(SoldLine line) {
    return Formats.number(line.quantity()) + (line.unit() == null ? "" : " " + line.unit());
  }

  private static void head(NativeTableRow row, String label) {
    var cell = new NativeTableHeaderCell(label);
    cell.getElement().setAttribute("scope", "col");
    row.add(cell);
  }

  /** On a phone a row is a block, and each of its cells says what it is. */
  private static void cell(NativeTableRow row, String label, String text) {
    var cell = new NativeTableCell(text);
    cell.getElement().setAttribute("data-label", label);
    row.add(cell);
  }
}
