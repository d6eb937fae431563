package eu.rempart.document;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomFieldSight;
import eu.rempart.history.RecordRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of documents whoever acts on this thread is shown, and may change. */
final class DocumentSight extends CustomFieldSight<Document, DocumentField, DocumentData> {

  DocumentSight(Rights rights, CustomChecks custom) {
    super(
        rights,
        custom,
        DocumentSearch.KIND,
        DocumentField.OWNER,
        DocumentField.CUSTOM,
        DocumentData.EMPTY);
  }

  @Override
  protected UUID idOf(Document found) {
    return found.id().value();
  }

  @Override
  protected DocumentData dataOf(Document found) {
    return found.data();
  }

  @Override
  protected @Nullable UUID ownerOf(DocumentData data) {
    return data.owner();
  }

  @Override
  protected DocumentData ownedBy(DocumentData data, @Nullable UUID newOwner) {
    return data.ownedBy(newOwner);
  }

  @Override
  protected CustomValues customOf(DocumentData data) {
    return data.custom();
  }

  @Override
  protected DocumentData with(DocumentData data, CustomValues custom) {
    return data.filled(custom);
  }

  @Override
  protected DocumentData copy(Set<DocumentField> fields, DocumentData source, DocumentData target) {
    return DocumentField.copy(fields, source, target);
  }

  /** Without the fields that are hidden. */
  Document seen(Document document) {
    return showsAll()
        ? document
        : new Document(
            document.id(),
            document.version(),
            shown(document.data()),
            document.file(),
            codes(document.unopenable()),
            document.created(),
            document.changed());
  }

  /** Whether all of these may be read: what one may not read is as good as gone. */
  static boolean readable(Rights rights, Collection<RecordRef> records) {
    return records.stream()
        .noneMatch(
            record ->
                rights.allowed(Right.READ_RECORDS, record.kind(), List.of(record.id())).isEmpty());
  }
}
