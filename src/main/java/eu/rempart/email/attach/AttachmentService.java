package eu.rempart.email.attach;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.common.TimelineKey;
import eu.rempart.document.Brought;
import eu.rempart.document.Document;
import eu.rempart.document.DocumentId;
import eu.rempart.document.DocumentLinkService;
import eu.rempart.document.DocumentService;
import eu.rempart.document.file.FileRefusedException;
import eu.rempart.document.file.FileService;
import eu.rempart.document.file.StoredFile;
import eu.rempart.document.file.UploadService;
import eu.rempart.email.Attachment;
import eu.rempart.email.quoted.QuoteRecords;
import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The door to what goes out with mails: documents of the record, each with the version that counts
 * when it is chosen. Every method needs a right, and throws where it is missing.
 */
@Service
public class AttachmentService {

  /** Most bytes of the files of one mail together: servers take 25 MB, of which MIME takes some. */
  public static final int MOST_BYTES = 15 << 20;

  public static final int MOST_FILES = 20;

  /** What is refused where files are. */
  public static final String FIELD = "email.compose.files";

  /** Those that were linked last. */
  private static final int OFFERED = 200;

  private final DocumentService documents;
  private final DocumentLinkService links;
  private final FileService files;
  private final UploadService uploads;
  private final QuoteRecords quotes;
  private final Rights rights;

  AttachmentService(
      DocumentService documents,
      DocumentLinkService links,
      FileService files,
      UploadService uploads,
      QuoteRecords quotes,
      Rights rights) {
    this.documents = documents;
    this.links = links;
    this.files = files;
    this.uploads = uploads;
    this.quotes = quotes;
    this.rights = rights;
  }

  /**
   * What may be attached to a mail from this record: its documents, the newest first; of a quote
   * those of what it is about.
   */
  public List<Attachment> offered(RecordRef about) {
    rights.require(Right.READ_RECORDS);
    List<UUID> ids =
        linked(about).stream()
            .flatMap(record -> links.keys(record, null, OFFERED).stream())
            .sorted(Comparator.comparing(TimelineKey::time).reversed())
            .map(TimelineKey::id)
            .distinct()
            .toList();
    Map<UUID, Document> found = documents.findAll(ids);
    return of(ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList());
  }

  /** The records that documents of this one are linked with. */
  private List<RecordRef> linked(RecordRef about) {
    return DocumentLinkService.isAbout(about.kind()) ? List.of(about) : quotes.around(about);
  }

  /** Whether a file that went out is still there for whoever acts on this thread. */
  public boolean isThere(Attachment sent) {
    rights.require(Right.READ_RECORDS);
    return sent.document() != null
        && sent.file() != null
        && !documents.findAll(List.of(sent.document())).isEmpty()
        && files.findAll(List.of(sent.file())).containsKey(sent.file());
  }

  private List<Attachment> of(Collection<Document> all) {
    Map<UUID, StoredFile> stored =
        files.findAll(all.stream().map(each -> each.file().value()).toList());
    return all.stream()
        .flatMap(each -> Stream.ofNullable(stored.get(each.file().value())))
        .filter(file -> file.size() >= 0)
        .map(AttachmentService::attachment)
        .toList();
  }

  private static Attachment attachment(StoredFile file) {
    return Attachment.sent(file.name().value(), file.document(), file.id().value());
  }

  /**
   * Keeps a file that somebody brought as a document of the record.
   *
   * @return empty where the record is gone
   * @throws FileRefusedException if the file is empty, or not what its name says
   */
  public Optional<Attachment> bring(RecordRef about, String name, byte[] content)
      throws FileRefusedException {
    rights.require(Right.WRITE_RECORDS);
    return documents.create(uploads.take(name, content), null, linked(about))
            instanceof Brought.Kept(var document)
        ? of(List.of(document)).stream().findFirst()
        : Optional.empty();
  }

  /**
   * Passes what may go out with one mail, under the names that the files have.
   *
   * @throws InvalidFieldException if one is not there for whoever sends, or if they are too many or
   *     too large
   */
  public List<Attachment> checked(List<Attachment> wanted) {
    rights.require(Right.WRITE_RECORDS);
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (wanted.size() > MOST_FILES) {
      throw new InvalidFieldException(FIELD, Problem.TOO_LONG);
    }
    Set<UUID> seen =
        documents
            .findAll(wanted.stream().flatMap(each -> Stream.ofNullable(each.document())).toList())
            .values()
            .stream()
            .map(Document::id)
            .map(DocumentId::value)
            .collect(Collectors.toSet());
    Map<UUID, StoredFile> stored =
        files.findAll(wanted.stream().flatMap(each -> Stream.ofNullable(each.file())).toList());
    long bytes = 0;
    List<Attachment> checked = new ArrayList<>();
    for (Attachment each : wanted) {
      StoredFile file = each.file() == null ? null : stored.get(each.file());
      if (file == null
          || file.size() < 0
          || !file.document().equals(each.document())
          || !seen.contains(file.document())) {
        throw new InvalidFieldException(FIELD, Problem.BAD_REFERENCE);
      }
      bytes += file.size();
      checked.add(attachment(file).as(each.quote()));
    }
    if (bytes > MOST_BYTES) {
      throw new InvalidFieldException(FIELD, Problem.TOO_LONG);
    }
    return checked;
  }
}
