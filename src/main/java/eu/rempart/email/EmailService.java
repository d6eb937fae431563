package eu.rempart.email;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.TimelineKey;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordRef;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to e-mails. Every method needs a right, and throws where it is missing. */
@Service
public class EmailService {

  /** How many more than are shown at first: some lie on several records. */
  private static final int LOOKED_AT = 10;

  private final EmailRepository repository;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final EmailSight sight;
  private final KindSearch index;

  EmailService(
      EmailRepository repository,
      Writes writes,
      Rights rights,
      CurrentMember current,
      EmailSight sight,
      SearchIndex index) {
    this.repository = repository;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.sight = sight;
    this.index = new KindSearch(index, EmailSearch.KIND);
  }

  /** Whether e-mails lie on such records; tells nothing of any of them. */
  @PermitAll
  public static boolean isAbout(String kind) {
    return EmailRepository.ABOUT.containsKey(kind);
  }

  /**
   * When the e-mails of a record were, newest first.
   *
   * @param before where the page before ended; null for the first
   */
  public List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.keys(about, before, limit);
  }

  public Optional<Email> find(EmailId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Whether whoever acts on this thread is shown addresses; where not, mails have none. */
  public boolean showsAddresses() {
    rights.require(Right.READ_RECORDS);
    return sight.showsAddresses();
  }

  /** Those of these that are there, by id; without their markup, which {@link #find} reads. */
  public Map<UUID, Email> findAll(Collection<UUID> ids) {
    rights.require(Right.READ_RECORDS);
    Map<UUID, Email> emails = new HashMap<>();
    if (!ids.isEmpty()) {
      repository.findAll(ids).forEach(email -> emails.put(email.id().value(), sight.seen(email)));
    }
    return emails;
  }

  /**
   * The newest mails about these words, or from or to such an address, as far as one may see the
   * records that they lie on; each once, wherever it lies. None while the index is being built.
   */
  public List<Email> search(String text, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      return List.of();
    }
    Map<UUID, Email> mails = new LinkedHashMap<>();
    SearchQuery query =
        SearchQuery.all(EmailSearch.KIND)
            .text(text)
            .sort(new SearchSort(EmailSearch.HAPPENED, true));
    index.walk(
        query,
        limit * LOOKED_AT,
        ids -> {
          Map<UUID, Email> seen = findAll(ids);
          ids.stream()
              .flatMap(id -> Stream.ofNullable(seen.get(id)))
              .forEach(email -> mails.putIfAbsent(email.mailId(), email));
          return mails.size() >= limit;
        });
    return mails.values().stream().limit(limit).toList();
  }

  /** A mail wherever it lies, as far as one may see it. */
  public List<Email> ofMail(UUID mailId) {
    rights.require(Right.READ_RECORDS);
    return repository.ofMail(mailId).stream().map(sight::seen).toList();
  }

  /** A mail that came before, wherever it lies: one of the same moment with the same message id. */
  public List<Email> known(Instant at, String messageId) {
    rights.require(Right.READ_RECORDS);
    return repository.at(at).stream()
        .filter(
            email ->
                email.content() instanceof Opened.Clear<EmailContent>(var content)
                    && content != null
                    && content.messageId().equals(messageId))
        .map(sight::seen)
        .toList();
  }

  /** Whether whoever acts on this thread may write e-mails on a record. */
  public boolean mayWrite(RecordRef about) {
    rights.require(Right.READ_RECORDS);
    return current.may(Right.WRITE_RECORDS, about.kind())
        && !rights.allowed(Right.WRITE_RECORDS, about.kind(), List.of(about.id())).isEmpty();
  }

  /**
   * Lets a mail lie on those of these records that whoever acts on this thread may write to.
   *
   * @return on how many
   */
  public int file(NewEmail mail, Collection<RecordRef> about) {
    rights.require(Right.WRITE_RECORDS);
    List<RecordRef> allowed = new ArrayList<>();
    for (RecordRef record : about) {
      if (current.may(Right.WRITE_RECORDS, record.kind())
          && !rights.allowed(Right.WRITE_RECORDS, record.kind(), List.of(record.id())).isEmpty()) {
        allowed.add(record);
      }
    }
    if (!allowed.isEmpty()) {
      writes.run(EmailReasons.FILED, change -> repository.insert(mail, allowed));
    }
    return allowed.size();
  }

  /**
   * Notes that a mail came back; nothing where it is not one that was sent from here, or did
   * already.
   *
   * @param why what the server that sent it back said, word for word
   */
  public boolean bounced(UUID mailId, String messageId, String why) {
    rights.require(Right.WRITE_RECORDS);
    boolean sent =
        repository.ofMail(mailId).stream()
            .filter(email -> email.direction() == Direction.OUT)
            .filter(
                email -> email.state() == EmailState.SENT || email.state() == EmailState.WAITING)
            .anyMatch(
                email ->
                    email.content() instanceof Opened.Clear<EmailContent>(var content)
                        && content != null
                        && content.messageId().equals(messageId));
    if (sent) {
      writes.run(
          EmailReasons.ANSWERED, change -> repository.fared(mailId, EmailState.BOUNCED, why));
    }
    return sent;
  }

  /**
   * Moves an e-mail on one record to the bin; on others it stays.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(EmailId id) {
    rights.require(Right.ARCHIVE_RECORDS);
    repository
        .find(id)
        .map(Email::about)
        .ifPresent(
            about -> {
              rights.require(Right.ARCHIVE_RECORDS, about.kind());
              rights.require(Right.WRITE_RECORDS, about.kind(), List.of(about.id()));
            });
    return writes.change(Reason.ARCHIVE, () -> repository.delete(id));
  }
}
