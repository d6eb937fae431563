package eu.rempart.document.folder;

import static eu.rempart.db.generated.Tables.DOCUMENT_FOLDER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import eu.rempart.db.generated.DocumentFolderWriter;
import eu.rempart.db.generated.OpenedDocumentFolder;
import eu.rempart.db.generated.tables.records.DocumentFolderRecord;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.Sealing;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Folders in the database. */
@Repository
class FolderRepository {

  private final DSLContext dsl;
  private final Sealing sealing;

  FolderRepository(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** All of them, in no order. */
  List<Folder> all() {
    return dsl.selectFrom(DOCUMENT_FOLDER).fetch(this::folder);
  }

  private Folder folder(DocumentFolderRecord row) {
    return new Folder(
        new FolderId(row.getId()),
        row.getVersion(),
        row.getParentId() == null ? null : new FolderId(row.getParentId()),
        switch (new OpenedDocumentFolder(row, sealing).name()) {
          case Opened.Clear<String>(var name) -> name == null ? "" : name;
          case Opened.Unopenable<String>(var code) -> code;
        });
  }

  /** Holds all folders until the transaction ends: a tree is changed by one at a time. */
  void lock() {
    dsl.execute("SELECT pg_advisory_xact_lock(7310580)");
  }

  void insert(FolderId id, @Nullable FolderId parent, String name) {
    dsl.insertInto(DOCUMENT_FOLDER).set(writer(id, parent, name).forInsert()).execute();
  }

  void update(FolderId id, @Nullable FolderId parent, String name) {
    dsl.update(DOCUMENT_FOLDER)
        .set(writer(id, parent, name).forUpdate())
        .where(DOCUMENT_FOLDER.ID.eq(id.value()))
        .execute();
  }

  private DocumentFolderWriter writer(FolderId id, @Nullable FolderId parent, String name) {
    return new DocumentFolderWriter(id.value(), sealing)
        .parentId(parent == null ? null : parent.value())
        .name(name);
  }

  /** Whether nothing lies in it, be it for whoever acts on this thread to see or not. */
  boolean isEmpty(FolderId id) {
    return Boolean.FALSE.equals(
        dsl.select(field("rempart.holds_documents({0})", Boolean.class, val(id.value())))
            .fetchOne(0, Boolean.class));
  }

  /** The database archives what is deleted. */
  void delete(FolderId id) {
    dsl.deleteFrom(DOCUMENT_FOLDER).where(DOCUMENT_FOLDER.ID.eq(id.value())).execute();
  }
}
