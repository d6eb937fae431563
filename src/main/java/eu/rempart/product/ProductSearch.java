package eu.rempart.product;

import static eu.rempart.db.generated.Tables.PRODUCT;

import eu.rempart.common.custom.CustomText;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedProduct;
import eu.rempart.db.generated.tables.records.ProductRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What the index knows of products: what they are called, what quotes say of them, and what they
 * have in fields of the organisation's own.
 */
@Component
class ProductSearch implements SearchSource {

  static final SearchField<String> NAME = SearchField.text("name").asSorted();
  static final SearchField<String> CODE = SearchField.text("code");
  static final SearchField<String> DESCRIPTION = SearchField.text("description");

  private static final SearchSchema KNOWN =
      SearchSchema.of(ProductKind.KIND, NAME, CODE, DESCRIPTION);

  private static final int BATCH = 500;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;
  private final CustomIndex custom;

  ProductSearch(DSLContext dsl, Sealing sealing, WholeTables tables, CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return ProductKind.KIND;
  }

  @Override
  public SearchSchema schema() {
    return custom.schema(KNOWN);
  }

  @Override
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(ProductKind.KIND, table, rows);
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(PRODUCT);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(dsl.selectFrom(PRODUCT), BATCH, rows -> batches.accept(() -> documents(rows)));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(
        dsl.selectFrom(PRODUCT).where(PRODUCT.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch());
  }

  private List<SearchDocument> documents(List<ProductRecord> rows) {
    CustomIndex.Writer own = custom.writer(ProductKind.KIND);
    return rows.stream().map(row -> document(row, own)).toList();
  }

  private SearchDocument document(ProductRecord row, CustomIndex.Writer own) {
    OpenedProduct opened = new OpenedProduct(row, sealing);
    SearchDocument.Builder document =
        SearchDocument.of(row.getId())
            .with(NAME, opened.name().orNull())
            .with(CODE, opened.code().orNull())
            .with(DESCRIPTION, opened.description().orNull());
    own.add(document, CustomText.values(opened.custom().orNull()));
    return document.build();
  }
}
