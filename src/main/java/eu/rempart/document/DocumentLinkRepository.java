package eu.rempart.document;

import static eu.rempart.db.generated.Tables.DOCUMENT_LINK;

import eu.rempart.common.Ids;
import eu.rempart.common.TimelineKey;
import eu.rempart.db.generated.tables.records.DocumentLinkRecord;
import eu.rempart.history.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Which document is about which record. */
@Repository
class DocumentLinkRepository {

  /** Kind of record → the column that holds its id. */
  static final Map<String, TableField<DocumentLinkRecord, UUID>> ABOUT =
      Map.of(
          "contact", DOCUMENT_LINK.CONTACT_ID,
          "company", DOCUMENT_LINK.COMPANY_ID,
          "deal", DOCUMENT_LINK.DEAL_ID);

  private final DSLContext dsl;

  DocumentLinkRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** In the order in which they were made. */
  List<DocumentLink> of(DocumentId document) {
    return dsl.selectFrom(DOCUMENT_LINK)
        .where(DOCUMENT_LINK.DOCUMENT_ID.eq(document.value()))
        .orderBy(DOCUMENT_LINK.ID)
        .fetch(DocumentLinkRepository::link);
  }

  private static DocumentLink link(DocumentLinkRecord row) {
    return ABOUT.entrySet().stream()
        .filter(kind -> row.get(kind.getValue()) != null)
        .findFirst()
        .map(kind -> new RecordRef(kind.getKey(), row.get(kind.getValue())))
        .map(to -> new DocumentLink(row.getId(), new DocumentId(row.getDocumentId()), to))
        .orElseThrow();
  }

  /** The records that each of these documents is about. */
  Map<UUID, List<UUID>> recordsOf(Collection<UUID> documents) {
    return dsl.select(
            DOCUMENT_LINK.DOCUMENT_ID,
            DSL.coalesce(DOCUMENT_LINK.CONTACT_ID, DOCUMENT_LINK.COMPANY_ID, DOCUMENT_LINK.DEAL_ID))
        .from(DOCUMENT_LINK)
        .where(DOCUMENT_LINK.DOCUMENT_ID.eq(DSL.any(documents.toArray(UUID[]::new))))
        .fetchGroups(row -> row.value1(), row -> row.value2());
  }

  /** When documents were linked with a record, newest first: the keys have the documents' ids. */
  List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    return dsl.select(DOCUMENT_LINK.CREATED_AT, DOCUMENT_LINK.DOCUMENT_ID)
        .from(DOCUMENT_LINK)
        .where(column(about).eq(about.id()))
        .and(
            before == null
                ? DSL.noCondition()
                : DSL.row(DOCUMENT_LINK.CREATED_AT, DOCUMENT_LINK.DOCUMENT_ID)
                    .lt(before.time(), before.id()))
        .orderBy(DOCUMENT_LINK.CREATED_AT.desc(), DOCUMENT_LINK.DOCUMENT_ID.desc())
        .limit(limit)
        .fetch(row -> new TimelineKey(row.value1().toInstant(), row.value2()));
  }

  /** Where it is linked already, nothing happens. */
  void insert(DocumentId document, RecordRef about) {
    DocumentLinkRecord row = new DocumentLinkRecord();
    row.setId(Ids.next());
    row.setDocumentId(document.value());
    row.set(column(about), about.id());
    dsl.insertInto(DOCUMENT_LINK).set(row).onConflictDoNothing().execute();
  }

  private static TableField<DocumentLinkRecord, UUID> column(RecordRef about) {
    TableField<DocumentLinkRecord, UUID> column = ABOUT.get(about.kind());
    if (column == null) {
      throw new IllegalArgumentException("no documents are kept about a " + about.kind());
    }
    return column;
  }

  /** The database archives what is deleted. */
  void delete(UUID id) {
    dsl.deleteFrom(DOCUMENT_LINK).where(DOCUMENT_LINK.ID.eq(id)).execute();
  }
}
