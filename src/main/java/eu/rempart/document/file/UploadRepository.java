package eu.rempart.document.file;

import static eu.rempart.db.generated.Tables.DOCUMENT_CHUNK;
import static eu.rempart.db.generated.Tables.DOCUMENT_UPLOAD;

import eu.rempart.common.ContentKey;
import eu.rempart.db.generated.DocumentUploadWriter;
import eu.rempart.db.generated.OpenedDocumentUpload;
import eu.rempart.db.generated.tables.records.DocumentUploadRecord;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.content.ContentSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Files on their way in; what tells of them is sealed. */
@Repository
class UploadRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  UploadRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  void insert(UploadRow upload, UUID member, Instant at) {
    dsl.insertInto(DOCUMENT_UPLOAD)
        .set(
            new DocumentUploadWriter(upload.id(), sealing)
                .memberId(member)
                .name(upload.name().value())
                .fingerprint(upload.fingerprint())
                .size(String.valueOf(upload.size().bytes()))
                .contentKey(upload.key())
                .chunks(upload.size().chunks())
                .received(0)
                .startedAt(at.atOffset(ZoneOffset.UTC))
                .touchedAt(at.atOffset(ZoneOffset.UTC))
                .forInsert())
        .execute();
  }

  /** Those of a member that open. */
  List<UploadRow> of(UUID member) {
    return dsl
        .selectFrom(DOCUMENT_UPLOAD)
        .where(DOCUMENT_UPLOAD.MEMBER_ID.eq(member))
        .fetch()
        .stream()
        .flatMap(row -> row(row).stream())
        .toList();
  }

  /** A member's own; empty where it is not there, or does not open. */
  Optional<UploadRow> find(UUID id, UUID member) {
    return dsl.selectFrom(DOCUMENT_UPLOAD)
        .where(DOCUMENT_UPLOAD.ID.eq(id), DOCUMENT_UPLOAD.MEMBER_ID.eq(member))
        .fetchOptional()
        .flatMap(this::row);
  }

  private Optional<UploadRow> row(DocumentUploadRecord row) {
    OpenedDocumentUpload opened = new OpenedDocumentUpload(row, sealing);
    String name = opened.name().orNull();
    String size = opened.size().orNull();
    ContentKey key = opened.contentKey().orNull();
    return name == null || size == null || key == null
        ? Optional.empty()
        : Optional.of(
            new UploadRow(
                row.getId(),
                new FileName(name),
                opened.fingerprint().or(""),
                new ContentSize(Long.parseLong(size)),
                key,
                row.getReceived()));
  }

  /** Adds chunks behind those that are here; false where others came first. */
  boolean append(UUID id, int from, List<byte[]> chunks, Instant at) {
    boolean mine =
        dsl.update(DOCUMENT_UPLOAD)
                .set(DOCUMENT_UPLOAD.RECEIVED, from + chunks.size())
                .set(DOCUMENT_UPLOAD.TOUCHED_AT, at.atOffset(ZoneOffset.UTC))
                .where(DOCUMENT_UPLOAD.ID.eq(id), DOCUMENT_UPLOAD.RECEIVED.eq(from))
                .execute()
            == 1;
    if (mine) {
      var insert =
          dsl.insertInto(
              DOCUMENT_CHUNK,
              DOCUMENT_CHUNK.FILE_ID,
              DOCUMENT_CHUNK.NUMBER,
              DOCUMENT_CHUNK.CONTENT);
      for (int i = 0; i < chunks.size(); i++) {
        insert = insert.values(id, from + i, chunks.get(i));
      }
      insert.execute();
    }
    return mine;
  }

  /** Forgets it; its chunks stay, and belong to the file of the same id. */
  boolean delete(UUID id) {
    return dsl.deleteFrom(DOCUMENT_UPLOAD).where(DOCUMENT_UPLOAD.ID.eq(id)).execute() == 1;
  }

  /** Forgets it and its chunks. */
  void vanish(UUID id) {
    if (delete(id)) {
      dsl.deleteFrom(DOCUMENT_CHUNK).where(DOCUMENT_CHUNK.FILE_ID.eq(id)).execute();
    }
  }

  List<UUID> untouchedSince(Instant limit) {
    return dsl.select(DOCUMENT_UPLOAD.ID)
        .from(DOCUMENT_UPLOAD)
        .where(DOCUMENT_UPLOAD.TOUCHED_AT.lt(limit.atOffset(ZoneOffset.UTC)))
        .fetch(DOCUMENT_UPLOAD.ID);
  }
}
