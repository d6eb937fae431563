package eu.rempart.activity;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.IndexWait;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.question.Filter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The door to many activities at once, for bulk changes and files. Every method needs a right, and
 * throws where it is missing.
 */
@Service
public class ManyActivitiesService {

  /** What is one of so many that have a key is not found by the key alone. */
  private static final int MOST = 50;

  private final ActivityRepository repository;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final ActivitySight sight;
  private final ActivityNews news;

  ManyActivitiesService(
      ActivityRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.index = new KindSearch(index, ActivitySearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new ActivitySight(rights, custom);
    this.news = new ActivityNews(repository, events);
  }

  /**
   * Those that other programs know by this number, {@value #MOST} at most; none while the index is
   * being built.
   */
  public List<ActivityId> matching(String externalId) {
    rights.require(Right.READ_RECORDS);
    return index.state().ready()
        ? index.matching(Filter.is(ActivitySearch.EXTERNAL_ID, externalId), MOST).stream()
            .map(ActivityId::new)
            .toList()
        : List.of();
  }

  /**
   * Those that other programs know by one of these keys; where very many share one, no more than
   * {@value #MOST} of each.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public List<ActivityId> matching(Collection<String> externalIds) {
    rights.require(Right.READ_RECORDS);
    return index.matchingEach(ActivitySearch.EXTERNAL_ID, externalIds, MOST).stream()
        .map(ActivityId::new)
        .toList();
  }

  /** Those of these that {@link #saveAll} can keep so, by all that they have, shown or not. */
  public Set<Activity> keepable(Map<Activity, ActivityData> changes) {
    rights.require(Right.READ_RECORDS);
    return sight.keepable(changes, repository::findAll, (_, after) -> ActivityRules.check(after));
  }

  /**
   * Saves many at once, each unless somebody saved it in between.
   *
   * @param changes the activities as they were read, with what they are to be
   * @return those that were not saved
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public Set<ActivityId> saveAll(Map<Activity, ActivityData> changes) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireChanges(changes, repository::findAll, (_, after) -> ActivityRules.check(after));
    return writes.inTransaction(
        Reason.EDIT,
        change -> {
          Set<ActivityId> stale = repository.updateAll(sight.written(changes, repository::findAll));
          Set<ActivityId> saved = new HashSet<>();
          changes.keySet().forEach(before -> saved.add(before.id()));
          saved.removeAll(stale);
          news.changed(saved);
          return stale;
        });
  }

  /** Lets searches see these, of a larger transaction that committed; the answer waits for it. */
  public IndexWait tellIndex(Collection<ActivityId> ids) {
    rights.require(Right.WRITE_RECORDS);
    return index.announce(ids.stream().map(ActivityId::value).toList());
  }

  /**
   * Waits until searches see these, written in a larger transaction that has been committed; for so
   * long at most.
   */
  public void awaitIndex(Collection<ActivityId> ids, Duration patience) {
    rights.require(Right.WRITE_RECORDS);
    index.changed(ids.stream().map(ActivityId::value).toList(), patience);
  }
}
