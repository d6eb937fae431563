package eu.rempart.activity;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.Ids;
import eu.rempart.common.Page;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.IndexState;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The door to activities. Every method needs a right, and throws where it is missing. */
@Service
public class ActivityService {

  private final ActivityRepository repository;
  private final ActivityLinkRepository links;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final ActivitySight sight;
  private final ActivityNews news;

  ActivityService(
      ActivityRepository repository,
      ActivityLinkRepository links,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.links = links;
    this.index = new KindSearch(index, ActivitySearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new ActivitySight(rights, custom);
    this.news = new ActivityNews(repository, events);
  }

  /** A page of the list; by last change while the index is being built. */
  public Page<ActivityRow> page(ActivityQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      int count = repository.countUpTo(Total.CAP);
      return new Page<>(
          read(repository.recent(offset, limit), query.shown()), count, count < Total.CAP, false);
    }
    SearchPage page = index.page(schema -> ActivityConditions.search(query, schema), offset, limit);
    return page.with(read(page.ids(), query.shown()));
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<ActivityId>> ids(ActivityQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.rule(), schema -> ActivityConditions.search(query, schema), batch)
        .map(ids -> ids.stream().map(ActivityId::new).toList());
  }

  private List<ActivityRow> read(List<UUID> ids, Set<ActivityColumn> shown) {
    return sight.seen(
        repository.rows(ids, ActivityColumn.fieldsOf(shown), shown.contains(ActivityColumn.LINKS)));
  }

  public Optional<Activity> find(ActivityId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Those of these that are there, in no order. */
  public List<Activity> findAll(Collection<ActivityId> ids) {
    rights.require(Right.READ_RECORDS);
    return repository.findAll(values(ids)).stream().map(sight::seen).toList();
  }

  /** Rows of those of these that are there, in this order. */
  public List<ActivityRow> rows(List<ActivityId> ids, Set<ActivityColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return read(values(ids), shown);
  }

  /**
   * What is open about a contact, a company or a deal, by time; what has no date comes last.
   *
   * @param about with one link, or several that are asked one after the other
   */
  public List<ActivityRow> open(ActivityLinks about, int limit, Set<ActivityColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return read(
        ActivityLinkRepository.each(about, (side, id) -> repository.open(side, id, limit)), shown);
  }

  /** What was done about a contact, a company or a deal, the last first; see {@link #open}. */
  public List<ActivityRow> done(ActivityLinks about, int limit, Set<ActivityColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return read(
        ActivityLinkRepository.each(about, (side, id) -> repository.done(side, id, limit)), shown);
  }

  /**
   * Keeps a new activity.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if what it is about is gone
   */
  public ActivityId create(ActivityData data, ActivityLinks about) {
    ActivityId id = new ActivityId(Ids.next());
    createAll(Map.of(id, new NewActivity(sight.owned(data), about)), Reason.EDIT);
    changed(List.of(id.value()));
    return id;
  }

  /** Keeps many new activities at once; see {@link #create}. */
  public void createAll(Map<ActivityId, NewActivity> activities, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireNew(activities.values().stream().map(NewActivity::data).toList());
    activities.values().forEach(activity -> ActivityRules.check(activity.data()));
    writes.run(reason, change -> repository.insert(activities));
  }

  /**
   * Makes an occurrence of a recurring activity one of its own: with all that this has, seen or
   * not, but for what is changed.
   *
   * @param rest by which it recurs itself; null where it is one occurrence alone
   * @throws eu.rempart.account.NotPermittedException if that may not be changed
   */
  public ActivityId takeOut(
      ActivityId series, When when, @Nullable String rest, UnaryOperator<ActivityData> change) {
    rights.require(Right.WRITE_RECORDS);
    NewActivity one = sight.occurrence(repository.find(series).orElseThrow(), when, rest, change);
    ActivityRules.check(one.data());
    ActivityId id = new ActivityId(Ids.next());
    writes.run(Reason.EDIT, running -> repository.insert(Map.of(id, one)));
    return id;
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between,
   * and what somebody made of whom it is about.
   *
   * @param version that {@code before} had
   * @param about null to leave that as it is
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if what it is about is gone
   */
  public SaveResult<Activity, ActivityField> save(
      ActivityId id,
      int version,
      ActivityData before,
      ActivityData after,
      ActivityLinks.@Nullable Change about) {
    rights.require(Right.WRITE_RECORDS);
    Set<ActivityField> mine = ActivityField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    // an unopenable subject must not block other edits
    if (mine.contains(ActivityField.SUBJECT) || before.subject() != null) {
      ActivityRules.check(sight.whole(after, () -> repository.find(id)));
    }
    boolean saved =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              ActivityData kept = sight.written(mine, after, () -> repository.find(id));
              boolean done = mine.isEmpty() || repository.update(id, version, mine, kept);
              news.changed(List.of(id));
              if (done && about != null && repository.find(id).isPresent()) {
                links.save(id, about);
              }
              return done;
            });
    Optional<Activity> current = repository.find(id).map(sight::seen);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      ActivityData now = current.get().data();
      return SaveResult.stale(
          current.get(),
          mine,
          ActivityField.changed(before, now),
          ActivityField.changed(after, now));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(current.get());
  }

  /**
   * Says that activities are done, open again, or called off, whatever else changed in them. A call
   * that is done without a date, or before it, was made now.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID mark(Collection<ActivityId> ids, ActivityStatus status) {
    rights.require(Right.WRITE_RECORDS, ActivitySearch.KIND, values(ids));
    rights.requireColumns(ActivitySearch.KIND, List.of(ActivityField.STATUS.column()));
    UUID changeId =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              if (status == ActivityStatus.CANCELLED) {
                news.callOff(ids);
              }
              if (status == ActivityStatus.DONE && !isFixed(ActivityField.WHEN)) {
                repository.updateDone(values(ids), Instant.now());
              } else {
                repository.update(values(ids), status);
              }
              news.changed(ids);
              return change.id();
            });
    changed(values(ids));
    return changeId;
  }

  private boolean isFixed(ActivityField field) {
    return rights.fixed(ActivitySearch.KIND).contains(field.column());
  }

  /**
   * Moves activities to the bin, each with its links.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(Collection<ActivityId> ids) {
    rights.require(Right.ARCHIVE_RECORDS, ActivitySearch.KIND, values(ids));
    UUID changeId =
        writes.inTransaction(
            Reason.ARCHIVE,
            change -> {
              news.callOff(ids);
              Set<ActivityId> series = news.seriesOf(ids);
              repository.delete(values(ids));
              news.occurrences(series);
              return change.id();
            });
    changed(values(ids));
    return changeId;
  }

  /**
   * Takes one of the changes of this service back, but for what somebody changed since.
   *
   * @param ids what it changed
   */
  public void undo(UUID change, Collection<ActivityId> ids) {
    rights.require(Right.WRITE_RECORDS);
    Set<UUID> touched = new HashSet<>(values(ids));
    writes.run(
        Reason.UNDO,
        running -> {
          touched.addAll(repository.ofChange(change)); // what it took out of a series goes again
          repository.undo(change);
          news.undone(ids);
        });
    changed(List.copyOf(touched));
  }

  /** Lets the next search see records that came back from the bin, or as they were. */
  public void cameBack(Collection<ActivityId> ids) {
    rights.require(Right.READ_RECORDS);
    changed(values(ids));
  }

  /** How far the index of activities is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  private static List<UUID> values(Collection<ActivityId> ids) {
    return ids.stream().map(ActivityId::value).toList();
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(List<UUID> ids) {
    if (!writes.isRunning()) {
      index.changed(ids);
    }
  }
}
