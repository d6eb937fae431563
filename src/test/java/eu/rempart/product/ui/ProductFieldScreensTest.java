package eu.rempart.product.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.history.FieldChange;
import eu.rempart.history.HistoryService;
import eu.rempart.history.PutBack;
import eu.rempart.history.RecordRef;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The organisation's own fields of products: in form, page, history, list, search and bin. */
class ProductFieldScreensTest extends WithFirm {

  @Autowired private ProductService products;
  @Autowired private CustomFieldService fields;
  @Autowired private HistoryService history;
  @Autowired private ProductGlobalSearch search;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  private UUID field(String label, boolean required) {
    return fields.create(
        CustomKind.TEXT,
        new CustomFieldData(
            Labels.of(label), Set.of("product"), Set.of("product"), required, List.of()));
  }

  private ProductId with(String name, CustomValues values) {
    return products.create(
        new ProductData(name, null, null, null, null, null, null, null, true).with(values));
  }

  private Product now(ProductId id) {
    return products.find(id).orElseThrow();
  }

  private void edit(ProductId id) {
    open(ProductNavigation.details(id), "");
    click("Edit");
  }

  @Test
  void aValueIsFilledInShownToldAndPutBack() {
    UUID shelf = field("Shelf", false);
    ProductId id = with("Anvil", CustomValues.NONE);
    edit(id);
    fill("Shelf", "B 12");
    click("Save product");
    assertThat(now(id).data().custom().of(shelf)).isEqualTo("B 12");
    assertThat(says("B 12")).isTrue();

    edit(id);
    fill("Shelf", "C 3");
    click("Save product");
    RecordRef ref = new RecordRef("product", id.value());
    assertThat(history.timeline(ref).getFirst().changes())
        .extracting(FieldChange::column)
        .containsExactly("custom." + shelf);
    assertThat(history.putBack(ref, 2, "custom." + shelf, 3)).isEqualTo(new PutBack.Done(4));
    assertThat(now(id).data().custom().of(shelf)).isEqualTo("B 12");
  }

  @Test
  void whatIsRequiredIsAskedForAndWhatIsTypedOutlivesThePage() {
    UUID shelf = field("Shelf", true);
    ProductId id = with("Bellows", CustomValues.NONE);
    edit(id);
    fill("Name", "Larger bellows");
    click("Save product");
    assertThat(now(id).version()).isEqualTo(1);
    assertThat(find(TextField.class).withLabel("Shelf").single().isInvalid()).isTrue();

    fill("Shelf", "D 4");
    cleanVaadinEnvironment();
    initVaadinEnvironment();
    edit(id);
    click("Save product");
    assertThat(now(id).data().name()).isEqualTo("Larger bellows");
    assertThat(now(id).data().custom().of(shelf)).isEqualTo("D 4");
  }

  @Test
  void whatTwoPeopleChangeInDifferentFieldsIsBothKept() {
    UUID one = field("Own one", false);
    UUID two = field("Own two", false);
    ProductId id = with("Crucible", CustomValues.NONE.with(two, "before"));
    edit(id);
    fill("Own one", "mine");
    Product before = now(id);
    products.save(
        id,
        before.version(),
        before.data(),
        before.data().with(CustomValues.NONE.with(two, "theirs")));
    click("Save product");
    click("Save product");

    assertThat(now(id).data().custom())
        .isEqualTo(CustomValues.NONE.with(one, "mine").with(two, "theirs"));
  }

  @Test
  void theListAndTheSearchKnowThemAndAnArchivedFieldIsUnseen() {
    UUID shelf = field("Shelf", false);
    String word = "Hinterlager" + UUID.randomUUID().toString().substring(0, 8);
    ProductId id = with("Die", CustomValues.NONE.with(shelf, word));
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () ->
                assertThat(products.page(word, 0, 5, Locale.ENGLISH).rows())
                    .extracting(Product::id)
                    .containsExactly(id));
    assertThat(search.find(word, 5).getFirst().hits())
        .singleElement()
        .satisfies(hit -> assertThat(hit.route()).isEqualTo("products/" + id));

    open(ProductNavigation.LIST, "");
    List<Column<Object>> shown = grid().getColumns().stream().filter(Column::isVisible).toList();
    assertThat(shown).last().extracting(Column::getHeaderText).isEqualTo("Shelf");
    assertThat(cells(shown.size() - 1)).contains(word);

    fields.archive(shelf);
    open(ProductNavigation.LIST, "");
    assertThat(grid().getColumns()).extracting(Column::getHeaderText).doesNotContain("Shelf");
    open(ProductNavigation.details(id), "");
    assertThat(says(word)).isFalse();
    edit(id);
    fill("Name", "Die and punch");
    click("Save product");
    assertThat(now(id).data().custom().of(shelf)).isEqualTo(word);
  }

  private List<String> cells(int column) {
    return java.util.stream.IntStream.range(0, test(grid()).size())
        .mapToObj(row -> test(grid()).getCellText(row, column))
        .toList();
  }

  @Test
  void valuesComeBackFromTheBinWithTheirProduct() {
    UUID shelf = field("Shelf", false);
    ProductId id = with("Ember", CustomValues.NONE.with(shelf, "E 5"));
    open(ProductNavigation.details(id), "");
    click("Archive");
    assertThat(products.find(id)).isEmpty();
    click("Undo");
    assertThat(now(id).data().custom().of(shelf)).isEqualTo("E 5");
  }
}
