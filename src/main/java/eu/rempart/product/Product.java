package eu.rempart.product;

import java.util.Map;

/**
 * A product as it stands.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 */
public record Product(
    ProductId id, int version, ProductData data, Map<ProductField, String> unopenable) {

  public Product {
    unopenable = Map.copyOf(unopenable);
  }

  /** Its name, or the short code of why that does not open. */
  public String name() {
    String name = data.name();
    return name != null ? name : unopenable.getOrDefault(ProductField.NAME, "");
  }
}
