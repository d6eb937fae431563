package eu.rempart.document;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.history.RecordRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What of documents whoever acts on this thread is shown, and may change. */
final class DocumentSight {

  private final Rights rights;

  DocumentSight(Rights rights) {
    this.rights = rights;
  }

  /** Without the fields that are hidden. */
  Document seen(Document document) {
    Set<String> hidden = rights.hidden(DocumentSearch.KIND);
    if (hidden.isEmpty()) {
      return document;
    }
    DocumentData data = document.data();
    Map<DocumentField, String> unopenable = new EnumMap<>(DocumentField.class);
    document
        .unopenable()
        .forEach(
            (field, code) -> {
              if (!hidden.contains(field.column())) {
                unopenable.put(field, code);
              }
            });
    return new Document(
        document.id(),
        document.version(),
        new DocumentData(
            shown(DocumentField.NAME, data.name(), hidden),
            shown(DocumentField.FOLDER, data.folder(), hidden),
            shown(DocumentField.SORT, data.sort(), hidden),
            data.state(),
            shown(DocumentField.PUBLISHED, data.published(), hidden),
            shown(DocumentField.EXPIRES, data.expires(), hidden),
            shown(DocumentField.DESCRIPTION, data.description(), hidden),
            shown(DocumentField.OWNER, data.owner(), hidden),
            hidden.contains(DocumentField.TAGS.column()) ? Set.of() : data.tags()),
        document.file(),
        unopenable,
        document.created(),
        document.changed());
  }

  /** With the days that are hidden as they are stored: of two days one comes before the other. */
  DocumentData dated(DocumentData after, Supplier<Optional<Document>> stored) {
    Set<String> hidden = rights.hidden(DocumentSearch.KIND);
    boolean published = hidden.contains(DocumentField.PUBLISHED.column());
    boolean expires = hidden.contains(DocumentField.EXPIRES.column());
    return !published && !expires
        ? after
        : stored
            .get()
            .map(Document::data)
            .map(
                now ->
                    new DocumentData(
                        after.name(),
                        after.folder(),
                        after.sort(),
                        after.state(),
                        published ? now.published() : after.published(),
                        expires ? now.expires() : after.expires(),
                        after.description(),
                        after.owner(),
                        after.tags()))
            .orElse(after);
  }

  private static <T> @Nullable T shown(DocumentField field, @Nullable T value, Set<String> hidden) {
    return hidden.contains(field.column()) ? null : value;
  }

  /**
   * Goes on only if these fields may be changed so.
   *
   * @throws eu.rempart.account.NotPermittedException if not
   */
  void requireChange(Set<DocumentField> mine, DocumentData after) {
    rights.requireColumns(DocumentSearch.KIND, mine.stream().map(DocumentField::column).toList());
    if (mine.contains(DocumentField.OWNER)) {
      rights.requireOwners(
          Right.WRITE_RECORDS, DocumentSearch.KIND, Arrays.<@Nullable UUID>asList(after.owner()));
    }
  }

  /** Whether all of these may be read: what one may not read is as good as gone. */
  boolean readable(Collection<RecordRef> records) {
    return records.stream()
        .noneMatch(
            record ->
                rights.allowed(Right.READ_RECORDS, record.kind(), List.of(record.id())).isEmpty());
  }
}
