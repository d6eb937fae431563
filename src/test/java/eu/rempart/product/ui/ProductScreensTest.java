package eu.rempart.product.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.recall.ui.RecallNavigation;
import eu.rempart.search.Indexes;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.part.DraftNotice;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Products on the screen: added, changed, archived; what is typed outlives the page. */
class ProductScreensTest extends WithFirm {

  @Autowired private ProductService products;
  @Autowired private ProductGlobalSearch search;

  private ProductId product(String name) {
    return products.create(new ProductData(name, null, null, null, null, null, null, null, true));
  }

  private boolean there(String name) {
    return products.all(Locale.ENGLISH).stream().map(Product::name).anyMatch(name::equals);
  }

  /** As a tab that is closed, and a new one. */
  private void aNewPage() {
    cleanVaadinEnvironment();
    initVaadinEnvironment();
  }

  private void edit(ProductId id) {
    open("products/" + id, "");
    click("Edit");
  }

  private TextArea description() {
    return find(TextArea.class).all().getLast();
  }

  private String name() {
    return find(TextField.class).withLabel("Name").all().getLast().getValue();
  }

  @Test
  void theStarPutsItAmongTheFavouritesAndALookAmongTheLast() {
    ProductId id = product("Starred");
    String page = ProductNavigation.details(id);
    open(page, "");
    test(find(Button.class).withAriaLabel("Favourite").single()).click();

    open(RecallNavigation.favourites(), "");
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
        .filteredOn(page::equals)
        .as("in the navigation, among the favourites, and among the last")
        .hasSize(3);
    products.archive(id);
    open("products", "");
    open(RecallNavigation.favourites(), "");
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).doesNotContain(page);
  }

  @Test
  void aNewOneThatWasLeftHalfTypedComesBackUntilItIsGivenUp() {
    open("products", "");
    assertThat(find(DraftNotice.class).exists()).isFalse();
    click("Add product");
    assertThat(find(CurrencyField.class).single().getValue()).isEqualTo("EUR");
    fill("Name", "Half typed");
    description().setValue("This took an hour");
    aNewPage();
    open("products", "");
    assertThat(there("Half typed")).isFalse();
    assertThat(find(DraftNotice.class).single().getElement().getOuterHTML())
        .contains("You began a new product and did not save it.");

    click("Add product");
    assertThat(name()).isEqualTo("Half typed");
    assertThat(description().getValue()).isEqualTo("This took an hour");
    click("Save product");
    assertThat(there("Half typed")).isTrue();
    open("products", "");
    assertThat(find(DraftNotice.class).exists()).isFalse();
  }

  @Test
  void aChangeThatWasLeftComesBackAndTellsOfWhatOthersSaved() {
    ProductId id = product("Left alone");
    edit(id);
    description().setValue("Half a sentence");
    Product before = products.find(id).orElseThrow();
    products.save(
        id,
        before.version(),
        before.data(),
        new ProductData("By another", null, null, null, null, null, null, null, true));
    aNewPage();
    edit(id);
    assertThat(description().getValue()).isEqualTo("Half a sentence");
    click("Save product");
    assertThat(products.find(id).orElseThrow().data().description())
        .as("somebody saved in between")
        .isNull();
    assertThat(name()).isEqualTo("By another");
    click("Save product");
    ProductData now = products.find(id).orElseThrow().data();
    assertThat(now.name()).isEqualTo("By another");
    assertThat(now.description()).isEqualTo("Half a sentence");

    edit(id);
    description().setValue("Given up");
    click("Cancel");
    confirm();
    edit(id);
    assertThat(description().getValue()).isEqualTo("Half a sentence");
  }

  @Test
  void anArchivedOneComesBackAndReadersLookAtAllOfIt() {
    ProductId id =
        products.create(
            new ProductData("Away", "A-1", "Laid on battens", "m²", null, null, null, null, true));
    open("products/" + id, "");
    click("Archive");
    assertThat(there("Away")).isFalse();
    click("Undo");
    assertThat(there("Away")).isTrue();
    assertThat(find(H1.class).single().getText()).isEqualTo("Away");

    actAs(Role.READER);
    visit("products");
    assertThat(offers("Add product")).isFalse();
    visit("products/" + id);
    assertThat(find(Paragraph.class).withText("Laid on battens").exists()).isTrue();
    assertThat(offers("Edit")).isFalse();
    assertThat(offers("Archive")).isFalse();
  }

  /** Without the bin on the way, which a reader may not open. */
  private void visit(String path) {
    UI.getCurrent().navigate(path);
    roundTrip();
  }

  @Test
  void whatAProductWasIsInItsHistory() {
    ProductId id = product("Formerly");
    Product before = products.find(id).orElseThrow();
    products.save(
        id,
        before.version(),
        before.data(),
        new ProductData("Nowadays", null, null, null, null, null, null, null, true));
    open("products/" + id, "tab=history");
    assertThat(find(Span.class).withClassName("history-old").all())
        .extracting(Span::getText)
        .contains("Formerly");
  }

  @Test
  void productsAreFoundByTheirWordsInTheListAndFromEverywhere() {
    Indexes.awaitReady(products::indexState);
    String word = "Schindel" + UUID.randomUUID().toString().substring(0, 8);
    ProductId id =
        products.create(
            new ProductData("Larch " + word, "L-1", null, null, null, null, null, null, true));
    product("Another");
    open("products", "");
    fill(word);
    assertThat(test(grid()).size()).isEqualTo(1);
    assertThat(search.find(word.toLowerCase(Locale.ROOT), 5).getFirst().hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.route()).isEqualTo("products/" + id))
        .satisfies(hit -> assertThat(hit.title()).isEqualTo("Larch " + word));
    assertThat(search.hits(List.of(id.value()))).containsKey(id.value());

    products.archive(id);
    assertThat(search.find(word, 5)).isEmpty();
    actAs(Role.ENGINEER);
    assertThat(search.find("Another", 5)).isEmpty();
    assertThat(search.hits(List.of(id.value()))).isEmpty();
  }

  private void fill(String text) {
    test(find(TextField.class)
            .withCondition(each -> each.getAriaLabel().filter("Search"::equals).isPresent())
            .all()
            .getFirst())
        .setValue(text);
  }
}
