package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Totals;
import eu.rempart.shell.line.LineTable;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.SealedMark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a quote says, line by line, for reading. */
final class QuotePaper extends Div {

  private static final long serialVersionUID = 1L;

  QuotePaper(Quote quote) {
    addClassName("record-facts");
    QuoteData data = quote.data();
    var card = new Card(t("quote.field.lines"));
    card.addClassName("quote-paper");
    String code = quote.unopenable().get(QuoteField.LINES);
    if (code != null) {
      card.add(new SealedMark(code));
    } else if (data.lines().isEmpty()) {
      card.add(new Paragraph(t("quote.lines.none")));
    } else {
      var sums = new QuoteSums();
      try {
        Totals totals = data.totals();
        card.add(table(data, totals.lines()));
        sums.show(totals);
      } catch (QuoteRefusedException e) {
        card.add(table(data, List.of()));
        sums.show(QuoteTexts.problem(e));
      }
      card.add(sums);
    }
    add(card);
    text(QuoteField.INTRODUCTION, data.introduction());
    text(QuoteField.TERMS, data.terms());
    text(QuoteField.VAT_REASON, data.vatReason());
  }

  private void text(QuoteField field, @Nullable String text) {
    if (text != null) {
      var words = new Paragraph(text);
      words.addClassName("quote-text");
      add(new Card(QuoteTexts.label(field), words));
    }
  }

  private static NativeTable table(QuoteData data, List<BigDecimal> nets) {
    return LineTable.of(
        t("quote.line.description"),
        data.lines(),
        nets,
        Map.of(t("quote.line.vat"), line -> QuoteTexts.vat(line.vat())));
  }
}
