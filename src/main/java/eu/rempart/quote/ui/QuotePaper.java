package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.QuoteRefusedException;
import eu.rempart.quote.money.Totals;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.math.BigDecimal;
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
        card.add(table(data, totals));
        sums.show(totals);
      } catch (QuoteRefusedException e) {
        card.add(table(data, null));
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

  private static NativeTable table(QuoteData data, @Nullable Totals totals) {
    var table = new NativeTable();
    table.addClassName("quote-table");
    NativeTableRow head = table.getHead().addRow();
    for (String key :
        new String[] {
          "quote.line.description",
          "quote.line.quantity",
          "quote.line.price",
          "quote.line.discount",
          "quote.line.vat",
          "quote.line.net"
        }) {
      var cell = new NativeTableHeaderCell(Texts.t(key));
      cell.getElement().setAttribute("scope", "col");
      head.add(cell);
    }
    for (int i = 0; i < data.lines().size(); i++) {
      row(
          table.getBody().addRow(),
          data.lines().get(i),
          data.currency(),
          totals == null ? null : totals.lines().get(i));
    }
    return table;
  }

  private static void row(
      NativeTableRow row, QuoteLine line, String currency, @Nullable BigDecimal net) {
    cell(row, "quote.line.description", line.description());
    cell(
        row,
        "quote.line.quantity",
        Formats.number(line.quantity()) + (line.unit() == null ? "" : " " + line.unit()));
    cell(row, "quote.line.price", Formats.exactMoney(line.unitPrice(), line.currency()));
    cell(
        row,
        "quote.line.discount",
        line.discount().signum() == 0 ? "" : QuoteTexts.percent(line.discount()));
    cell(row, "quote.line.vat", QuoteTexts.vat(line.vat()));
    cell(row, "quote.line.net", net == null ? "" : Formats.exactMoney(net, currency));
  }

  /** On a phone a row is a block, and each of its cells says what it is. */
  private static void cell(NativeTableRow row, String key, String text) {
    var cell = new NativeTableCell(text);
    cell.getElement().setAttribute("data-label", Texts.t(key));
    row.add(cell);
  }
}
