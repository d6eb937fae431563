package eu.rempart.document;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.TimelineKey;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.history.RecordRef;
import eu.rempart.search.SearchIndex;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Which document is about which record. Every method needs a right, and throws where it is missing.
 */
@Service
public class DocumentLinkService {

  private final DocumentLinkRepository repository;
  private final SearchIndex index;
  private final Writes writes;
  private final Rights rights;

  DocumentLinkService(
      DocumentLinkRepository repository, SearchIndex index, Writes writes, Rights rights) {
    this.repository = repository;
    this.index = index;
    this.writes = writes;
    this.rights = rights;
  }

  /** Whether documents are linked with such records; tells nothing of any of them. */
  @PermitAll
  public static boolean isAbout(String kind) {
    return DocumentLinkRepository.ABOUT.containsKey(kind);
  }

  /** When documents were linked with a record, newest first; the keys have their ids. */
  public List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.keys(about, before, limit);
  }

  /** What a document is linked with, in the order in which that was done. */
  public List<DocumentLink> of(DocumentId document) {
    rights.require(Right.READ_RECORDS);
    return repository.of(document);
  }

  /** Links it with a record; false where either is not there any more. */
  public boolean link(DocumentId document, RecordRef about) {
    rights.require(Right.WRITE_RECORDS, DocumentSearch.KIND, List.of(document.value()));
    RecordRef itself = new RecordRef(DocumentSearch.KIND, document.value());
    if (!DocumentSight.readable(rights, List.of(itself, about))) {
      return false;
    }
    try {
      writes.run(Reason.EDIT, change -> repository.insert(document, about));
    } catch (DataIntegrityViolationException _) {
      return false;
    }
    changed(document);
    return true;
  }

  /**
   * Moves a link to the bin.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID unlink(DocumentLink link) {
    rights.require(Right.WRITE_RECORDS, DocumentSearch.KIND, List.of(link.document().value()));
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(link.id()));
    changed(link.document());
    return changeId;
  }

  private void changed(DocumentId document) {
    if (!writes.isRunning()) {
      index.changed(DocumentSearch.KIND, Set.of(document.value()));
    }
  }
}
