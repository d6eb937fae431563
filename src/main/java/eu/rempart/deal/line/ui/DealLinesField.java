package eu.rempart.deal.line.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.deal.line.LineRefusedException;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.shell.part.Glyph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a deal as they are typed: added, filled from products, moved, removed. */
@StyleSheet("styles/quotes.css") // lines look the same, wherever they stand
final class DealLinesField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient List<DealLineRow> rows = new ArrayList<>();
  private final OrderedList list = new OrderedList();
  private final Button add = new Button(t("deal.line.add"), Glyph.ADD.create(), _ -> addEmpty());
  private final ComboBox<Product> products = new ComboBox<>(t("deal.line.product"));
  private final transient DealLineRow.Place place = new Rows();
  private String currency = "";
  private Runnable changed = () -> {};

  /**
   * Without any line.
   *
   * @param known products that lines can be made from
   */
  DealLinesField(List<Product> known) {
    products.setItems(known);
    products.setItemLabelGenerator(Product::name);
    products.setPlaceholder(t("deal.line.product.placeholder"));
    products.setVisible(!known.isEmpty());
    products.addValueChangeListener(
        chosen -> {
          if (chosen.getValue() != null) {
            addFrom(chosen.getValue());
            products.clear();
          }
        });
    list.addClassName("quote-lines");
    var tools = new Div(add, products);
    tools.addClassName("quote-lines-tools");
    getContent().addClassName("quote-lines-field");
    getContent().add(list, tools);
  }

  void onChange(Runnable listener) {
    changed = listener;
  }

  void show(List<DealLine> lines, String dealCurrency) {
    currency = dealCurrency;
    rows.clear();
    lines.forEach(line -> rows.add(new DealLineRow(line, currency, place)));
    arrange();
  }

  /** The deal is in another currency from now on. */
  void currency(String chosen) {
    currency = chosen;
    rows.forEach(row -> row.currency(chosen));
  }

  private void addEmpty() {
    add(new DealLineRow(null, currency, place));
  }

  private void addFrom(Product product) {
    ProductData data = product.data();
    String text =
        data.description() == null ? product.name() : product.name() + "\n" + data.description();
    BigDecimal price = data.price();
    add(
        new DealLineRow(
            new DealLine(
                product.id(),
                text.substring(0, Math.min(text.length(), DealReckoning.MAX_DESCRIPTION)),
                data.unit(),
                BigDecimal.ONE,
                price == null ? BigDecimal.ZERO : price,
                data.currency() == null ? currency : data.currency(),
                BigDecimal.ZERO),
            currency,
            place));
  }

  private void add(DealLineRow row) {
    rows.add(row);
    arrange();
    changed.run();
    row.focus();
  }

  private void arrange() {
    list.removeAll();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).place(i + 1, rows.size());
      list.add(rows.get(i));
    }
    add.setEnabled(rows.size() < DealReckoning.MAX_LINES);
    products.setEnabled(rows.size() < DealReckoning.MAX_LINES);
  }

  /** Those lines that are finished, in their order. */
  List<DealLine> finished() {
    return rows.stream().flatMap(row -> row.line().stream()).toList();
  }

  /** Whether a line is begun that is not finished. */
  boolean isBegun() {
    return rows.stream().anyMatch(DealLineRow::isBegun);
  }

  /** Whether all lines have their numbers; a field that misses one says so. */
  boolean isComplete() {
    boolean unfinished = false;
    for (DealLineRow row : rows) {
      unfinished |= row.isUnfinished(true);
    }
    return !unfinished;
  }

  /** What each finished line comes to; none where that can't be said yet. */
  void nets(List<BigDecimal> nets) {
    int at = 0;
    for (DealLineRow row : rows) {
      Optional<DealLine> line = row.line();
      row.net(line.isPresent() && at < nets.size() ? nets.get(at++) : null);
      row.problem("");
    }
  }

  /** Says at the line what is wrong with it. */
  void show(LineRefusedException refused) {
    List<DealLineRow> reckoned = rows.stream().filter(row -> row.line().isPresent()).toList();
    if (refused.line() > 0 && refused.line() <= reckoned.size()) {
      reckoned.get(refused.line() - 1).problem(LineTexts.problem(refused));
    }
  }

  private final class Rows implements DealLineRow.Place {

    @Override
    public void changed() {
      changed.run();
    }

    @Override
    public void move(DealLineRow row, int by) {
      int from = rows.indexOf(row);
      int to = Math.clamp(from + by, 0, rows.size() - 1);
      rows.remove(from);
      rows.add(to, row);
      arrange();
      changed.run();
    }

    @Override
    public void remove(DealLineRow row) {
      rows.remove(row);
      arrange();
      changed.run();
    }
  }
}
