package eu.rempart.document;

import static eu.rempart.db.generated.Tables.DOCUMENT;

import eu.rempart.common.Trace;
import eu.rempart.common.custom.CustomText;
import eu.rempart.db.generated.DocumentWriter;
import eu.rempart.db.generated.OpenedDocument;
import eu.rempart.db.generated.tables.records.DocumentRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.document.file.FileId;
import eu.rempart.document.folder.FolderId;
import eu.rempart.tag.TagIds;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Documents in the database; sealed on the way in, opened on the way out. */
@Repository
class DocumentRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  DocumentRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  Optional<Document> find(DocumentId id) {
    return dsl.selectFrom(DOCUMENT)
        .where(DOCUMENT.ID.eq(id.value()))
        .fetchOptional()
        .map(this::document);
  }

  List<Document> findAll(Collection<UUID> ids) {
    return dsl.selectFrom(DOCUMENT)
        .where(DOCUMENT.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .fetch(this::document);
  }

  /** Those in a folder, or beside all folders; the ones changed last come first. */
  List<Document> in(@Nullable FolderId folder, int offset, int limit) {
    return dsl.selectFrom(DOCUMENT)
        .where(lies(folder))
        .orderBy(DOCUMENT.CHANGED_AT.desc(), DOCUMENT.ID.desc())
        .offset(offset)
        .limit(limit)
        .fetch(this::document);
  }

  int countUpTo(@Nullable FolderId folder, int cap) {
    return dsl.fetchCount(DSL.select(DOCUMENT.ID).from(DOCUMENT).where(lies(folder)).limit(cap));
  }

  private static Condition lies(@Nullable FolderId folder) {
    return folder == null ? DSL.noCondition() : DOCUMENT.FOLDER_ID.eq(folder.value());
  }

  /** Waits for whoever adds a file, and holds the document until the transaction ends. */
  boolean lock(DocumentId id) {
    return dsl.select(DOCUMENT.ID)
        .from(DOCUMENT)
        .where(DOCUMENT.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetchOptional()
        .isPresent();
  }

  private Document document(DocumentRecord row) {
    OpenedDocument opened = new OpenedDocument(row, sealing);
    Map<DocumentField, String> unopenable = new EnumMap<>(DocumentField.class);
    note(DocumentField.NAME, opened.name(), unopenable);
    note(DocumentField.DESCRIPTION, opened.description(), unopenable);
    note(DocumentField.CUSTOM, opened.custom(), unopenable);
    return new Document(
        new DocumentId(row.getId()),
        row.getVersion(),
        new DocumentData(
            opened.name().orNull(),
            row.getFolderId() == null ? null : new FolderId(row.getFolderId()),
            row.getKind() == null ? null : DocumentSort.valueOf(row.getKind()),
            DocumentState.valueOf(row.getState()),
            row.getPublished(),
            row.getExpires(),
            opened.description().orNull(),
            row.getOwnerId(),
            TagIds.of(row.getTags()),
            CustomText.values(opened.custom().orNull())),
        new FileId(row.getFileId()),
        unopenable,
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()),
        new Trace(row.getChangedAt().toInstant(), row.getChangedBy(), row.getChangeSource()));
  }

  private static void note(
      DocumentField field, Opened<String> opened, Map<DocumentField, String> unopenable) {
    if (opened instanceof Opened.Unopenable<String>(var code)) {
      unopenable.put(field, code);
    }
  }

  void insert(DocumentId id, DocumentData data, FileId file) {
    DocumentWriter writer = new DocumentWriter(id.value(), sealing).fileId(file.value());
    EnumSet.allOf(DocumentField.class).forEach(field -> write(field, data, writer));
    dsl.insertInto(DOCUMENT).set(writer.forInsert()).execute();
  }

  private static void write(DocumentField field, DocumentData data, DocumentWriter to) {
    switch (field) {
      case NAME -> to.name(data.name());
      case FOLDER -> to.folderId(data.folder() == null ? null : data.folder().value());
      case SORT -> to.kind(data.sort() == null ? null : data.sort().name());
      case STATE -> to.state(data.state().name());
      case PUBLISHED -> to.published(data.published());
      case EXPIRES -> to.expires(data.expires());
      case DESCRIPTION -> to.description(data.description());
      case OWNER -> to.ownerId(data.owner());
      case TAGS -> to.tags(TagIds.column(data.tags()));
      case CUSTOM -> to.custom(CustomText.write(data.custom()));
    }
  }

  /** Writes these fields, if the version is still this one. */
  boolean update(DocumentId id, int version, Set<DocumentField> fields, DocumentData data) {
    DocumentWriter writer = new DocumentWriter(id.value(), sealing);
    fields.forEach(field -> write(field, data, writer));
    return dsl.update(DOCUMENT)
            .set(writer.forUpdate())
            .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Writes each, if its version is still the one that was read; answers those that are not. */
  Set<DocumentId> updateAll(Map<Document, DocumentData> changes) {
    Set<DocumentId> stale = new HashSet<>();
    changes.forEach(
        (before, after) -> {
          Set<DocumentField> fields = DocumentField.changed(before.data(), after);
          if (!fields.isEmpty() && !update(before.id(), before.version(), fields, after)) {
            stale.add(before.id());
          }
        });
    return stale;
  }

  /** Lets another of its files count. */
  void use(DocumentId id, FileId file) {
    dsl.update(DOCUMENT)
        .set(DOCUMENT.FILE_ID, file.value())
        .where(DOCUMENT.ID.eq(id.value()), DOCUMENT.FILE_ID.ne(file.value()))
        .execute();
  }

  /** The database archives what is deleted, with its files and links. */
  int delete(Collection<UUID> ids) {
    return dsl.deleteFrom(DOCUMENT).where(DOCUMENT.ID.in(ids)).execute();
  }
}
