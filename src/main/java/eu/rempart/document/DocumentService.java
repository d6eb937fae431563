package eu.rempart.document;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.document.file.FileId;
import eu.rempart.document.file.FileName;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.FileService;
import eu.rempart.document.folder.FolderId;
import eu.rempart.history.RecordRef;
import eu.rempart.search.IndexState;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.SearchQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The door to documents. Every method needs a right, and throws where it is missing. */
@Service
public class DocumentService {

  private final DocumentRepository repository;
  private final DocumentLinkRepository links;
  private final FileService files;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final DocumentSight sight;

  DocumentService(
      DocumentRepository repository,
      DocumentLinkRepository links,
      FileService files,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom,
      CurrentMember current) {
    this.repository = repository;
    this.links = links;
    this.files = files;
    this.index = new KindSearch(index, DocumentSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.sight = new DocumentSight(rights, custom);
  }

  public Optional<Document> find(DocumentId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Those of these that are there, by id. */
  public Map<UUID, Document> findAll(Collection<UUID> ids) {
    rights.require(Right.READ_RECORDS);
    Map<UUID, Document> documents = new HashMap<>();
    if (!ids.isEmpty()) {
      repository
          .findAll(ids)
          .forEach(found -> documents.put(found.id().value(), sight.seen(found)));
    }
    return documents;
  }

  /** Those in a folder, or beside all folders; the ones changed last come first. */
  public List<Document> in(@Nullable FolderId folder, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.in(folder, offset, limit).stream().map(sight::seen).toList();
  }

  private List<Document> all(List<UUID> ids) {
    Map<UUID, Document> found = findAll(ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
  }

  /** The first few whose name, file or description has these words; none until all are indexed. */
  public List<Document> search(String text, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      return List.of();
    }
    return all(index.page(SearchQuery.all(DocumentSearch.KIND).text(text), 0, limit).ids());
  }

  /**
   * Makes a document of a file that was brought.
   *
   * @param about records to link it with
   * @throws FileRefusedException if the file is not what its name says; it has vanished then
   */
  public Brought create(UUID upload, @Nullable FolderId folder, Collection<RecordRef> about)
      throws FileRefusedException {
    rights.require(Right.WRITE_RECORDS, DocumentSearch.KIND);
    Optional<String> type = files.look(upload);
    if (type.isEmpty()) {
      return new Brought.Unfinished();
    }
    if (!DocumentSight.readable(rights, about)) {
      return new Brought.Gone();
    }
    DocumentId id = new DocumentId(Ids.next());
    try {
      boolean kept =
          writes.inTransaction(
              Reason.EDIT, change -> insert(id, upload, type.get(), folder, about));
      if (!kept) {
        return new Brought.Unfinished();
      }
    } catch (DataIntegrityViolationException _) {
      return new Brought.Gone();
    }
    changed(id);
    return kept(id);
  }

  private boolean insert(
      DocumentId id,
      UUID upload,
      String type,
      @Nullable FolderId folder,
      Collection<RecordRef> about) {
    Optional<FileName> name = files.nameOf(upload);
    if (name.isEmpty()) {
      return false;
    }
    repository.insert(
        id, DocumentData.named(name.get().stem(), folder, current.id()), new FileId(upload));
    files.settle(upload, id.value(), type);
    about.forEach(record -> links.insert(id, record));
    return true;
  }

  /**
   * Gives a document another file, which counts from now on; the former ones stay.
   *
   * @throws FileRefusedException if the file is not what its name says; it has vanished then
   */
  public Brought addFile(DocumentId id, UUID upload) throws FileRefusedException {
    rights.require(Right.WRITE_RECORDS, DocumentSearch.KIND, List.of(id.value()));
    Optional<String> type = files.look(upload);
    if (type.isEmpty()) {
      return new Brought.Unfinished();
    }
    boolean kept =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              if (!repository.lock(id)) {
                return false;
              }
              boolean settled = files.settle(upload, id.value(), type.get()).isPresent();
              if (settled) {
                repository.use(id, new FileId(upload));
              }
              return settled;
            });
    changed(id);
    return kept ? kept(id) : new Brought.Gone();
  }

  private Brought kept(DocumentId id) {
    return find(id).<Brought>map(Brought.Kept::new).orElseGet(Brought.Gone::new);
  }

  /** Lets another of its files count; false where it is not one of its own. */
  public boolean use(DocumentId id, FileId file) {
    rights.require(Right.WRITE_RECORDS, DocumentSearch.KIND, List.of(id.value()));
    boolean own = files.of(id.value()).stream().anyMatch(each -> each.id().equals(file));
    if (own) {
      writes.run(Reason.EDIT, change -> repository.use(id, file));
      changed(id);
    }
    return own;
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public SaveResult<Document, DocumentField> save(
      DocumentId id, int version, DocumentData before, DocumentData after) {
    rights.require(Right.WRITE_RECORDS);
    Set<DocumentField> mine = DocumentField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    if (mine.contains(DocumentField.NAME) || before.name() != null) {
      DocumentRules.check(sight.whole(after, () -> repository.find(id)));
    }
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                Reason.EDIT,
                change ->
                    repository.update(
                        id, version, mine, sight.written(mine, after, () -> repository.find(id))));
    Optional<Document> now = repository.find(id).map(sight::seen);
    if (now.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      DocumentData data = now.get().data();
      return SaveResult.stale(
          now.get(), mine, DocumentField.changed(before, data), DocumentField.changed(after, data));
    }
    changed(id);
    return new SaveResult.Saved<>(now.get());
  }

  /**
   * Moves documents to the bin, each with its files and links.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(Collection<DocumentId> ids) {
    List<UUID> values = ids.stream().map(DocumentId::value).toList();
    rights.require(Right.ARCHIVE_RECORDS, DocumentSearch.KIND, values);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(values));
    ids.forEach(this::changed);
    return changeId;
  }

  /** Lets the next search see documents that came back from the bin. */
  public void cameBack(Collection<DocumentId> ids) {
    rights.require(Right.READ_RECORDS);
    ids.forEach(this::changed);
  }

  /** How far the index of documents is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  private void changed(DocumentId id) {
    if (!writes.isRunning()) {
      index.changed(List.of(id.value()));
    }
  }
}
