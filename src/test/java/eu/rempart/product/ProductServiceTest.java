package eu.rempart.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.customfield.TestCustomFields;
import eu.rempart.db.Actor;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.sealed.TestSealing;
import eu.rempart.search.SearchIndex;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProductServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final CurrentMember current = new CurrentMember();
  private final ProductService products =
      new ProductService(
          new ProductRepository(database.app(), new TestSealing()),
          new SearchIndex(List::of, Locale.FRENCH),
          database.writes(() -> current.find().map(member -> Actor.manual(member.memberId()))),
          new Rights(current),
          TestCustomFields.checks(database),
          TestCustomFields.index(database),
          current);
  private final CustomFieldService fields = TestCustomFields.service(database, current);

  private <T> T as(Role role, Callable<T> work) throws Exception {
    UUID member = database.member(role.name());
    return current.callAs(new SignedInMember(member, role, UUID.randomUUID(), null), work);
  }

  private static ProductData product(
      String name,
      @Nullable String price,
      @Nullable String currency,
      @Nullable String category,
      @Nullable String rate) {
    return new ProductData(
        name,
        "C-1",
        "Long\ntext",
        "h",
        price == null ? null : new BigDecimal(price),
        currency,
        category,
        rate == null ? null : new BigDecimal(rate),
        true);
  }

  @Test
  void aProductIsKeptChangedSortedAndArchived() throws Exception {
    ProductData hour = product("Étude", "85.5", "EUR", "STANDARD", "20");
    ProductId id = as(Role.MEMBER, () -> products.create(hour));
    assertThat(as(Role.READER, () -> products.find(id)).orElseThrow().data()).isEqualTo(hour);
    ProductId other =
        as(Role.MEMBER, () -> products.create(product("Zinc", null, null, null, null)));
    assertThat(as(Role.READER, () -> products.all(Locale.FRENCH)))
        .extracting(Product::id)
        .containsSubsequence(id, other);

    ProductData dearer = product("Étude", "90", "EUR", "STANDARD", "20");
    assertThat(as(Role.MEMBER, () -> products.save(id, 1, hour, dearer)))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(as(Role.MEMBER, () -> products.save(id, 1, hour, dearer)))
        .isInstanceOf(SaveResult.Stale.class);
    as(Role.MEMBER, () -> products.archive(id));
    assertThat(as(Role.MEMBER, () -> products.save(id, 2, dearer, hour)))
        .isInstanceOf(SaveResult.Gone.class);
  }

  @Test
  void whatCanNotBeKeptIsNamed() {
    for (ProductData wrong :
        List.of(
            ProductData.EMPTY,
            product("A", "-1", "EUR", null, null),
            product("A", "1", null, null, null),
            product("A", "1", "EURO", null, null),
            product("A", "1", "XXX", null, null),
            product("A", null, "EUR", null, null),
            product("A", null, null, "STANDARD", "0"),
            product("A", null, null, "EXEMPT", "20"),
            product("A", null, null, "STANDARD", "101"),
            product("A", null, null, null, "20"),
            product("A".repeat(250), null, null, null, null))) {
      assertThatThrownBy(() -> as(Role.MEMBER, () -> products.create(wrong)))
          .isInstanceOf(InvalidFieldException.class);
    }
  }

  @Test
  void ownFieldsAreKeptAndValuesThatDoNotFitAreRefused() throws Exception {
    UUID weight =
        as(
            Role.ADMINISTRATOR,
            () ->
                fields.create(
                    CustomKind.NUMBER,
                    new CustomFieldData(
                        Labels.of("Weight"), Set.of("product"), Set.of(), false, List.of())));
    ProductData light = product("Anvil", null, null, null, null);
    ProductData heavy = light.with(CustomValues.NONE.with(weight, "12.5"));
    ProductData wrong = light.with(CustomValues.NONE.with(weight, "a lot"));
    ProductId id = as(Role.MEMBER, () -> products.create(heavy));
    assertThat(as(Role.READER, () -> products.find(id)).orElseThrow().data()).isEqualTo(heavy);
    for (Callable<?> refused :
        List.<Callable<?>>of(
            () -> products.create(wrong), () -> products.save(id, 1, heavy, wrong))) {
      assertThatThrownBy(() -> as(Role.MEMBER, refused))
          .isInstanceOfSatisfying(
              InvalidFieldException.class,
              e -> assertThat(e.field()).isEqualTo("product.field.custom"));
    }

    as(Role.ADMINISTRATOR, () -> fields.archive(weight));
    ProductData dearer =
        product("Anvil", "9", "EUR", null, null).with(CustomValues.NONE.with(weight, "12.5"));
    assertThat(as(Role.MEMBER, () -> products.save(id, 1, heavy, dearer)))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(as(Role.READER, () -> products.find(id)).orElseThrow().data()).isEqualTo(dearer);
    assertThat(as(Role.MEMBER, () -> products.save(id, 2, dearer, light)))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(as(Role.READER, () -> products.find(id)).orElseThrow().data()).isEqualTo(light);
  }

  @Test
  void ownFieldsAreFoundWithoutAnIndexToo() throws Exception {
    UUID shelf =
        as(
            Role.ADMINISTRATOR,
            () ->
                fields.create(
                    CustomKind.TEXT,
                    new CustomFieldData(
                        Labels.of("Shelf"), Set.of("product"), Set.of(), false, List.of())));
    ProductData anvil =
        product("Anvil", null, null, null, null).with(CustomValues.NONE.with(shelf, "Hinterlager"));
    ProductId id = as(Role.MEMBER, () -> products.create(anvil));
    as(Role.MEMBER, () -> products.create(product("Bellows", null, null, null, null)));

    assertThat(found("hinterLAGER")).containsExactly(id);
    as(Role.ADMINISTRATOR, () -> fields.archive(shelf));
    assertThat(found("hinterlager")).as("nobody sees it").isEmpty();
  }

  private List<ProductId> found(String text) throws Exception {
    return as(Role.READER, () -> products.page(text, 0, 9, Locale.ENGLISH)).rows().stream()
        .map(Product::id)
        .toList();
  }

  @Test
  void readersWriteNothingAndEngineersReadNothing() {
    ProductData hour = product("Hour", null, null, null, null);
    ProductId id = new ProductId(UUID.randomUUID());
    for (Callable<?> writing :
        List.<Callable<?>>of(
            () -> products.create(hour),
            () -> products.save(id, 1, hour, hour),
            () -> products.archive(id))) {
      assertThatThrownBy(() -> as(Role.READER, writing)).isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> as(Role.ENGINEER, () -> products.all(Locale.ENGLISH)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> as(Role.ENGINEER, () -> products.find(id)))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsRefusedBeforeItIsWrittenOut() {
    ProductData dear = product("Dear", "1E+400000000", "EUR", "S", "20");
    assertThatThrownBy(() -> ProductRules.check(dear)).isInstanceOf(InvalidFieldException.class);
    assertThat(product("Cheap", "1E-400000000", "EUR", "S", "20").price()).isZero();
  }
}
