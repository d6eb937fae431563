package eu.rempart.shell.line;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.line.LineRules;
import eu.rempart.common.line.LooseLine;
import eu.rempart.common.line.SoldLine;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line as it is typed. */
final class LineRow<L extends SoldLine> extends ListItem {

  private static final long serialVersionUID = 1L;
  private static final int PAUSE_MILLIS = 400;

  private final TextArea description;
  private final DecimalField quantity = DecimalField.number(6).labelled(t("shell.line.quantity"));
  private final TextField unit = new TextField(t("shell.line.unit"));
  private final DecimalField price = DecimalField.price().labelled(t("shell.line.price"));
  private final DecimalField discount = DecimalField.percent(6).labelled(t("shell.line.discount"));
  private final transient LineRest<L> rest;
  private final Span number = new Span();
  private final Span net = new Span();
  private final Span problem = new Span();
  private final Button up = button(Glyph.ARROW_UP);
  private final Button down = button(Glyph.ARROW_DOWN);
  private final Button remove = button(Glyph.CLOSE);
  private final @Nullable UUID product;
  private String currency;

  /** What a row asks of the list that it stands in. */
  interface Place<L extends SoldLine> {
    void changed();

    void move(LineRow<L> row, int by);

    void remove(LineRow<L> row);
  }

  /**
   * A row.
   *
   * @param line what it says; null for an empty one
   * @param currency of an empty one
   */
  LineRow(LineForm<L, ?> form, @Nullable L line, String currency, Place<L> place) {
    this.product = line == null ? null : line.product();
    this.currency = line == null ? currency : line.currency();
    description = new TextArea(form.description());
    rest = form.rest(line);
    quantity.setValue(line == null ? BigDecimal.ONE : line.quantity());
    if (line != null) {
      String measure = line.unit();
      description.setValue(line.description());
      unit.setValue(measure == null ? "" : measure);
      price.setValue(line.unitPrice());
      discount.setValue(line.discount().signum() == 0 ? null : line.discount());
    }
    prepare(place);
    number.addClassName("quote-line-number");
    net.addClassName("quote-line-net");
    problem.addClassName("quote-line-problem");
    problem.getElement().setAttribute("role", "alert");
    var numbers = new Div(quantity, unit, price, discount);
    numbers.add(rest.inputs());
    numbers.addClassName("quote-line-numbers");
    var tools = new Div(number, net, up, down, remove);
    tools.addClassName("quote-line-tools");
    addClassName("quote-line");
    add(tools, description, numbers, problem);
  }

  private void prepare(Place<L> place) {
    price.currencyIs(() -> this.currency);
    description.setMaxLength(LineRules.MAX_DESCRIPTION);
    description.setMinRows(1);
    unit.setMaxLength(LineRules.MAX_UNIT);
    description.setValueChangeMode(ValueChangeMode.LAZY);
    unit.setValueChangeMode(ValueChangeMode.LAZY);
    description.addValueChangeListener(_ -> place.changed());
    unit.addValueChangeListener(_ -> place.changed());
    for (DecimalField field : List.of(quantity, price, discount)) {
      field.setValueChangeMode(ValueChangeMode.LAZY);
      field.setValueChangeTimeout(PAUSE_MILLIS);
      field.addValueChangeListener(_ -> place.changed());
    }
    rest.onChange(place::changed);
    up.addClickListener(_ -> place.move(this, -1));
    down.addClickListener(_ -> place.move(this, 1));
    remove.addClickListener(_ -> place.remove(this));
  }

  private static Button button(Glyph glyph) {
    var button = new Button(glyph.create());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }

  /** Says which line it is, for the eye and for screen readers. */
  void place(int at, int of) {
    number.setText(t("shell.line.number", at));
    label(up, t("shell.line.up", at));
    label(down, t("shell.line.down", at));
    label(remove, t("shell.line.remove", at));
    up.setEnabled(at > 1);
    down.setEnabled(at < of);
    getElement().setAttribute("aria-label", t("shell.line.number", at));
  }

  private static void label(Button button, String text) {
    button.setAriaLabel(text);
    button.setTooltipText(text);
  }

  /**
   * A line that was made from a product keeps the product's currency, and says so when it differs;
   * one whose product has none, and that came before there was any, takes the first.
   */
  void currency(String chosen) {
    if (product == null || currency.isEmpty()) {
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

  /** Whether something is missing that a line can't do without; says so at its field if asked. */
  boolean isUnfinished(boolean say) {
    boolean unfinished = rest.isMissing(say);
    if (discount.isUnread()) {
      unfinished = true;
      if (say) {
        FormParts.check(discount);
      }
    }
    for (DecimalField field : List.of(quantity, price)) {
      boolean empty = field.isEmpty();
      unfinished |= empty;
      if (say && field.isUnread()) {
        FormParts.check(field);
      } else if (say) {
        field.setInvalid(empty);
        field.setErrorMessage(empty ? t("shell.line.required") : "");
      }
    }
    return unfinished;
  }

  /** Whether a number is typed that can't be read, or in more than one way. */
  boolean isUnread() {
    return quantity.isUnread() || price.isUnread() || discount.isUnread();
  }

  /** Puts the cursor into the first number that is missing or can't be read. */
  void focusWrong() {
    Stream.of(quantity, price, discount)
        .filter(field -> field.isUnread() || (field.isEmpty() && !field.equals(discount)))
        .findFirst()
        .ifPresent(DecimalField::focus);
  }

  /** Whether something is typed, though the line is not finished. */
  boolean isBegun() {
    return isUnfinished(false)
        && !(description.isEmpty() && unit.isEmpty() && price.isEmpty() && discount.isEmpty());
  }

  /** What is typed; empty while the line is not finished. */
  Optional<L> line() {
    return isUnfinished(false)
        ? Optional.empty()
        : Optional.of(
            rest.line(
                new LooseLine(
                    product,
                    description.getValue(),
                    unit.getValue(),
                    quantity.getValue(),
                    price.getValue(),
                    currency,
                    discount.isEmpty() ? BigDecimal.ZERO : discount.getValue())));
  }

  void focus() {
    description.focus();
  }
}
