package eu.rempart.deal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import eu.rempart.account.CurrentMember;
import eu.rempart.deal.DealId;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.ui.DealLinesCard;
import eu.rempart.deal.line.ui.DealProducts;
import eu.rempart.history.HistoryService;
import eu.rempart.product.ProductService;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.DecimalField;
import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Autowired;

/** Products on the page of a deal, as somebody finds and fills them in. */
abstract class WithDealProducts extends WithDeals {

  static final DealLine WORK =
      new DealLine(
          null, "Work", "h", new BigDecimal("8"), new BigDecimal("55"), "EUR", BigDecimal.ZERO);

  static final BigDecimal NINE = new BigDecimal("9");

  @Autowired ProductService products;

  @Autowired HistoryService history;

  @Autowired CurrentMember current;

  void tab(DealId id) {
    open(DealNavigation.details(id), "tab=products");
  }

  void number(String label, String value) {
    Typing.into(find(DecimalField.class).withLabel(label).all().getLast(), value);
  }

  DecimalField amount() {
    return find(DecimalField.class).withLabel("Amount").single();
  }

  void press(String label) {
    test(find(Button.class)
            .withCondition(b -> b.getAriaLabel().filter(label::equals).isPresent())
            .all()
            .getFirst())
        .click();
  }

  static String text(Component component) {
    return component
        .getElement()
        .getTextRecursively()
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  String card() {
    return text(find(DealLinesCard.class).single());
  }

  String form() {
    return text(find(DealProducts.class).single());
  }
}
