package eu.rempart.note;

import static eu.rempart.db.generated.Tables.NOTE;

import eu.rempart.common.TimelineKey;
import eu.rempart.common.Trace;
import eu.rempart.db.ManyRows;
import eu.rempart.db.generated.NoteWriter;
import eu.rempart.db.generated.OpenedNote;
import eu.rempart.db.generated.tables.records.NoteRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notes in the database; sealed on the way in, opened on the way out. */
@Repository
class NoteRepository {

  /** Kind of record → the column that holds its id. */
  static final Map<String, TableField<NoteRecord, UUID>> ABOUT =
      Map.of("contact", NOTE.CONTACT_ID, "company", NOTE.COMPANY_ID, "deal", NOTE.DEAL_ID);

  private final DSLContext dsl;
  private final Sealing sealing;

  NoteRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  Optional<Note> find(NoteId id) {
    return dsl.selectFrom(NOTE).where(NOTE.ID.eq(id.value())).fetchOptional().map(this::note);
  }

  List<Note> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(NOTE)
        .where(NOTE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::note);
  }

  /** When the notes about a record were written, newest first; opens nothing. */
  List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    return dsl.select(NOTE.CREATED_AT, NOTE.ID)
        .from(NOTE)
        .where(is(about), NOTE.PINNED.isFalse())
        .and(
            before == null
                ? DSL.noCondition()
                : DSL.row(NOTE.CREATED_AT, NOTE.ID).lt(before.time(), before.id()))
        .orderBy(NOTE.CREATED_AT.desc(), NOTE.ID.desc())
        .limit(limit)
        .fetch(row -> new TimelineKey(row.value1().toInstant(), row.value2()));
  }

  List<Note> pinned(RecordRef about, int limit) {
    return dsl.selectFrom(NOTE)
        .where(is(about), NOTE.PINNED.isTrue())
        .orderBy(NOTE.CREATED_AT.desc(), NOTE.ID.desc())
        .limit(limit)
        .fetch(this::note);
  }

  private static Condition is(RecordRef about) {
    return column(about).eq(about.id());
  }

  private static TableField<NoteRecord, UUID> column(RecordRef about) {
    TableField<NoteRecord, UUID> column = ABOUT.get(about.kind());
    if (column == null) {
      throw new IllegalArgumentException("no notes are kept about a " + about.kind());
    }
    return column;
  }

  private Note note(NoteRecord row) {
    return new Note(
        new NoteId(row.getId()),
        row.getVersion(),
        about(row),
        body(row),
        row.getPinned(),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  private Opened<RichText> body(NoteRecord row) {
    return switch (new OpenedNote(row, sealing).body()) {
      case Opened.Clear<String>(var html) ->
          new Opened.Clear<>(html == null ? RichText.EMPTY : new RichText(html));
      case Opened.Unopenable<String>(var code) -> new Opened.Unopenable<>(code);
    };
  }

  /** Which record a row is about. */
  static RecordRef about(NoteRecord row) {
    return ABOUT.entrySet().stream()
        .filter(kind -> row.get(kind.getValue()) != null)
        .findFirst()
        .map(kind -> new RecordRef(kind.getKey(), row.get(kind.getValue())))
        .orElseThrow();
  }

  void insert(Collection<NewNote> notes) {
    ManyRows.insert(dsl, notes.stream().map(this::sealed).toList());
  }

  private NoteRecord sealed(NewNote note) {
    NoteRecord row =
        new NoteWriter(note.id().value(), sealing)
            .body(note.body().html())
            .pinned(note.pinned())
            .forInsert();
    row.set(column(note.about()), note.about().id());
    return row;
  }

  /** Writes the text, if the version is still this one. */
  boolean update(NoteId id, int version, RichText body) {
    return dsl.update(NOTE)
            .set(new NoteWriter(id.value(), sealing).body(body.html()).forUpdate())
            .where(NOTE.ID.eq(id.value()), NOTE.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** False where it is not there, or is so already. */
  boolean pin(NoteId id, boolean pinned) {
    return dsl.update(NOTE)
            .set(NOTE.PINNED, pinned)
            .where(NOTE.ID.eq(id.value()), NOTE.PINNED.ne(pinned))
            .execute()
        == 1;
  }

  /** The database archives what is deleted. */
  void delete(NoteId id) {
    dsl.deleteFrom(NOTE).where(NOTE.ID.eq(id.value())).execute();
  }
}
