package eu.rempart.product;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.ProductSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about products. */
@Component
class ProductKind implements RecordKind {

  static final String KIND = "product";

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.PRODUCT;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(ProductSealed.NAME)) {
      case Opened.Clear<String>(var name) -> name == null ? "" : name;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("vat_category", "quote.vat.");
  }

  @Override
  public Map<String, String> amounts() {
    return Map.of("price", "currency");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  /** A price means nothing without its currency, nor a rate without its category. */
  @Override
  public Set<String> alongWith(String column) {
    return switch (column) {
      case "price" -> Set.of("currency");
      case "currency" -> Set.of("price");
      case "vat_rate" -> Set.of("vat_category");
      case "vat_category" -> Set.of("vat_rate");
      default -> Set.of();
    };
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("products/" + id);
  }
}
