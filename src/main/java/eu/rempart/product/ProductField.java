package eu.rempart.product;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a product, each with its column; the one list of them in this room. */
public enum ProductField {
  NAME("name", ProductData::name),
  CODE("code", ProductData::code),
  DESCRIPTION("description", ProductData::description),
  UNIT("unit", ProductData::unit),
  PRICE("price", ProductData::price),
  CURRENCY("currency", ProductData::currency),
  VAT_CATEGORY("vat_category", ProductData::vatCategory),
  VAT_RATE("vat_rate", ProductData::vatRate),
  OFFERED("offered", ProductData::offered);

  private final String column;
  private final Function<ProductData, @Nullable Object> value;

  ProductField(String column, Function<ProductData, @Nullable Object> value) {
    this.column = column;
    this.value = value;
  }

  /** Its column in SQL, which also names its label: {@code product.field.COLUMN}. */
  public String column() {
    return column;
  }

  /** The fields in which the two differ. */
  public static Set<ProductField> changed(ProductData before, ProductData after) {
    Set<ProductField> changed = EnumSet.noneOf(ProductField.class);
    for (ProductField field : values()) {
      if (!Objects.equals(field.value.apply(before), field.value.apply(after))) {
        changed.add(field);
      }
    }
    return changed;
  }
}
