package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import eu.rempart.common.line.LooseLine;
import eu.rempart.common.number.NumberConvention;
import eu.rempart.common.number.NumberParser;
import eu.rempart.common.number.NumberReading;
import eu.rempart.common.number.NumberRules;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.line.LineRest;
import eu.rempart.shell.text.Formats;
import java.util.ArrayList;
import java.util.List;

/** How a line of a quote is taxed, as it is chosen or typed. */
final class QuoteVatInput implements LineRest<QuoteLine> {

  private final ComboBox<Vat> vat = new ComboBox<>(t("quote.line.vat"));
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
    vat.setAllowCustomValue(true);
    vat.addCustomValueSetListener(event -> typed(event.getDetail()));
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
  private void typed(String text) {
    if (NumberParser.parse(text, NumberConvention.of(Formats.locale()), NumberRules.percent(2))
        instanceof NumberReading.Value(var rate, _, _)) {
      choose(new Vat(rate.signum() == 0 ? VatCategory.ZERO : VatCategory.STANDARD, rate));
    } else {
      vat.clear();
      vat.getElement().executeJs("this.inputElement.value = $0", text); // stays to be corrected
      vat.setErrorMessage(t("quote.line.vat.wrong"));
      vat.setInvalid(true);
    }
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
