package eu.rempart.note;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.Ids;
import eu.rempart.common.TimelineKey;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.RecordRef;
import eu.rempart.richtext.RichText;
import eu.rempart.search.IndexState;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.SearchQuery;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The door to notes. Every method needs a right, and throws where it is missing. */
@Service
public class NoteService {

  /** More pinned notes than this stand in nobody's way: the rest is found by searching. */
  static final int MOST_PINNED = 20;

  private final NoteRepository repository;
  private final MemberNames members;
  private final CurrentMember current;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final ApplicationEventPublisher events;

  NoteService(
      NoteRepository repository,
      MemberNames members,
      CurrentMember current,
      SearchIndex index,
      Writes writes,
      Rights rights,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.members = members;
    this.current = current;
    this.index = new KindSearch(index, NoteSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.events = events;
  }

  /** Whether notes are kept about such records; tells nothing of any of them. */
  @PermitAll
  public static boolean isAbout(String kind) {
    return NoteRepository.ABOUT.containsKey(kind);
  }

  /**
   * When the notes about a record were written that are not pinned, newest first.
   *
   * @param before where the page before ended; null for the first
   */
  public List<TimelineKey> keys(RecordRef about, @Nullable TimelineKey before, int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.keys(about, before, limit);
  }

  /** The pinned ones, newest first. */
  public List<Note> pinned(RecordRef about) {
    rights.require(Right.READ_RECORDS);
    return repository.pinned(about, MOST_PINNED);
  }

  public Optional<Note> find(NoteId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id);
  }

  /** Those of these that are there, by id. */
  public Map<UUID, Note> findAll(Collection<UUID> ids) {
    rights.require(Right.READ_RECORDS);
    Map<UUID, Note> notes = new HashMap<>();
    if (!ids.isEmpty()) {
      repository.findAll(ids).forEach(note -> notes.put(note.id().value(), note));
    }
    return notes;
  }

  /** The first few notes that hold these words; none while the index is being built. */
  public List<Note> search(String text, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      return List.of();
    }
    List<Note> found = new ArrayList<>();
    index.walk(
        SearchQuery.all(NoteSearch.KIND).text(text),
        limit,
        ids -> {
          Map<UUID, Note> seen = findAll(ids);
          ids.stream().flatMap(id -> Stream.ofNullable(seen.get(id))).forEach(found::add);
          return found.size() >= limit;
        });
    return found.stream().limit(limit).toList();
  }

  /** Whom a note about this record may mention: members who may see it. */
  public Map<UUID, String> mentionable(RecordRef about) {
    rights.require(Right.READ_RECORDS);
    return members.readersOf(about.kind(), about.id());
  }

  /**
   * Keeps a new note.
   *
   * @param untrusted HTML, whatever is in it
   * @throws eu.rempart.common.InvalidFieldException where nothing is written, or too much
   */
  public Written write(RecordRef about, String untrusted) {
    requireWrite(about);
    if (rights.allowed(Right.WRITE_RECORDS, about.kind(), List.of(about.id())).isEmpty()) {
      return new Written.Gone(); // what one may not read is as good as gone
    }
    RichText body = NoteRules.clean(untrusted);
    Heard heard = heard(about, body);
    NewNote note = new NewNote(new NoteId(Ids.next()), about, heard.body(), false);
    try {
      writes.run(Reason.EDIT, change -> repository.insert(List.of(note)));
    } catch (DataIntegrityViolationException _) {
      return new Written.Gone(); // the record that it is about went to the bin meanwhile
    }
    changed(note.id());
    return kept(note.id(), heard, Set.of());
  }

  /** A note is written by whoever may write to the record that it is about. */
  private void requireWrite(RecordRef about) {
    rights.require(Right.WRITE_RECORDS, about.kind(), List.of(about.id()));
  }

  /** Whether whoever acts on this thread may write notes about a record. */
  public boolean mayWrite(RecordRef about) {
    rights.require(Right.READ_RECORDS);
    return current.may(Right.WRITE_RECORDS, about.kind())
        && !rights.allowed(Right.WRITE_RECORDS, about.kind(), List.of(about.id())).isEmpty();
  }

  /** Keeps many new notes at once, and tells nobody: for imports and demo data. */
  public void createAll(Collection<NewNote> notes, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    notes.forEach(note -> NoteRules.checked(note.body()));
    writes.run(reason, change -> repository.insert(notes));
  }

  /**
   * Gives a note another text, unless somebody else did so meanwhile.
   *
   * @param version which the note has on the screen
   * @throws eu.rempart.common.InvalidFieldException where nothing is written, or too much
   */
  public Written rewrite(NoteId id, int version, String untrusted) {
    rights.require(Right.WRITE_RECORDS);
    RichText body = NoteRules.clean(untrusted);
    Optional<Note> before = repository.find(id);
    if (before.isEmpty()) {
      return new Written.Gone();
    }
    requireWrite(before.get().about());
    Heard heard = heard(before.get().about(), body);
    boolean saved =
        writes.inTransaction(Reason.EDIT, change -> repository.update(id, version, heard.body()));
    if (!saved) {
      return repository.find(id).<Written>map(Written.Stale::new).orElseGet(Written.Gone::new);
    }
    changed(id);
    return kept(id, heard, mentions(before.get()));
  }

  private Written kept(NoteId id, Heard heard, Set<UUID> before) {
    Optional<Note> kept = repository.find(id);
    if (kept.isEmpty()) {
      return new Written.Gone();
    }
    UUID writer = current.find().map(SignedInMember::memberId).orElse(null);
    Set<UUID> told = new HashSet<>(heard.body().mentions());
    told.removeAll(before);
    told.remove(writer);
    if (!told.isEmpty()) {
      events.publishEvent(new Mentioned(id, kept.get().about(), writer, told));
    }
    return new Written.Kept(kept.get(), heard.untold());
  }

  private static Set<UUID> mentions(Note note) {
    return note.body() instanceof Opened.Clear<RichText>(var text) && text != null
        ? text.mentions()
        : Set.of();
  }

  private Heard heard(RecordRef about, RichText body) {
    Set<UUID> may = mentionable(about).keySet();
    return new Heard(body.mentioning(may::contains), body.mentionedNames(id -> !may.contains(id)));
  }

  /** A text that mentions those who may see the record, and the names of the others. */
  private record Heard(RichText body, Set<String> untold) {}

  /** Lets a note stand above the timeline, or among the rest; false where it was so already. */
  public boolean pin(NoteId id, boolean pinned) {
    rights.require(Right.WRITE_RECORDS);
    repository.find(id).map(Note::about).ifPresent(this::requireWrite);
    return writes.inTransaction(Reason.EDIT, change -> repository.pin(id, pinned));
  }

  /**
   * Moves a note to the bin.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(NoteId id) {
    rights.require(Right.ARCHIVE_RECORDS);
    repository
        .find(id)
        .map(Note::about)
        .ifPresent(
            about -> {
              rights.require(Right.ARCHIVE_RECORDS, about.kind());
              requireWrite(about);
            });
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(id));
    changed(id);
    return changeId;
  }

  /** Lets the next search see a note that came back from the bin. */
  public void cameBack(NoteId id) {
    rights.require(Right.READ_RECORDS);
    changed(id);
  }

  /** How far the index of notes is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(NoteId id) {
    if (!writes.isRunning()) {
      index.changed(List.of(id.value()));
    }
  }
}
