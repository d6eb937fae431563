package eu.rempart.note;

import static eu.rempart.db.generated.Tables.NOTE;

import eu.rempart.db.WholeTables;
import eu.rempart.db.generated.OpenedNote;
import eu.rempart.db.generated.tables.records.NoteRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.richtext.RichText;
import eu.rempart.search.SearchDocument;
import eu.rempart.search.SearchSource;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchSchema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What the index knows of notes. */
@Component
class NoteSearch implements SearchSource {

  static final String KIND = "note";
  static final SearchField<String> BEGINNING =
      SearchField.text("beginning").notSearched().asSorted();
  static final SearchField<String> TEXT = SearchField.text("text");
  static final SearchField<UUID> ABOUT = SearchField.id("about");
  static final SearchField<UUID> AUTHOR = SearchField.id("author");
  static final SearchField<UUID> MENTIONED = SearchField.id("mentioned");
  static final SearchField<Boolean> PINNED = SearchField.flag("pinned");
  static final SearchField<Instant> CREATED = SearchField.instant("created");

  private static final SearchSchema SCHEMA =
      SearchSchema.of(KIND, BEGINNING, TEXT, ABOUT, AUTHOR, MENTIONED, PINNED, CREATED);

  private static final int BATCH = 500;

  private final DSLContext dsl;
  private final Sealing sealing;
  private final WholeTables tables;

  NoteSearch(DSLContext dsl, Sealing sealing, WholeTables tables) {
    this.dsl = dsl;
    this.sealing = sealing;
    this.tables = tables;
  }

  @Override
  public SearchSchema schema() {
    return SCHEMA;
  }

  @Override
  public long estimate() {
    return dsl.fetchCount(NOTE);
  }

  @Override
  public void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches) {
    tables.read(
        dsl.selectFrom(NOTE),
        BATCH,
        rows -> batches.accept(() -> rows.stream().map(this::document).toList()));
  }

  @Override
  public List<SearchDocument> read(Set<UUID> ids) {
    return dsl.selectFrom(NOTE)
        .where(NOTE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::document);
  }

  private SearchDocument document(NoteRecord row) {
    String html = new OpenedNote(row, sealing).body().orNull();
    RichText body = html == null ? RichText.EMPTY : new RichText(html);
    return SearchDocument.of(row.getId())
        .with(BEGINNING, body.beginning(NoteKind.NAME))
        .with(TEXT, body.plain())
        .with(ABOUT, NoteRepository.about(row).id())
        .with(AUTHOR, row.getCreatedBy())
        .withAll(MENTIONED, body.mentions())
        .with(PINNED, row.getPinned())
        .with(CREATED, row.getCreatedAt().toInstant())
        .build();
  }
}
