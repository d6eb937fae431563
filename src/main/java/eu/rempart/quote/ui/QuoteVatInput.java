package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import eu.rempart.common.line.LooseLine;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.common.number.NumberParser;
import eu.rempart.common.number.NumberReading;
import eu.rempart.common.number.NumberRules;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.line.LineRest;
import eu.rempart.shell.text.Formats;
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
    vat.otherwise(this::typed, t("quote.line.vat.wrong"));
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
    if (NumberParser.parse(text, NumberConvention.of(Formats.locale()), NumberRules.percent(2))
        instanceof NumberReading.Value(var rate, _, _)) {
      var meant = new Vat(rate.signum() == 0 ? VatCategory.ZERO : VatCategory.STANDARD, rate);
      choose(meant);
      return Optional.of(meant);
    }
    return Optional.empty();
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
      vat.setErrorMessage(empty ? t("quote.line.vat.wrong") : "");
    }
    return empty;
  }

  @Override
  public QuoteLine line(LooseLine typed) {
    return QuoteLine.of(typed, vat.getValue());
  }
}
