package eu.rempart.product;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.Page;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.IndexState;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.SearchQuery;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The door to products. Every method needs a right, and throws where it is missing. */
@Service
public class ProductService {

  private static final String KIND = ProductKind.KIND;

  private final ProductRepository repository;
  private final Writes writes;
  private final Rights rights;
  private final CustomChecks custom;
  private final CustomIndex customs;
  private final CurrentMember current;
  private final KindSearch index;

  ProductService(
      ProductRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom,
      CustomIndex customs,
      CurrentMember current) {
    this.repository = repository;
    this.index = new KindSearch(index, KIND);
    this.writes = writes;
    this.rights = rights;
    this.custom = custom;
    this.customs = customs;
    this.current = current;
  }

  /**
   * A page of those that a text finds in name, code, description or own fields; of all for a blank
   * one.
   *
   * @param reader in whose language they are sorted while the index is being built
   */
  public Page<Product> page(String text, int offset, int limit, Locale reader) {
    rights.require(Right.READ_RECORDS, KIND);
    // whoever reads their own records alone reads all products, which nobody owns: the index says
    // no
    if (!index.state().ready() || current.rights().owners(Right.READ_RECORDS, KIND).isPresent()) {
      CustomIndex.Writer own = customs.writer(KIND);
      List<Product> found = all(reader).stream().filter(each -> has(each, own, text)).toList();
      return new Page<>(
          found.stream().skip(offset).limit(limit).toList(), found.size(), true, false);
    }
    SearchPage page = index.page(SearchQuery.all(KIND).text(text), offset, limit);
    Map<UUID, Product> found =
        repository.findAll(page.ids()).stream()
            .collect(Collectors.toMap(each -> each.id().value(), each -> each));
    return page.with(page.ids().stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList());
  }

  private boolean has(Product product, CustomIndex.Writer own, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    ProductData data = product.data();
    return Stream.concat(
            Stream.of(product.name(), data.code(), data.description()),
            own.searched(data.custom(), rights.hidden(KIND)))
        .anyMatch(part -> part != null && part.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Those of these that are there, in no order. */
  public List<Product> findAll(Collection<UUID> ids) {
    rights.require(Right.READ_RECORDS, KIND);
    return ids.isEmpty() ? List.of() : repository.findAll(ids);
  }

  /** How far the index of products is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS, KIND);
    return index.state();
  }

  /** Lets the next search see products that came back from the bin. */
  public void cameBack(ProductId id) {
    rights.require(Right.READ_RECORDS, KIND);
    changed(List.of(id.value()));
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(Collection<UUID> ids) {
    if (!writes.isRunning()) {
      index.changed(ids);
    }
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
    custom.check(
        rights,
        KIND,
        products.values().stream()
            .map(data -> new CustomChecks.Change(CustomValues.NONE, data.custom()))
            .toList());
    writes.run(reason, change -> repository.insert(products));
    changed(products.keySet().stream().map(ProductId::value).toList());
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
    custom.check(rights, KIND, before.custom(), after.custom());
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                Reason.EDIT, change -> repository.update(id, version, mine, after));
    Optional<Product> now = repository.find(id);
    if (now.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      ProductData kept = now.get().data();
      return SaveResult.stale(
          now.get(), mine, ProductField.changed(before, kept), ProductField.changed(after, kept));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(now.get());
  }

  /**
   * Moves a product to the bin. Quotes keep what they say of it.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(ProductId id) {
    rights.require(Right.ARCHIVE_RECORDS, KIND);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(id));
    changed(List.of(id.value()));
    return changeId;
  }
}
