package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.OrderedList;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteRules;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.part.Glyph;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a quote as they are typed: added, filled from products, moved, removed. */
final class QuoteLinesField extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final transient List<QuoteLineRow> rows = new ArrayList<>();
  private final OrderedList list = new OrderedList();
  private final Button add = new Button(t("quote.line.add"), Glyph.ADD.create(), _ -> addEmpty());
  private final ComboBox<Product> products = new ComboBox<>(t("quote.line.product"));
  private final transient QuoteLineRow.Place place = new Rows();
  private transient List<Vat> offered = List.of(Vat.none(VatCategory.OUTSIDE));
  private String currency = "EUR";
  private Runnable changed = () -> {};

  /**
   * Without any line.
   *
   * @param known products that lines can be made from
   */
  QuoteLinesField(List<Product> known) {
    products.setItems(known);
    products.setItemLabelGenerator(Product::name);
    products.setPlaceholder(t("quote.line.product.placeholder"));
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
    getContent().add(new H3(t("quote.field.lines")), list, tools);
  }

  /** The ways of taxing that new lines offer, the usual one first. */
  void offer(List<Vat> vats) {
    offered = List.copyOf(vats);
  }

  void onChange(Runnable listener) {
    changed = listener;
  }

  void show(List<QuoteLine> lines, String quoteCurrency) {
    currency = quoteCurrency;
    rows.clear();
    lines.forEach(line -> rows.add(new QuoteLineRow(line, offered, currency, place)));
    arrange();
  }

  /** The quote is in another currency from now on. */
  void currency(String chosen) {
    currency = chosen;
    rows.forEach(row -> row.currency(chosen));
  }

  private void addEmpty() {
    add(new QuoteLineRow(null, offered, currency, place));
  }

  private void addFrom(Product product) {
    ProductData data = product.data();
    Vat vat =
        data.vatCategory() == null || data.vatRate() == null
            ? offered.getFirst()
            : new Vat(VatCategory.valueOf(data.vatCategory()), data.vatRate());
    String text =
        data.description() == null ? product.name() : product.name() + "\n" + data.description();
    BigDecimal price = data.price();
    add(
        new QuoteLineRow(
            new QuoteLine(
                product.id(),
                text.substring(0, Math.min(text.length(), QuoteRules.MAX_DESCRIPTION)),
                data.unit(),
                BigDecimal.ONE,
                price == null ? BigDecimal.ZERO : price,
                data.currency() == null ? currency : data.currency(),
                BigDecimal.ZERO,
                vat),
            offered,
            currency,
            place));
  }

  private void add(QuoteLineRow row) {
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
    add.setEnabled(rows.size() < QuoteRules.MAX_LINES);
    products.setEnabled(rows.size() < QuoteRules.MAX_LINES);
  }

  /** Those lines that are finished, in their order. */
  List<QuoteLine> finished() {
    return rows.stream().flatMap(row -> row.line().stream()).toList();
  }

  /** All lines; empty where one misses a number, which its field says. */
  Optional<List<QuoteLine>> value() {
    boolean unfinished = false;
    for (QuoteLineRow row : rows) {
      unfinished |= row.isUnfinished(true);
    }
    return unfinished ? Optional.empty() : Optional.of(finished());
  }

  /** What each line comes to; null where that can't be said yet. */
  void show(@Nullable Totals totals) {
    boolean all = totals != null && totals.lines().size() == rows.size();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).net(all && totals != null ? totals.lines().get(i) : null);
      rows.get(i).problem("");
    }
  }

  /** Says at the line what is wrong with it. */
  void show(QuoteRefusedException problem) {
    List<QuoteLineRow> reckoned = rows.stream().filter(row -> row.line().isPresent()).toList();
    if (problem.line() > 0 && problem.line() <= reckoned.size()) {
      reckoned.get(problem.line() - 1).problem(t("quote.problem." + problem.problem().name()));
    }
  }

  private final class Rows implements QuoteLineRow.Place {

    @Override
    public void changed() {
      changed.run();
    }

    @Override
    public void move(QuoteLineRow row, int by) {
      int from = rows.indexOf(row);
      int to = Math.clamp(from + by, 0, rows.size() - 1);
      rows.remove(from);
      rows.add(to, row);
      arrange();
      changed.run();
    }

    @Override
    public void remove(QuoteLineRow row) {
      rows.remove(row);
      arrange();
      changed.run();
    }
  }
}
