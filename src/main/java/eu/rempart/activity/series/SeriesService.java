package eu.rempart.activity.series;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.OccurrencesChanged;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The door to recurring activities. Every method needs a right, and throws where it is missing. */
@Service
public class SeriesService {

  private static final String KIND = "activity";

  private final SeriesRepository repository;
  private final ActivityService activities;
  private final Writes writes;
  private final Rights rights;
  private final ApplicationEventPublisher events;

  SeriesService(
      SeriesRepository repository,
      ActivityService activities,
      Writes writes,
      Rights rights,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.activities = activities;
    this.writes = writes;
    this.rights = rights;
    this.events = events;
  }

  /**
   * What comes of recurring activities in a range, beside those that stand in it themselves.
   *
   * @param owners whose, be it theirs or that they are asked to it; empty for everybody's
   */
  public List<Coming> coming(Instant from, Instant to, Collection<UUID> owners) {
    rights.require(Right.READ_RECORDS);
    return SeriesTimes.unfolded(repository, repository.within(from, to, owners), from, to);
  }

  /**
   * A recurring activity as a whole; empty for what does not recur, or is over.
   *
   * @param besides places of occurrences that are told of also where they are as the rule has them
   */
  public Optional<SeriesTold> told(ActivityId id, Collection<Instant> besides) {
    rights.require(Right.READ_RECORDS);
    return repository.of(List.of(id)).stream()
        .findFirst()
        .map(
            series -> {
              Map<UUID, Instant> changed = repository.changed(id, besides);
              List<SeriesChange> changes =
                  activities
                      .findAll(changed.keySet().stream().map(ActivityId::new).toList())
                      .stream()
                      .map(
                          activity ->
                              new SeriesChange(
                                  new When(
                                      changed.getOrDefault(activity.id().value(), Instant.EPOCH),
                                      series.first().zone()),
                                  activity))
                      .toList();
              return new SeriesTold(series.first(), changes);
            });
  }

  /** The occurrence that a rule counts from; empty for what does not recur, or is over. */
  public Optional<When> first(ActivityId id) {
    rights.require(Right.READ_RECORDS);
    return rights.hidden(KIND).contains("starts_at")
        ? Optional.empty()
        : repository.of(List.of(id)).stream().findFirst().map(Series::first);
  }

  /** Lets a series go on that stands at an occurrence which was taken out of it before. */
  public void settle(ActivityId id) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(id.value()));
    writes.run(
        Reason.EDIT,
        _ -> {
          for (Series held : repository.held(List.of(id))) {
            Set<Instant> taken = repository.taken(List.of(held)).getOrDefault(id, Set.of());
            if (taken.contains(held.next().at())) {
              held.moveOn(taken).ifPresent(next -> repository.moveOn(id, next));
            }
          }
        });
  }

  /**
   * An occurrence of a recurring activity that is to come after the one at which it stands.
   *
   * @param at when the rule has it
   * @return empty where there is none, or where it became an activity of its own
   */
  public Optional<When> later(ActivityId id, Instant at) {
    rights.require(Right.READ_RECORDS);
    List<Series> found =
        rights.hidden(KIND).contains("starts_at") ? List.of() : repository.of(List.of(id));
    Map<ActivityId, Set<Instant>> taken = repository.taken(found);
    return found.stream()
        .flatMap(
            one ->
                one.later(at, at.plusSeconds(1), taken.getOrDefault(one.id(), Set.of())).stream())
        .filter(when -> when.at().equals(at))
        .findFirst();
  }

  /** An occurrence that is no activity of its own yet. */
  public record Coming(ActivityId series, When when) {}

  /**
   * As {@link ActivityService#mark}; of a recurring activity the occurrence at which it stands,
   * after which it moves on.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID mark(Collection<ActivityId> ids, ActivityStatus status) {
    rights.require(Right.WRITE_RECORDS, KIND, ids.stream().map(ActivityId::value).toList());
    if (status == ActivityStatus.OPEN) {
      return activities.mark(ids, status);
    }
    List<ActivityId> touched = new ArrayList<>(ids);
    UUID changeId =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              List<ActivityId> single = new ArrayList<>(ids);
              Map<ActivityId, When> seen = new HashMap<>();
              repository.of(ids).forEach(series -> seen.put(series.id(), series.next()));
              for (Series series : repository.held(ids)) {
                // whoever got it first at the same moment did this one: the next one is not meant
                if (!series.next().equals(seen.getOrDefault(series.id(), series.next()))
                    || takeOut(
                        series,
                        series.next(),
                        data -> data.toBuilder().status(status).build(),
                        touched)) {
                  single.remove(series.id());
                }
              }
              activities.mark(single, status);
              return change.id();
            });
    activities.cameBack(touched);
    return changeId;
  }

  /**
   * Makes an occurrence an activity of its own, which is then changed.
   *
   * @param when where the series has it
   * @return the id of the change, by which it can be undone; null where it is no occurrence of it
   */
  public @Nullable UUID change(ActivityId series, When when, UnaryOperator<ActivityData> change) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(series.value()));
    List<ActivityId> touched = new ArrayList<>(List.of(series));
    UUID changeId =
        writes.<@Nullable UUID>inTransaction(
            Reason.EDIT,
            running ->
                repository.held(List.of(series)).stream()
                    .filter(found -> takeOut(found, when, change, touched))
                    .map(_ -> running.id())
                    .findFirst()
                    .orElse(null));
    activities.cameBack(touched);
    return changeId;
  }

  /**
   * Not where nothing is left of the series but this, or where it has no such occurrence. Adds the
   * new one to those that the writer is to find at once.
   */
  private boolean takeOut(
      Series series, When when, UnaryOperator<ActivityData> change, List<ActivityId> touched) {
    Set<Instant> taken =
        new HashSet<>(repository.taken(List.of(series)).getOrDefault(series.id(), Set.of()));
    Activity whole = activities.find(series.id()).orElse(null);
    if (whole == null
        || taken.contains(when.at())
        || series.rule().from(series.first(), when.at()).filter(when::equals).isEmpty()) {
      return false;
    }
    if (series.next().equals(when)) {
      var then = series.moveOn(taken);
      if (then.isEmpty()) {
        return false; // it is the last one, and stands for itself
      }
      repository.moveOn(series.id(), then.get());
    }
    ActivityId one = activities.takeOut(series.id(), when, null, change);
    repository.takeAlong(series.id(), one);
    touched.add(one);
    if (series.next().equals(when)) {
      repository.remindedOf(series.id(), one); // of a later one nobody was reminded
    }
    events.publishEvent(new OccurrencesChanged(Set.of(series.id()), whole.version()));
    return true;
  }
}
