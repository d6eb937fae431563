package eu.rempart.product.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.shell.part.DraftNotice;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Products on the screen: added, changed, archived; what is typed outlives the page. */
class ProductScreensTest extends WithFirm {

  @Autowired private ProductService products;

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
  }

  private TextArea description() {
    return find(TextArea.class).all().getLast();
  }

  private String name() {
    return find(TextField.class).withLabel("Name").all().getLast().getValue();
  }

  @Test
  void aNewOneThatWasLeftHalfTypedComesBackUntilItIsGivenUp() {
    open("products", "");
    assertThat(find(DraftNotice.class).exists()).isFalse();
    click("Add product");
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
  void anArchivedOneComesBackAndReadersOnlyLook() {
    ProductId id = product("Away");
    edit(id);
    click("Archive");
    assertThat(there("Away")).isFalse();
    click("Undo");
    assertThat(there("Away")).isTrue();

    actAs(Role.READER);
    open("products", "");
    assertThat(offers("Add product")).isFalse();
    assertThat(find(NativeButton.class).withText("Away").exists()).isFalse();
  }
}
