package eu.rempart.activity.series;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.RecurrenceSplit;
import eu.rempart.activity.value.When;
import eu.rempart.common.SaveResult;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The door to several occurrences of a recurring activity at once. Every method needs a right, and
 * throws where it is missing.
 */
@Service
public class FollowingService {

  private static final String KIND = "activity";

  private final SeriesRepository repository;
  private final ActivityService activities;
  private final Writes writes;
  private final Rights rights;
  private final ApplicationEventPublisher events;

  FollowingService(
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
   * Lets an occurrence and all that follow go on as another recurring activity, which is changed;
   * the former ends before. What was done, moved or called off of them goes with them.
   *
   * @param when where the series has the occurrence
   * @return the id of the change, by which it can be undone; empty where it is no occurrence of it,
   *     or where nobody can say what the change means for those that follow
   * @throws OthersOccurrencesException if somebody may not change all that goes with them
   */
  public Optional<UUID> changeFrom(
      ActivityId series, When when, UnaryOperator<ActivityData> change) {
    return change(series, (found, touched) -> follow(found, when, inZone(when, change), touched));
  }

  /**
   * Changes all that are to come as one of them is changed: moved by as many days and to the same
   * time.
   *
   * @param when where the series has the one
   * @return as {@link #changeFrom}
   * @throws OthersOccurrencesException as there
   */
  public Optional<UUID> changeAll(
      ActivityId series, When when, UnaryOperator<ActivityData> change) {
    return change(series, (found, _) -> all(found, when, inZone(when, change)));
  }

  /** Whether anybody can say what {@link #changeFrom} means for those that follow. */
  public boolean canChangeFrom(ActivityId series, When when, UnaryOperator<ActivityData> change) {
    return can(series, when, change, _ -> when);
  }

  /** Whether anybody can say what {@link #changeAll} means for those that are to come. */
  public boolean canChangeAll(ActivityId series, When when, UnaryOperator<ActivityData> change) {
    return can(series, when, change, Series::next);
  }

  private boolean can(
      ActivityId id, When when, UnaryOperator<ActivityData> change, Function<Series, When> from) {
    rights.require(Right.READ_RECORDS);
    Activity whole = activities.find(id).orElse(null);
    When to = whole == null ? null : moved(whole, when, inZone(when, change));
    return to != null
        && repository.of(List.of(id)).stream()
            .anyMatch(
                series -> {
                  When begin = from.apply(series);
                  When then = like(begin, when, to);
                  return RecurrenceSplit.rest(series.rule(), series.first(), begin, then)
                      .filter(rest -> mayBecome(series, begin, then, rest))
                      .isPresent();
                });
  }

  /**
   * Whether the rule may become this one: where the series itself moves, whoever moves it must be
   * let to change its rule. What goes on as a series of its own has a rule of its own.
   */
  private boolean mayBecome(Series series, When begin, When then, Recurrence rest) {
    return !begin.equals(series.next())
        || then.equals(begin)
        || rest.rule().equals(series.rule().rule())
        || !rights.fixed(KIND).contains("recurrence");
  }

  /** What becomes of a series; false for nothing. Adds what else the writer is to find at once. */
  private interface Work {
    boolean done(Series series, List<ActivityId> touched);
  }

  private Optional<UUID> change(ActivityId series, Work work) {
    rights.require(Right.WRITE_RECORDS, KIND, List.of(series.value()));
    List<ActivityId> touched = new ArrayList<>(List.of(series));
    UUID changeId =
        writes.<@Nullable UUID>inTransaction(
            Reason.EDIT,
            running ->
                repository.held(List.of(series)).stream()
                    .filter(found -> work.done(found, touched))
                    .map(_ -> running.id())
                    .findFirst()
                    .orElse(null));
    activities.cameBack(touched);
    return Optional.ofNullable(changeId);
  }

  /**
   * A change to the same moment in the zone of the series, whoever moves it and wherever they are:
   * nine o'clock there stays nine o'clock there when clocks change.
   */
  private static UnaryOperator<ActivityData> inZone(
      When series, UnaryOperator<ActivityData> change) {
    return data -> {
      ActivityData after = change.apply(data);
      When to = after.when();
      return to == null || to.allDay() || series.allDay()
          ? after
          : after.toBuilder().when(new When(to.at(), series.zone())).build();
    };
  }

  private boolean follow(
      Series series, When when, UnaryOperator<ActivityData> change, List<ActivityId> touched) {
    if (series.next().equals(when)) {
      return all(series, when, change);
    }
    Set<Instant> taken =
        new HashSet<>(repository.taken(List.of(series)).getOrDefault(series.id(), Set.of()));
    Activity whole = activities.find(series.id()).orElse(null);
    When to = whole == null ? null : moved(whole, when, change);
    if (to == null
        || when.at().isBefore(series.next().at())
        || taken.contains(when.at())
        || series.rule().from(series.first(), when.at()).filter(when::equals).isEmpty()) {
      return false;
    }
    Recurrence rest = RecurrenceSplit.rest(series.rule(), series.first(), when, to).orElse(null);
    if (rest == null) {
      return false;
    }
    ActivityId other = activities.takeOut(series.id(), when, rest.rule(), change);
    repository.takeAlong(series.id(), other);
    repository.rule(series.id(), RecurrenceSplit.before(series.rule(), when));
    give(series.id(), other, places(series, when, rest, to, taken));
    events.publishEvent(new SeriesSplit(series.id(), other));
    touched.add(other);
    return true;
  }

  private void give(ActivityId from, ActivityId to, Map<Instant, Instant> places) {
    if (!repository.give(from, to, places)) {
      throw new OthersOccurrencesException();
    }
  }

  /** Where what was taken out belongs from now on: the third of before is the third of after. */
  private static Map<Instant, Instant> places(
      Series series, When from, Recurrence rest, When to, Set<Instant> taken) {
    Instant last = taken.stream().max(Instant::compareTo).orElse(Instant.MIN);
    Map<Instant, Instant> places = new HashMap<>();
    if (last.isBefore(from.at())) {
      return places;
    }
    List<When> before = series.rule().within(series.first(), from.at(), last.plusSeconds(1));
    List<When> after = rest.within(to, to.at(), Instant.MAX);
    for (int i = 0; i < before.size() && i < after.size(); i++) {
      if (taken.contains(before.get(i).at())) {
        places.put(before.get(i).at(), after.get(i).at());
      }
    }
    return places;
  }

  private boolean all(Series series, When when, UnaryOperator<ActivityData> change) {
    Activity whole = activities.find(series.id()).orElse(null);
    When to = whole == null ? null : moved(whole, when, change);
    if (whole == null
        || to == null
        || series.rule().from(series.first(), when.at()).filter(when::equals).isEmpty()) {
      return false;
    }
    When next = like(series.next(), when, to);
    if (next.equals(series.next())) {
      // it stays where it is, and so does its rule
      return isSaved(
          whole,
          change.apply(whole.data()).toBuilder()
              .when(whole.data().when())
              .recurrence(whole.data().recurrence())
              .build());
    }
    Recurrence rest =
        RecurrenceSplit.rest(series.rule(), series.first(), series.next(), next).orElse(null);
    if (rest == null
        || !isSaved(
            whole,
            change.apply(whole.data()).toBuilder().when(next).recurrence(rest.rule()).build())) {
      return false;
    }
    Set<Instant> taken = repository.taken(List.of(series)).getOrDefault(series.id(), Set.of());
    Map<Instant, Instant> places = places(series, series.next(), rest, next, taken);
    // what is over goes out of the way of what now comes where it was
    Duration by = Duration.between(series.next().at(), next.at());
    taken.stream()
        .filter(at -> at.isBefore(series.next().at()) && !at.isBefore(next.at()))
        .forEach(at -> places.put(at, at.plus(by)));
    give(series.id(), series.id(), places);
    return true;
  }

  private boolean isSaved(Activity whole, ActivityData after) {
    return activities.save(whole.id(), whole.version(), whole.data(), after, null)
        instanceof SaveResult.Saved;
  }

  private static @Nullable When moved(
      Activity whole, When when, UnaryOperator<ActivityData> change) {
    return change.apply(whole.data().toBuilder().when(when).recurrence(null).build()).when();
  }

  /** Another occurrence, moved by as many days, and to the same time. */
  private static When like(When other, When from, When to) {
    LocalDate day = day(other).plusDays(ChronoUnit.DAYS.between(day(from), day(to)));
    return to.zone() == null
        ? When.on(day)
        : When.at(day.atTime(to.in(to.zone()).toLocalTime()), to.zone());
  }

  private static LocalDate day(When when) {
    return when.day(when.zone() == null ? ZoneOffset.UTC : when.zone());
  }
}
