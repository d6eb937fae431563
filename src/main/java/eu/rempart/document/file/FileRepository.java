package eu.rempart.document.file;

import static eu.rempart.db.generated.Tables.DOCUMENT_CHUNK;
import static eu.rempart.db.generated.Tables.DOCUMENT_FILE;

import eu.rempart.common.ContentKey;
import eu.rempart.common.Trace;
import eu.rempart.db.generated.DocumentFileWriter;
import eu.rempart.db.generated.OpenedDocumentFile;
import eu.rempart.db.generated.tables.records.DocumentFileRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The files of documents, and their chunks. */
@Repository
class FileRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  FileRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** The newest first. */
  List<StoredFile> of(UUID document) {
    return dsl.selectFrom(DOCUMENT_FILE)
        .where(DOCUMENT_FILE.DOCUMENT_ID.eq(document))
        .orderBy(DOCUMENT_FILE.NUMBER.desc())
        .fetch(this::file);
  }

  Map<UUID, StoredFile> findAll(Collection<UUID> ids) {
    Map<UUID, StoredFile> files = new HashMap<>();
    dsl.selectFrom(DOCUMENT_FILE)
        .where(DOCUMENT_FILE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
        .forEach(row -> files.put(row.getId(), file(row)));
    return files;
  }

  private StoredFile file(DocumentFileRecord row) {
    OpenedDocumentFile opened = new OpenedDocumentFile(row, sealing);
    return new StoredFile(
        new FileId(row.getId()),
        row.getDocumentId(),
        row.getNumber(),
        new FileName(
            switch (opened.name()) {
              case Opened.Clear<String>(var name) -> name == null ? "" : name;
              case Opened.Unopenable<String>(var code) -> code;
            }),
        opened.mediaType().or("application/octet-stream"),
        Long.parseLong(opened.size().or("-1")),
        new Trace(row.getCreatedAt().toInstant(), row.getCreatedBy(), row.getCreatedSource()));
  }

  /** How many chunks a file has, and the key to them; empty where it is gone or does not open. */
  Optional<Locked> locked(FileId id) {
    return dsl.selectFrom(DOCUMENT_FILE)
        .where(DOCUMENT_FILE.ID.eq(id.value()))
        .fetchOptional()
        .flatMap(
            row ->
                Optional.ofNullable(new OpenedDocumentFile(row, sealing).contentKey().orNull())
                    .map(key -> new Locked(row.getChunks(), key)));
  }

  /** What it takes to read a file. */
  record Locked(int chunks, ContentKey key) {}

  /** Sealed chunks from this one on, in their order. */
  List<byte[]> chunks(UUID file, int from, int count) {
    return dsl.select(DOCUMENT_CHUNK.CONTENT)
        .from(DOCUMENT_CHUNK)
        .where(
            DOCUMENT_CHUNK.FILE_ID.eq(file), DOCUMENT_CHUNK.NUMBER.between(from, from + count - 1))
        .orderBy(DOCUMENT_CHUNK.NUMBER)
        .fetch(DOCUMENT_CHUNK.CONTENT);
  }

  /** Makes what was brought the next file of a document, which its caller has locked. */
  void insert(UUID document, UploadRow upload, String mediaType) {
    int number =
        1
            + dsl.select(DSL.coalesce(DSL.max(DOCUMENT_FILE.NUMBER), 0))
                .from(DOCUMENT_FILE)
                .where(DOCUMENT_FILE.DOCUMENT_ID.eq(document))
                .fetchSingle()
                .value1();
    dsl.insertInto(DOCUMENT_FILE)
        .set(
            new DocumentFileWriter(upload.id(), sealing)
                .documentId(document)
                .number(number)
                .name(upload.name().value())
                .mediaType(mediaType)
                .size(String.valueOf(upload.size().bytes()))
                .contentKey(upload.key())
                .chunks(upload.chunks())
                .forInsert())
        .execute();
  }
}
