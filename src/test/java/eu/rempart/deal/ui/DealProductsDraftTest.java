package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.deal.DealId;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.ui.DealProducts;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.CurrencyField;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the products of a deal is not saved yet. */
class DealProductsDraftTest extends WithDealProducts {

  @Test
  void aFormThatWasLeftKeepsItsLines() {
    DealId id = deal("Halb geschrieben");
    tab(id);
    click("Edit products");
    click("Add line");
    test(find(TextArea.class).withLabel("Product").single()).setValue("Tiles");
    number("Unit price", "19.99");
    test(find(Checkbox.class).withLabel("The amount is the sum of the products").single()).click();
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    navigate(DealNavigation.details(id), DealDetailsView.class);
    click(t("shell.draft.continue"));
    assertThat(find(TextArea.class).withLabel("Product").single().getValue()).isEqualTo("Tiles");
    assertThat(amount().isReadOnly()).isTrue();
    click("Save deal");
    assertThat(now(id).data().lines()).hasSize(1);
    assertThat(now(id).data().amount()).isEqualByComparingTo("19.99");
    assertThat(find(DealFacts.class).single().getElement().getTextRecursively())
        .contains("from the products");
  }

  @Test
  void aLineThatIsBegunIsNotLostWithoutAQuestion() {
    DealId id = deal("Angefangen");
    tab(id);
    click("Edit products");
    click("Add line");
    click("Cancel");
    assertThat(offers("Edit products")).isTrue();
    assertThat(find(DealProducts.class).all()).as("nothing was typed").isEmpty();

    click("Edit products");
    click("Add line");
    test(find(TextArea.class).withLabel("Product").single()).setValue("Tiles");
    click("Cancel");
    assertThat(find(DealProducts.class).all()).hasSize(1);
    click(t("shell.unsaved.leave"));
    assertThat(find(DealProducts.class).all()).isEmpty();
  }

  @Test
  void anAmountByHandThatWasLeftIsPutBackThoughTheLinesCameToAnother() {
    DealId id =
        deals.create(data("Abgelöst").lines(List.of(WORK)).amountBy(AmountBy.PRODUCTS).build());
    tab(id);
    click("Edit products");
    find(CurrencyField.class).single().setValue("CHF");
    test(find(Checkbox.class).withLabel("The amount is the sum of the products").single()).click();
    Typing.into(amount(), NINE.toPlainString());
    sessions.end(current.get().signIn(), SessionEnd.IDLE);
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    navigate(DealNavigation.details(id), DealDetailsView.class);
    click(t("shell.draft.continue"));
    assertThat(amount().getValue()).isEqualByComparingTo("9");
  }
}
