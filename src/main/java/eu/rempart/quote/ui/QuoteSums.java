package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import eu.rempart.quote.money.Totals;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;

/** What a quote comes to, from the lines down to the total. */
final class QuoteSums extends Div {

  private static final long serialVersionUID = 1L;

  QuoteSums() {
    addClassName("quote-sums");
    getElement().setAttribute("role", "status");
    getElement().setAttribute("aria-label", t("quote.sums"));
  }

  void show(Totals totals) {
    removeAll();
    var list = new DescriptionList();
    if (totals.discount().signum() != 0) {
      add(list, t("quote.sums.lines"), totals.linesNet(), totals.currency(), "");
      add(list, t("quote.sums.discount"), totals.discount().negate(), totals.currency(), "");
    }
    add(list, t("quote.sums.net"), totals.net(), totals.currency(), "");
    for (Totals.TaxGroup group : totals.groups()) {
      String label =
          group.vat().category() == VatCategory.STANDARD
              ? t(
                  "quote.sums.vat",
                  Formats.percent(group.vat().rate()),
                  Formats.exactMoney(group.taxable(), totals.currency()))
              : QuoteTexts.vat(group.vat());
      add(list, label, group.tax(), totals.currency(), "");
    }
    add(list, t("quote.sums.total"), totals.total(), totals.currency(), "quote-total");
    add(list);
  }

  /** Says why there is no sum yet. */
  void show(String problem) {
    removeAll();
    setText(problem);
  }

  private static void add(
      DescriptionList list, String label, BigDecimal amount, String currency, String style) {
    var row = new Div();
    row.addClassName("quote-sum");
    if (!style.isEmpty()) {
      row.addClassName(style);
    }
    row.getElement()
        .appendChild(
            new DescriptionList.Term(label).getElement(),
            new DescriptionList.Description(Formats.exactMoney(amount, currency)).getElement());
    list.getElement().appendChild(row.getElement());
  }
}
