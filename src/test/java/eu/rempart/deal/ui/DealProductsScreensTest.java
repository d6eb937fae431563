package eu.rempart.deal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.account.Role;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealData;
import eu.rempart.deal.DealId;
import eu.rempart.deal.line.AmountBy;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.line.ui.DealProducts;
import eu.rempart.history.FieldChange;
import eu.rempart.history.RecordRef;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.part.ConflictDialog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Products on the page of a deal, from the first line to an amount that follows. */
class DealProductsScreensTest extends WithDealProducts {

  @Test
  void linesAreWrittenAddUpAndTheAmountFollowsThem() {
    DealId id = deal("Dachstuhl");
    tab(id);
    assertThat(card()).contains("No products yet", "set by hand");
    click("Edit products");
    click("Add line");
    test(find(TextArea.class).withLabel("Product").single()).setValue("Tiles");
    click("Save deal");
    assertThat(find(DecimalField.class).withLabel("Unit price").single().isInvalid()).isTrue();
    number("Quantity", "12.5");
    number("Unit price", "19.99");
    assertThat(form()).contains("249.88");
    assertThat(amount().getValue()).as("by hand it stays").isEqualByComparingTo("1200");
    assertThat(amount().isReadOnly()).isFalse();

    test(find(Checkbox.class).withLabel("The amount is the sum of the products").single()).click();
    assertThat(amount().isReadOnly()).isTrue();
    assertThat(amount().getHelperText()).isEqualTo("Sum of the products below");
    assertThat(amount().getValue()).isEqualByComparingTo("249.88");

    click("Add line");
    test(find(TextArea.class).withLabel("Product").all().getLast()).setValue("Work");
    number("Unit price", "100");
    number("Discount in %", "10");
    press("Move line 2 up");
    click("Add line");
    press("Remove line 3");
    assertThat(amount().getValue()).isEqualByComparingTo("339.88");
    click("Save deal");

    DealData data = now(id).data();
    assertThat(data.amount()).isEqualByComparingTo("339.88");
    assertThat(data.lines()).extracting(DealLine::description).containsExactly("Work", "Tiles");
    assertThat(card()).contains("Work", "Tiles", "12.5", "10 %", "339.88", "from the products");
    assertThat(find(NativeTable.class).single().getElement().getTextRecursively())
        .doesNotContain("VAT");
    assertThat(history.timeline(new RecordRef("deal", id.value())).getFirst().changes())
        .extracting(FieldChange::column)
        .contains("lines", "amount", "amount_by");
  }

  @Test
  void aProductInAnotherCurrencyIsRefusedInItsLineAndNothingIsLost() {
    String name = "Swiss hour " + UUID.randomUUID();
    products.create(
        new ProductData(
            name,
            null,
            null,
            "h",
            new BigDecimal("90"),
            "CHF",
            "STANDARD",
            new BigDecimal("20"),
            true));
    DealId id = deals.create(data("Gemischt").lines(List.of(WORK)).build());
    tab(id);
    click("Edit products");
    @SuppressWarnings("unchecked")
    ComboBox<Product> box = find(ComboBox.class).withLabel("Add from products").single();
    box.setValue(
        products.all(Locale.ENGLISH).stream()
            .filter(product -> product.name().equals(name))
            .findFirst()
            .orElseThrow());
    assertThat(form()).contains("another currency");
    Details folded = find(Details.class, find(DealProducts.class).single()).single();
    folded.setOpened(false);
    click("Save deal");
    assertThat(folded.isOpened()).as("a refusal is seen").isTrue();
    assertThat(form()).contains("Line 2: The line is in another currency");
    assertThat(now(id).version()).isEqualTo(1);

    find(CurrencyField.class).single().setValue("CHF");
    assertThat(form()).as("what was typed by hand goes along").contains("CHF", "530.00");
    click("Save deal");
    assertThat(now(id).data().lines()).extracting(DealLine::currency).containsOnly("CHF");
    assertThat(now(id).data().lines().getLast().productId()).isNotNull();
  }

  @Test
  void ofTwoWhoEditTheProductsOneChooses() {
    DealId id = deals.create(data("Zu zweit").lines(List.of(WORK)).build());
    tab(id);
    click("Edit products");
    number("Quantity", "9");
    Deal before = now(id);
    deals.save(id, 1, before.data(), before.data().toBuilder().lines(List.of()).build());
    click("Save deal");
    RadioButtonGroup<?> group =
        find(RadioButtonGroup.class, find(ConflictDialog.class).single()).single();
    assertThat(group.getLabel()).isEqualTo("Products");
    assertThat(text(find(ConflictDialog.class).single()))
        .contains("9 × Work: 55 EUR", "No products yet");
    click("Save my choice");
    assertThat(now(id).data().lines()).extracting(DealLine::quantity).containsExactly(NINE);
  }

  @Test
  void whatTheAmountFollowsFromIsOneChoiceAndARefusalAsksAgain() {
    DealId id = deals.create(data("Zwei Währungen").build());
    tab(id);
    click("Edit products");
    click("Add line");
    test(find(TextArea.class).withLabel("Product").single()).setValue("Tiles");
    number("Unit price", "19.99");
    Deal before = now(id);
    deals.save(
        id, 1, before.data(), before.data().toBuilder().currency("CHF").amount(NINE).build());
    click("Save deal");
    RadioButtonGroup<?> group =
        find(RadioButtonGroup.class, find(ConflictDialog.class).single()).single();
    assertThat(group.getLabel()).contains("Amount", "Currency", "Products");
    assertThat(text(find(ConflictDialog.class).single())).contains("1 × Tiles: 19.99 EUR", "CHF");
    click("Save my choice");
    DealData kept = now(id).data();
    assertThat(kept.lines()).hasSize(1);
    assertThat(kept.currency()).isEqualTo("EUR");
    assertThat(kept.amount()).isEqualByComparingTo("1200");
  }

  @Test
  void aMergeThatIsRefusedAsksAgainTheNextTime() {
    DealId id = deal("Verweigert");
    tab(id);
    click("Edit products");
    click("Add line");
    number("Unit price", "19.99"); // a line that says nothing, which is refused
    Deal before = now(id);
    deals.save(
        id,
        1,
        before.data(),
        before.data().toBuilder().source("Fair").lines(List.of(WORK)).build());
    click("Save deal");
    click("Save my choice");
    assertThat(form()).contains("Say what is sold");
    assertThat(now(id).version()).isEqualTo(2);

    test(find(TextArea.class).withLabel("Product").single()).setValue("Tiles");
    click("Save deal");
    assertThat(find(ConflictDialog.class).all()).as("the other's lines are still there").hasSize(1);
    click("Save my choice");
    assertThat(now(id).data().source()).as("what only the other changed").isEqualTo("Fair");
    assertThat(now(id).data().lines()).extracting(DealLine::description).containsExactly("Tiles");
  }

  @Test
  void readersReadProductsAndChangeNone() {
    DealId id =
        deals.create(data("Nur lesen").lines(List.of(WORK)).amountBy(AmountBy.PRODUCTS).build());
    assertThat(now(id).data().amount()).isEqualByComparingTo("440");
    actAs(Role.READER);
    // without the bin on the way, which a reader may not open
    UI.getCurrent().navigate(DealNavigation.details(id), QueryParameters.of("tab", "products"));
    roundTrip();
    assertThat(card()).contains("Work", "440.00", "from the products");
    assertThat(offers("Edit products")).isFalse();
  }
}
