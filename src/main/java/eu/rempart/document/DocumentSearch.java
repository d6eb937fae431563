package eu.rempart.document;

import static eu.rempart.db.generated.Tables.DOCUMENT;
import static eu.rempart.db.generated.Tables.DOCUMENT_FILE;
import static eu.rempart.db.generated.Tables.DOCUMENT_WORDS;

import eu.rempart.common.custom.CustomText;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.DocumentFileSealed;
import eu.rempart.db.generated.DocumentSealed;
import eu.rempart.db.generated.DocumentWordsSealed;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.document.file.FileCategory;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.tag.TagIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the index knows of documents: what they are called, and the different words of the file that
 * counts, up to a number (decision record 0085).
 */
@Component
class DocumentSearch implements SearchSource {

  static final String KIND = "document";
  static final SearchField<String> NAME = SearchField.text("name").asSorted();
  static final SearchField<String> FILE = SearchField.text("file");
  static final SearchField<String> DESCRIPTION = SearchField.text("description");
  static final SearchField<String> WORDS = SearchField.text("words");
  static final SearchField<UUID> FOLDER = SearchField.id("folder").showing("folder_id");
  static final SearchField<UUID> OWNER = SearchField.id("owner");
  static final SearchField<UUID> ABOUT = SearchField.id("about");
  static final SearchField<UUID> TAG = SearchField.id("tag").showing("tags");
  static final SearchField<Instant> ADDED = SearchField.instant("added");
  static final SearchField<Instant> CHANGED = SearchField.instant("changed");
  static final SearchField<DocumentState> STATE = SearchField.choice("state", DocumentState.class);
  static final SearchField<LocalDate> PUBLISHED = SearchField.date("published");
  static final SearchField<LocalDate> EXPIRES = SearchField.date("expires");

  /** What they are for. */
  static final SearchField<DocumentSort> SORT = SearchField.choice("kind", DocumentSort.class);

  /** What the file that counts is. */
  static final SearchField<FileCategory> TYPE = SearchField.choice("type", FileCategory.class);

  /** Bytes of the file that counts. */
  static final SearchField<Long> SIZE = SearchField.number("size");

  private static final SearchSchema KNOWN =
      SearchSchema.of(
          KIND,
          NAME,
          FILE,
          DESCRIPTION,
          WORDS,
          FOLDER,
          OWNER,
          ABOUT,
          TAG,
          ADDED,
          CHANGED,
          STATE,
          PUBLISHED,
          EXPIRES,
          SORT,
          TYPE,
          SIZE);

  /** Each has eight kilobytes of words. */
  private static final int BATCH = 250;

  /** Characters of a value that the index looks at. */
  private static final int VALUE = 1_000;

  private static final List<Field<?>> COLUMNS =
      List.of(
          DOCUMENT.ID,
          DOCUMENT.NAME,
          DOCUMENT.DESCRIPTION,
          DOCUMENT.FOLDER_ID,
          DOCUMENT.OWNER_ID,
          DOCUMENT.TAGS,
          DOCUMENT.CREATED_AT,
          DOCUMENT.CHANGED_AT,
          DOCUMENT.KIND,
          DOCUMENT.STATE,
          DOCUMENT.PUBLISHED,
          DOCUMENT.EXPIRES,
          DOCUMENT.CUSTOM,
          DOCUMENT_FILE.ID,
          DOCUMENT_FILE.NAME,
          DOCUMENT_FILE.MEDIA_TYPE,
          DOCUMENT_FILE.SIZE,
          DOCUMENT_WORDS.WORDS);

  private final DSLContext dsl;
  private final Sealing sealing;
  private final DocumentLinkRepository links;
  private final WholeTables tables;
  private final CustomIndex custom;

  DocumentSearch(
      DSLContext dsl,
      Sealing sealing,
      DocumentLinkRepository links,
      WholeTables tables,
      CustomIndex custom) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.links = links;
    this.tables = tables;
    this.custom = custom;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public SearchSchema schema() {
    return custom.schema(KNOWN);
  }

  @Override
  public boolean shapedBy(String table, Collection<UUID> rows) {
    return custom.shapes(KIND, table, rows);
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(DOCUMENT);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(select(), BATCH, rows -> batches.accept(() -> documents(rows)));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return documents(select().where(DOCUMENT.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch());
  }

  /** Of a changed link or file, and of words that were read, the database names the document. */
  @Override
  public Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(KIND, Function.identity(), "document_words", Function.identity());
  }

  private SelectJoinStep<Record> select() {
    return dsl.select(COLUMNS)
        .from(DOCUMENT)
        .leftJoin(DOCUMENT_FILE)
        .on(DOCUMENT_FILE.ID.eq(DOCUMENT.FILE_ID))
        .leftJoin(DOCUMENT_WORDS)
        .on(DOCUMENT_WORDS.ID.eq(DOCUMENT.FILE_ID));
  }

  private List<SearchDocument> documents(List<? extends Record> rows) {
    Map<UUID, List<UUID>> about =
        links.recordsOf(rows.stream().map(row -> row.get(DOCUMENT.ID)).toList());
    CustomIndex.Writer own = custom.writer(KIND);
    return rows.stream().map(row -> document(row, own, about)).toList();
  }

  private SearchDocument document(Record row, CustomIndex.Writer own, Map<UUID, List<UUID>> about) {
    UUID id = row.get(DOCUMENT.ID);
    UUID file = row.get(DOCUMENT_FILE.ID);
    var sealed = sealing.of(KIND, id);
    SearchDocument.Builder document =
        SearchDocument.of(id)
            .with(NAME, sealed.open(DocumentSealed.NAME, row.get(DOCUMENT.NAME)).orNull())
            .with(
                FILE,
                file == null
                    ? null
                    : sealing
                        .of("document_file", file)
                        .open(DocumentFileSealed.NAME, row.get(DOCUMENT_FILE.NAME))
                        .orNull())
            .with(
                DESCRIPTION,
                sealed.open(DocumentSealed.DESCRIPTION, row.get(DOCUMENT.DESCRIPTION)).orNull())
            .withAll(WORDS, file == null ? List.of() : words(file, row.get(DOCUMENT_WORDS.WORDS)))
            .with(FOLDER, row.get(DOCUMENT.FOLDER_ID))
            .with(OWNER, row.get(DOCUMENT.OWNER_ID))
            .withAll(ABOUT, about.getOrDefault(id, List.of()))
            .withAll(TAG, TagIds.of(row.get(DOCUMENT.TAGS)))
            .with(ADDED, row.get(DOCUMENT.CREATED_AT).toInstant())
            .with(CHANGED, row.get(DOCUMENT.CHANGED_AT).toInstant())
            .with(SORT, sort(row.get(DOCUMENT.KIND)))
            .with(STATE, DocumentState.valueOf(row.get(DOCUMENT.STATE)))
            .with(PUBLISHED, row.get(DOCUMENT.PUBLISHED))
            .with(EXPIRES, row.get(DOCUMENT.EXPIRES))
            .with(TYPE, file == null ? null : type(file, row.get(DOCUMENT_FILE.MEDIA_TYPE)))
            .with(SIZE, file == null ? null : size(file, row.get(DOCUMENT_FILE.SIZE)));
    own.add(
        document,
        CustomText.values(sealed.open(DocumentSealed.CUSTOM, row.get(DOCUMENT.CUSTOM)).orNull()));
    return document.build();
  }

  private static @Nullable DocumentSort sort(@Nullable String kind) {
    return kind == null ? null : DocumentSort.valueOf(kind);
  }

  private @Nullable FileCategory type(UUID file, byte @Nullable [] ciphertext) {
    String type =
        sealing.of("document_file", file).open(DocumentFileSealed.MEDIA_TYPE, ciphertext).orNull();
    return type == null ? null : FileCategory.of(type);
  }

  private @Nullable Long size(UUID file, byte @Nullable [] ciphertext) {
    String bytes =
        sealing.of("document_file", file).open(DocumentFileSealed.SIZE, ciphertext).or("");
    return bytes.isEmpty() ? null : Long.valueOf(bytes);
  }

  /** What a list lets through, but for its further conditions. */
  static Filter filter(DocumentQuery wanted) {
    DocumentFilter filter = wanted.filter();
    List<Filter> all = new ArrayList<>();
    one(TYPE, filter.types(), all);
    one(SORT, filter.sorts(), all);
    one(FOLDER, filter.folders(), all);
    one(OWNER, filter.owners(), all);
    one(TAG, filter.tags(), all);
    LocalDate from = filter.from();
    LocalDate to = filter.to();
    if (from != null || to != null) {
      all.add(
          Filter.between(
              ADDED,
              from == null ? null : from.atStartOfDay(wanted.zone()).toInstant(),
              to == null
                  ? null
                  : to.plusDays(1).atStartOfDay(wanted.zone()).toInstant().minusNanos(1_000)));
    }
    return Filter.and(all.toArray(Filter[]::new));
  }

  private static <T> void one(SearchField<T> field, Set<T> of, List<Filter> all) {
    if (!of.isEmpty()) {
      all.add(Filter.in(field, of));
    }
  }

  /** In parts that are short enough to be looked at whole, none of which ends within a word. */
  private List<String> words(UUID file, byte @Nullable [] ciphertext) {
    String words =
        sealing.of("document_words", file).open(DocumentWordsSealed.WORDS, ciphertext).or("");
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (words.length() - from > VALUE) {
      int blank = words.lastIndexOf(' ', from + VALUE);
      int end = blank > from ? blank : from + VALUE;
      parts.add(words.substring(from, end));
      from = end;
    }
    parts.add(words.substring(from));
    return parts;
  }
}
