package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.product.ProductId;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.QuoteRules;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of a quote as it is typed. */
final class QuoteLineRow extends ListItem {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 400;

  private final TextArea description = new TextArea(t("quote.line.description"));
  private final BigDecimalField quantity = new BigDecimalField(t("quote.line.quantity"));
  private final TextField unit = new TextField(t("quote.line.unit"));
  private final BigDecimalField price = new BigDecimalField(t("quote.line.price"));
  private final BigDecimalField discount = new BigDecimalField(t("quote.line.discount"));
  private final ComboBox<Vat> vat = new ComboBox<>(t("quote.line.vat"));
  private final Span number = new Span();
  private final Span net = new Span();
  private final Span problem = new Span();
  private final Button up = button(Glyph.ARROW_UP);
  private final Button down = button(Glyph.ARROW_DOWN);
  private final Button remove = button(Glyph.CLOSE);
  private final transient @Nullable ProductId product;
  private String currency;

  /** What a row asks of the list that it stands in. */
  interface Place {
    void changed();

    void move(QuoteLineRow row, int by);

    void remove(QuoteLineRow row);
  }

  /**
   * A row.
   *
   * @param line what it says; null for an empty one
   * @param offered ways of taxing to choose from, the usual one first
   * @param currency of a new one
   */
  QuoteLineRow(@Nullable QuoteLine line, List<Vat> offered, String currency, Place place) {
    this.product = line == null ? null : line.productId();
    this.currency = line == null ? currency : line.currency();
    prepare(offered, line == null ? offered.getFirst() : line.vat());
    quantity.setValue(line == null ? BigDecimal.ONE : line.quantity());
    if (line != null) {
      description.setValue(line.description());
      unit.setValue(line.unit() == null ? "" : line.unit());
      price.setValue(line.unitPrice());
      discount.setValue(line.discount().signum() == 0 ? null : line.discount());
    }
    up.addClickListener(_ -> place.move(this, -1));
    down.addClickListener(_ -> place.move(this, 1));
    remove.addClickListener(_ -> place.remove(this));
    description.addValueChangeListener(_ -> place.changed());
    unit.addValueChangeListener(_ -> place.changed());
    for (BigDecimalField field : List.of(quantity, price, discount)) {
      field.setValueChangeMode(ValueChangeMode.LAZY);
      field.setValueChangeTimeout(PAUSE_MILLIS);
      field.addValueChangeListener(_ -> place.changed());
    }
    vat.addValueChangeListener(_ -> place.changed());
    addClassName("quote-line");
    number.addClassName("quote-line-number");
    net.addClassName("quote-line-net");
    problem.addClassName("quote-line-problem");
    problem.getElement().setAttribute("role", "alert");
    var numbers = new Div(quantity, unit, price, discount, vat);
    numbers.addClassName("quote-line-numbers");
    var tools = new Div(number, net, up, down, remove);
    tools.addClassName("quote-line-tools");
    add(tools, description, numbers, problem);
  }

  private void prepare(List<Vat> offered, Vat chosen) {
    description.setMaxLength(QuoteRules.MAX_DESCRIPTION);
    description.setMinRows(1);
    description.setValueChangeMode(ValueChangeMode.LAZY);
    unit.setMaxLength(QuoteRules.MAX_UNIT);
    unit.setValueChangeMode(ValueChangeMode.LAZY);
    vat.setItemLabelGenerator(QuoteTexts::vat);
    offer(offered, chosen);
    vat.setAllowCustomValue(true);
    vat.addCustomValueSetListener(event -> typed(event.getDetail(), offered));
  }

  private void offer(List<Vat> offered, Vat chosen) {
    List<Vat> items = new ArrayList<>(offered);
    if (!items.contains(chosen)) {
      items.add(chosen);
    }
    vat.setItems(items);
    vat.setValue(chosen);
  }

  /** A rate that is typed, such as 8.5 or 8,5 %. */
  private void typed(String text, List<Vat> offered) {
    String digits = text.replace("%", "").replace(',', '.').strip();
    if (digits.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      BigDecimal rate = new BigDecimal(digits);
      offer(offered, new Vat(rate.signum() == 0 ? VatCategory.ZERO : VatCategory.STANDARD, rate));
    }
  }

  private static Button button(Glyph glyph) {
    var button = new Button(glyph.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  /** Says which line it is, for the eye and for screen readers. */
  void place(int at, int of) {
    number.setText(t("quote.line.number", at));
    label(up, t("quote.line.up", at));
    label(down, t("quote.line.down", at));
    label(remove, t("quote.line.remove", at));
    up.setEnabled(at > 1);
    down.setEnabled(at < of);
    getElement().setAttribute("aria-label", t("quote.line.number", at));
  }

  private static void label(Button button, String text) {
    button.setAriaLabel(text);
    button.setTooltipText(text);
  }

  /**
   * A line that was made from a product keeps the product's currency, and says so when it differs.
   */
  void currency(String chosen) {
    if (product == null) {
      currency = chosen;
    }
  }

  /** What it comes to; null where that can't be said yet. */
  void net(@Nullable BigDecimal amount) {
    net.setText(amount == null ? "" : Formats.exactMoney(amount, currency));
  }

  void problem(String text) {
    problem.setText(text);
    problem.setVisible(!text.isEmpty());
  }

  /** Whether a number is missing; says so at its field where asked. */
  boolean isUnfinished(boolean say) {
    boolean unfinished = false;
    for (BigDecimalField field : List.of(quantity, price)) {
      boolean empty = field.isEmpty();
      unfinished |= empty;
      if (say) {
        field.setInvalid(empty);
        field.setErrorMessage(empty ? t("quote.line.required") : "");
      }
    }
    if (say) {
      vat.setInvalid(vat.isEmpty());
      vat.setErrorMessage(vat.isEmpty() ? t("quote.line.required") : "");
    }
    return unfinished || vat.isEmpty();
  }

  /** What is typed; empty while a number is missing. */
  Optional<QuoteLine> line() {
    return isUnfinished(false)
        ? Optional.empty()
        : Optional.of(
            new QuoteLine(
                product,
                description.getValue(),
                unit.getValue(),
                quantity.getValue(),
                price.getValue(),
                currency,
                discount.isEmpty() ? BigDecimal.ZERO : discount.getValue(),
                vat.getValue()));
  }

  void focus() {
    description.focus();
  }
}
