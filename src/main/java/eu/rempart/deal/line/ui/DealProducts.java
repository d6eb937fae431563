package eu.rempart.deal.line.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealDataBuilder;
import eu.rempart.deal.DealField;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.deal.line.LineRefusedException;
import eu.rempart.product.Product;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.line.LinesField;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a deal's form on its products: the lines, what they come to, and whether the amount
 * follows. Where it does, the amount's field says so, and nobody types over it.
 */
public final class DealProducts extends Composite<Details> {

  private static final long serialVersionUID = 1L;

  private final DecimalField amount;
  private final CurrencyField currency;
  private final LinesField<DealLine, Product> lines;
  private final Checkbox follows = new Checkbox(t("deal.line.follows"));
  private final Div sum = new Div();
  private final Div sealed = new Div();
  private Runnable changed = () -> {};
  private boolean fixed;
  private boolean unopenable;
  private boolean showing;

  /**
   * Without any line.
   *
   * @param known products that lines can be made from
   * @param amount the field of the deal's amount
   * @param currency the field of its currency
   */
  public DealProducts(List<Product> known, DecimalField amount, CurrencyField currency) {
    this.amount = amount;
    this.currency = currency;
    lines = new LinesField<>(new DealLineForm(), known);
    sum.addClassName("deal-lines-sum");
    sum.getElement().setAttribute("role", "status");
    follows.setHelperText(t("deal.line.follows.help"));
    getContent().setSummaryText(t("deal.field.lines"));
    getContent().add(sealed, lines, sum, follows);
    getContent().addClassName("deal-products");
    lines.onChange(this::typed);
    follows.addValueChangeListener(_ -> typed());
    currency.addValueChangeListener(
        _ -> {
          lines.currency(code());
          typed();
        });
  }

  private String code() {
    String chosen = currency.getValue();
    return chosen == null ? "" : chosen;
  }

  /** Calls back on every change by hand. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** Leaves it out for whoever may not see or change lines, and what the amount follows from. */
  public void narrow(Set<String> hidden, Set<String> fixedColumns) {
    fixed = fixedColumns.contains(DealField.LINES.column());
    setVisible(!fixed && !hidden.contains(DealField.LINES.column()));
    follows.setReadOnly(fixedColumns.contains(DealField.AMOUNT_BY.column()));
  }

  /**
   * Shows those of a deal, once the fields of amount and currency show theirs.
   *
   * @param codes of fields that did not open
   * @param others lets the other fields show theirs, of which no sum follows yet: the lines are
   *     still those shown before
   */
  public void show(DealData data, Map<DealField, String> codes, Runnable others) {
    showing = true;
    others.run();
    String code = codes.get(DealField.LINES);
    unopenable = code != null;
    sealed.removeAll();
    if (code != null) {
      sealed.add(new SealedMark(code));
    }
    lines.show(data.lines(), data.currency() == null ? "" : data.currency());
    follows.setValue(data.amountBy() == AmountBy.PRODUCTS);
    getContent().setOpened(!data.lines().isEmpty() || follows.getValue());
    if (fixed && (code != null || !data.lines().isEmpty())) {
      currency.setReadOnly(true); // theirs, which stay
    }
    reckon();
    showing = false;
  }

  /** Lets the lines be seen, and the cursor begin there. */
  public void open() {
    getContent().setOpened(true);
    getElement().callJsFunction("scrollIntoView");
  }

  private void typed() {
    if (!showing) {
      reckon();
      changed.run();
    }
  }

  private void reckon() {
    boolean following = follows.getValue();
    amount.setHelperText(following ? t("deal.line.amount") : null);
    if (following || !fixed) {
      amount.setReadOnly(following);
    }
    List<DealLine> finished = lines.finished();
    if (finished.isEmpty()) {
      lines.nets(List.of());
      sum.setText("");
      follow(null);
      return;
    }
    try {
      lines.nets(DealReckoning.nets(finished, code()));
      BigDecimal total = DealReckoning.sum(finished, code());
      sum.setText(total == null ? "" : t("deal.line.sum", Formats.exactMoney(total, code())));
      follow(total);
    } catch (LineRefusedException refused) {
      lines.nets(List.of());
      show(refused);
    }
  }

  private void follow(@Nullable BigDecimal total) {
    // what the server kept stays, where the lines are not shown or do not open
    if (follows.getValue() && !fixed && !(unopenable && total == null)) {
      amount.setValue(total == null ? null : total.setScale(2, RoundingMode.HALF_UP));
    }
  }

  /** Writes what is typed; lines that miss a number are left out. */
  public void write(DealDataBuilder to) {
    if (!fixed) {
      to.lines(lines.finished());
    }
    if (!follows.isReadOnly()) {
      to.amountBy(follows.getValue() ? AmountBy.PRODUCTS : AmountBy.HAND);
    }
  }

  /** Whether a line is begun that is not finished, and that {@link #write} leaves out. */
  public boolean isBegun() {
    return !fixed && lines.isBegun();
  }

  /** Whether all lines have their numbers; a field that misses one says so. */
  public boolean isComplete() {
    boolean complete = fixed || lines.isComplete();
    if (!complete) {
      getContent().setOpened(true);
    }
    return complete;
  }

  /** As {@link #show}, where it may be that the lines are not shown at all. */
  public void refuse(LineRefusedException refused) {
    show(refused);
    Notices.error(LineTexts.whole(refused));
  }

  /** Says at the line, and below the lines, what is wrong. */
  private void show(LineRefusedException refused) {
    getContent().setOpened(true);
    lines.problem(refused.line(), LineTexts.problem(refused));
    sum.setText(LineTexts.whole(refused));
  }
}
