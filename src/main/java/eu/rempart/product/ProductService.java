package eu.rempart.product;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.SaveResult;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door to products. Every method needs a right, and throws where it is missing. A firm has
 * hundreds of them, not millions: they are read as a whole.
 */
@Service
public class ProductService {

  private static final String KIND = ProductKind.KIND;

  private final ProductRepository repository;
  private final Writes writes;
  private final Rights rights;

  ProductService(ProductRepository repository, Writes writes, Rights rights) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
  }

  /** All products by name, as this language sorts. */
  public List<Product> all(Locale reader) {
    rights.require(Right.READ_RECORDS, KIND);
    Comparator<Object> byName = Collator.getInstance(reader);
    return repository.all().stream()
        .sorted(Comparator.comparing(Product::name, byName).thenComparing(p -> p.id().value()))
        .toList();
  }

  public Optional<Product> find(ProductId id) {
    rights.require(Right.READ_RECORDS, KIND);
    return repository.find(id);
  }

  /**
   * Keeps a new product.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public ProductId create(ProductData data) {
    ProductId id = new ProductId(Ids.next());
    createAll(Map.of(id, data), Reason.EDIT);
    return id;
  }

  /** Keeps many new products at once; see {@link #create}. */
  public void createAll(Map<ProductId, ProductData> products, Reason reason) {
    rights.require(Right.WRITE_RECORDS, KIND);
    products.values().forEach(ProductRules::check);
    writes.run(reason, change -> repository.insert(products));
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public SaveResult<Product, ProductField> save(
      ProductId id, int version, ProductData before, ProductData after) {
    rights.require(Right.WRITE_RECORDS, KIND);
    Set<ProductField> mine = ProductField.changed(before, after);
    // an unopenable name must not block other edits
    if (mine.contains(ProductField.NAME) || before.name() != null) {
      ProductRules.check(after);
    }
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                Reason.EDIT, change -> repository.update(id, version, mine, after));
    Optional<Product> current = repository.find(id);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      ProductData now = current.get().data();
      return SaveResult.stale(
          current.get(), mine, ProductField.changed(before, now), ProductField.changed(after, now));
    }
    return new SaveResult.Saved<>(current.get());
  }

  /**
   * Moves a product to the bin. Quotes keep what they say of it.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(ProductId id) {
    rights.require(Right.ARCHIVE_RECORDS, KIND);
    return writes.inTransaction(
        Reason.ARCHIVE,
        change -> {
          repository.delete(id);
          return change.id();
        });
  }
}
