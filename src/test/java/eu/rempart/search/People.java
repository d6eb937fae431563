package eu.rempart.search;

import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source whose "table" is a map, in the place of a business room. */
final class People implements SearchSource {

  enum Stage {
    LEAD,
    CUSTOMER,
    FORMER
  }

  static final SearchField<String> NAME = SearchField.text("name").asSorted();
  static final SearchField<String> COMPANY = SearchField.text("company").asSorted().asFiltered();
  static final SearchField<String> EMAIL = SearchField.email("email").asSorted();
  static final SearchField<String> PHONE = SearchField.phone("phone");
  static final SearchField<String> TAG = SearchField.keyword("tag");
  static final SearchField<Stage> STAGE = SearchField.choice("stage", Stage.class);
  static final SearchField<UUID> OWNER = SearchField.id("owner");
  static final SearchField<Boolean> CALLABLE = SearchField.flag("callable");
  static final SearchField<Long> REVENUE = SearchField.number("revenue");
  static final SearchField<LocalDate> BIRTHDAY = SearchField.date("birthday");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");
  static final SearchSchema SCHEMA =
      SearchSchema.of(
          "person", NAME, COMPANY, EMAIL, PHONE, TAG, STAGE, OWNER, CALLABLE, REVENUE, BIRTHDAY,
          CHANGED);

  final Map<UUID, SearchDocument> rows = new ConcurrentHashMap<>();
  final Map<UUID, UUID> personOfLink = new ConcurrentHashMap<>();
  final Set<UUID> fields = ConcurrentHashMap.newKeySet();
  @Nullable CountDownLatch holdReading;
  volatile Supplier<SearchSchema> schema = () -> SCHEMA;

  /** What the index asked for: "all", or a set of ids. */
  final BlockingQueue<Object> asked = new LinkedBlockingQueue<>();

  final CountDownLatch readingBegun = new CountDownLatch(1);

  static SearchDocument.Builder person(String name) {
    return person(UUID.randomUUID(), name);
  }

  static SearchDocument.Builder person(UUID id, String name) {
    return SearchDocument.of(id).with(NAME, name);
  }

  UUID put(SearchDocument.Builder builder) {
    SearchDocument document = builder.build();
    rows.put(document.id(), document);
    return document.id();
  }

  @Override
  public String kind() {
    return "person";
  }

  @Override
  public SearchSchema schema() {
    return schema.get();
  }

  @Override
  public long estimate() {
    return rows.size();
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    List<SearchDocument> snapshot = new ArrayList<>(rows.values());
    readingBegun.countDown();
    asked.add("all");
    CountDownLatch hold = holdReading;
    if (hold != null) {
      try {
        hold.await();
      } catch (InterruptedException e) {
        throw new java.util.concurrent.CancellationException();
      }
    }
    for (int from = 0; from < snapshot.size(); from += 500) {
      List<SearchDocument> batch = snapshot.subList(from, Math.min(snapshot.size(), from + 500));
      batches.accept(() -> batch);
    }
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    asked.add(Set.copyOf(ids));
    return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    Map<String, Function<Set<UUID>, Set<UUID>>> tables = new LinkedHashMap<>();
    tables.put("person", ids -> ids);
    tables.put(
        "person_company",
        ids -> Set.copyOf(ids.stream().map(personOfLink::get).filter(Objects::nonNull).toList()));
    return tables;
  }

  /** Fields, if they are those of people. */
  @Override
  public boolean shapedBy(String table, Collection<UUID> changed) {
    return table.equals("field") && fields.stream().anyMatch(changed::contains);
  }

  /** Nothing of what people like shows in these documents. */
  @Override
  public boolean shows(String table, String part) {
    return !part.equals("person_liking");
  }
}
