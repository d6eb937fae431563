package eu.rempart.product;

import static eu.rempart.db.generated.Tables.PRODUCT;

import eu.rempart.common.custom.CustomText;
import eu.rempart.db.ManyRows;
import eu.rempart.db.generated.OpenedProduct;
import eu.rempart.db.generated.ProductWriter;
import eu.rempart.db.generated.tables.records.ProductRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Products in the database; sealed on the way in, opened on the way out. */
@Repository
class ProductRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  ProductRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  List<Product> all() {
    return dsl.selectFrom(PRODUCT).fetch(this::product);
  }

  Optional<Product> find(ProductId id) {
    return dsl.selectFrom(PRODUCT)
        .where(PRODUCT.ID.eq(id.value()))
        .fetchOptional()
        .map(this::product);
  }

  /** Those of these that are there. */
  List<Product> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(PRODUCT)
        .where(PRODUCT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::product);
  }

  private Product product(ProductRecord row) {
    OpenedProduct opened = new OpenedProduct(row, sealing);
    Map<ProductField, String> unopenable = new EnumMap<>(ProductField.class);
    ProductData data =
        new ProductData(
            text(ProductField.NAME, opened.name(), unopenable),
            text(ProductField.CODE, opened.code(), unopenable),
            text(ProductField.DESCRIPTION, opened.description(), unopenable),
            text(ProductField.UNIT, opened.unit(), unopenable),
            row.getPrice(),
            row.getCurrency(),
            row.getVatCategory(),
            row.getVatRate(),
            row.getOffered(),
            CustomText.values(text(ProductField.CUSTOM, opened.custom(), unopenable)));
    return new Product(new ProductId(row.getId()), row.getVersion(), data, unopenable);
  }

  private static @Nullable String text(
      ProductField field, Opened<String> opened, Map<ProductField, String> unopenable) {
    return switch (opened) {
      case Opened.Clear<String>(var value) -> value;
      case Opened.Unopenable<String>(var code) -> {
        unopenable.put(field, code);
        yield null;
      }
    };
  }

  void insert(Map<ProductId, ProductData> products) {
    ManyRows.insert(
        dsl,
        products.entrySet().stream()
            .map(
                each ->
                    write(each.getKey().value(), EnumSet.allOf(ProductField.class), each.getValue())
                        .forInsert())
            .toList());
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(ProductId id, int version, Set<ProductField> fields, ProductData data) {
    return dsl.update(PRODUCT)
            .set(write(id.value(), fields, data).forUpdate())
            .where(PRODUCT.ID.eq(id.value()), PRODUCT.VERSION.eq(version))
            .execute()
        == 1;
  }

  private ProductWriter write(UUID id, Set<ProductField> fields, ProductData data) {
    ProductWriter writer = new ProductWriter(id, sealing);
    fields.forEach(field -> write(field, data, writer));
    return writer;
  }

  private static void write(ProductField field, ProductData data, ProductWriter to) {
    switch (field) {
      case NAME -> to.name(data.name());
      case CODE -> to.code(data.code());
      case DESCRIPTION -> to.description(data.description());
      case UNIT -> to.unit(data.unit());
      case PRICE -> to.price(data.price());
      case CURRENCY -> to.currency(data.currency());
      case VAT_CATEGORY -> to.vatCategory(data.vatCategory());
      case VAT_RATE -> to.vatRate(data.vatRate());
      case OFFERED -> to.offered(data.offered());
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
    }
  }

  /** The database archives what is deleted. */
  void delete(ProductId id) {
    dsl.deleteFrom(PRODUCT).where(PRODUCT.ID.eq(id.value())).execute();
  }
}
