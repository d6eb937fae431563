package eu.rempart.deal.line.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealField;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.deal.line.LineRefusedException;
import eu.rempart.shell.line.LineTable;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The products of a deal, line by line, for reading. */
@StyleSheet("styles/quotes.css") // a table of lines looks the same, wherever it stands
public final class DealLinesCard extends Div {

  private static final long serialVersionUID = 1L;

  private final Card card = new Card(t("deal.field.lines"));

  /** The products of this deal. */
  public DealLinesCard(Deal deal) {
    addClassName("record-facts");
    DealData data = deal.data();
    card.addClassName("quote-paper");
    String code = deal.unopenable().get(DealField.LINES);
    if (code != null) {
      card.add(new SealedMark(code));
    } else if (data.lines().isEmpty()) {
      card.add(new Paragraph(t("deal.lines.none")));
    } else {
      reckoned(card, data);
    }
    card.add(new Paragraph(t("deal.lines.amount", t("deal.amount_by." + data.amountBy().name()))));
    add(card);
  }

  /** Puts a button beside the heading. */
  public void offer(Component action) {
    card.withAction(action);
  }

  private static void reckoned(Card card, DealData data) {
    var sum = new Paragraph();
    sum.addClassName("deal-lines-sum");
    try {
      card.add(table(data, DealReckoning.nets(data.lines(), data.currency())));
      BigDecimal total = DealReckoning.sum(data.lines(), data.currency());
      if (total != null && data.currency() != null) {
        sum.setText(t("deal.line.sum", Formats.exactMoney(total, data.currency())));
      }
    } catch (LineRefusedException refused) {
      card.add(table(data, List.of()));
      sum.setText(LineTexts.whole(refused));
    }
    card.add(sum);
  }

  private static NativeTable table(DealData data, List<BigDecimal> nets) {
    return LineTable.of(t("deal.line.description"), data.lines(), nets, Map.of());
  }
}
