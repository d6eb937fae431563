package eu.rempart.product;

import eu.rempart.common.RecordField;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a product, each with its column; the one list of them in this room. */
public enum ProductField implements RecordField<ProductData> {
  NAME("name", ProductData::name),
  CODE("code", ProductData::code),
  DESCRIPTION("description", ProductData::description),
  UNIT("unit", ProductData::unit),
  PRICE("price", ProductData::price),
  CURRENCY("currency", ProductData::currency),
  VAT_CATEGORY("vat_category", ProductData::vatCategory),
  VAT_RATE("vat_rate", ProductData::vatRate),
  OFFERED("offered", ProductData::offered),
  CUSTOM("custom", ProductData::custom);

  private final String column;
  private final Function<ProductData, @Nullable Object> value;

  ProductField(String column, Function<ProductData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public @Nullable Object valueIn(ProductData data) {
    return value.apply(data);
  }

  /** The fields in which the two differ. */
  public static Set<ProductField> changed(ProductData before, ProductData after) {
    return RecordField.changed(ProductField.class, before, after);
  }

  /** {@code target} with these fields taken from {@code source}. */
  public static ProductData copy(Set<ProductField> fields, ProductData source, ProductData target) {
    Function<ProductField, ProductData> from = field -> fields.contains(field) ? source : target;
    return new ProductData(
        from.apply(NAME).name(),
        from.apply(CODE).code(),
        from.apply(DESCRIPTION).description(),
        from.apply(UNIT).unit(),
        from.apply(PRICE).price(),
        from.apply(CURRENCY).currency(),
        from.apply(VAT_CATEGORY).vatCategory(),
        from.apply(VAT_RATE).vatRate(),
        from.apply(OFFERED).offered(),
        from.apply(CUSTOM).custom());
  }
}
