package eu.rempart.notice;

import eu.rempart.account.CurrentMember;
import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members are told of. Each reads and chooses their own. */
@Service
@Transactional
public class NoticeService {

  /** Nobody reads a larger number. */
  public static final int MOST_COUNTED = 100;

  private final NoticeRepository repository;
  private final CurrentMember current;

  NoticeService(NoticeRepository repository, CurrentMember current) {
    this.repository = repository;
    this.current = current;
  }

  /**
   * The member's own, newest first.
   *
   * @param before only those that are older; null for the newest
   */
  @Transactional(readOnly = true)
  public List<Notice> mine(@Nullable Instant before, int limit) {
    return repository.of(current.id(), before, limit);
  }

  /** How many the member has not read, {@value #MOST_COUNTED} at most. */
  @Transactional(readOnly = true)
  public int unread() {
    return repository.unread(current.id(), MOST_COUNTED);
  }

  /** Notes that the member has read one of their own. */
  public void read(Notice notice) {
    repository.read(current.id(), notice.id());
  }

  /** Notes that the member has read all of their own. */
  public void readAll() {
    repository.read(current.id(), null);
  }

  @Transactional(readOnly = true)
  public NoticeChoice choice() {
    return repository.choices(List.of(current.id())).getOrDefault(current.id(), NoticeChoice.FIRST);
  }

  public void choose(NoticeChoice choice) {
    repository.choose(current.id(), choice);
  }

  /**
   * Tells members of what the member who acts did to a record, but for those who don't want to be
   * told and the member themselves. Who may not read the record does not see it either.
   */
  public void tell(NoticeKind kind, RecordRef record, Collection<UUID> members) {
    UUID by = current.id();
    Set<UUID> told = new HashSet<>(members);
    told.remove(by);
    Map<UUID, NoticeChoice> choices = repository.choices(told);
    told.removeIf(
        member -> choices.getOrDefault(member, NoticeChoice.FIRST).unwanted().contains(kind));
    repository.insert(kind, record, by, told);
  }
}
