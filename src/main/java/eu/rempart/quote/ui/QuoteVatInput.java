package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.common.line.LooseLine;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.line.LineRest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a line of a quote is taxed, as it is chosen or typed. */
final class QuoteVatInput implements LineRest<QuoteLine> {

  private final ChoiceField<Vat> vat = new ChoiceField<>(t("quote.line.vat"));
  private final List<Vat> offered;

  /**
   * With one chosen.
   *
   * @param offered ways of taxing to choose from, the usual one first
   */
  QuoteVatInput(List<Vat> offered, Vat chosen) {
    this.offered = offered;
    vat.setItemLabelGenerator(QuoteTexts::vat);
    choose(chosen);
    vat.otherwise(this::typed, t("quote.line.vat.unclear"));
  }

  private void choose(Vat chosen) {
    List<Vat> items = new ArrayList<>(offered);
    if (!items.contains(chosen)) {
      items.add(chosen);
    }
    vat.setItems(items);
    vat.setValue(chosen);
  }

  /** A rate that is typed, such as 8.5 or 8,5 %. */
  private Optional<Vat> typed(String text) {
    String digits = text.replace("%", "").replace(',', '.').strip();
    if (!digits.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      return Optional.empty();
    }
    BigDecimal rate = new BigDecimal(digits);
    var meant = new Vat(rate.signum() == 0 ? VatCategory.ZERO : VatCategory.STANDARD, rate);
    choose(meant);
    return Optional.of(meant);
  }

  @Override
  public List<Component> inputs() {
    return List.of(vat);
  }

  @Override
  public void onChange(Runnable listener) {
    vat.addValueChangeListener(_ -> listener.run());
  }

  @Override
  public boolean isMissing(boolean say) {
    if (vat.isUnread()) {
      return true;
    }
    boolean empty = vat.isEmpty();
    if (say) {
      vat.setInvalid(empty);
      vat.setErrorMessage(empty ? t("shell.line.required") : "");
    }
    return empty;
  }

  @Override
  public QuoteLine line(LooseLine typed) {
    return QuoteLine.of(typed, vat.getValue());
  }
}
