package eu.rempart.recall;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.history.RecordRef;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the signed-in member marked and looked at. Nobody else's can be reached. */
@Service
@Transactional
public class RecallService {

  /** Visits that are kept of a member. */
  public static final int VISITS = 50;

  private final RecallRepository repository;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;

  @Autowired
  RecallService(RecallRepository repository, Rights rights, CurrentMember current) {
    this(repository, rights, current, Clock.systemUTC());
  }

  RecallService(RecallRepository repository, Rights rights, CurrentMember current, Clock clock) {
    this.repository = repository;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /**
   * What the member marked, the latest first; records that lie in the bin are among them.
   *
   * @param limit most of them, 1 or more
   */
  @Transactional(readOnly = true)
  public List<RecordRef> favourites(int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.favourites(current.id(), limit);
  }

  @Transactional(readOnly = true)
  public boolean isFavourite(RecordRef ref) {
    rights.require(Right.READ_RECORDS);
    return repository.isFavourite(current.id(), ref);
  }

  /** Marks a record, or takes the mark away; marking twice is marking once. */
  public void mark(RecordRef ref, boolean favourite) {
    rights.require(Right.READ_RECORDS);
    if (favourite) {
      repository.mark(current.id(), ref, clock.instant());
    } else {
      repository.unmark(current.id(), ref);
    }
  }

  /** Remembers that the member looked at a record. */
  public void visited(RecordRef ref) {
    rights.require(Right.READ_RECORDS);
    repository.visit(current.id(), ref, clock.instant());
    repository.keepLatest(current.id(), VISITS);
  }

  /**
   * What the member looked at, the latest first.
   *
   * @param limit most of them, 1 to {@link #VISITS}
   */
  @Transactional(readOnly = true)
  public List<RecordRef> recent(int limit) {
    rights.require(Right.READ_RECORDS);
    return repository.visited(current.id(), limit);
  }
}
