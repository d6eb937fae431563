package eu.rempart.activity.ical;

import eu.rempart.account.NotPermittedException;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ManyActivitiesService;
import eu.rempart.activity.NewActivity;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.Ids;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.db.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One calendar file on its way in, within one change. */
final class CalendarTaking {

  private final ActivityService activities;
  private final ManyActivitiesService many;
  private final SeriesService series;
  private final FixedFields fixed;
  private final UUID owner;
  private final String untitled;
  private final List<ActivityId> touched = new ArrayList<>();
  private final List<CalendarRemark> remarks = new ArrayList<>();
  private final Map<String, ActivityId> byNumber = new HashMap<>();
  private int created;
  private int updated;
  private int same;
  private int refused;

  /**
   * For one file.
   *
   * @param fixed what whoever brings it may not change
   * @param owner whoever brings it
   * @param untitled the subject of what has none
   * @param unread what of it can't be read
   */
  CalendarTaking(
      ActivityService activities,
      ManyActivitiesService many,
      SeriesService series,
      FixedFields fixed,
      UUID owner,
      String untitled,
      List<CalendarRemark> unread) {
    this.activities = activities;
    this.many = many;
    this.series = series;
    this.fixed = fixed;
    this.owner = owner;
    this.untitled = untitled;
    this.refused = unread.size();
    this.remarks.addAll(unread);
  }

  List<ActivityId> touched() {
    return touched;
  }

  void take(List<Found> all) {
    // what is one of a series comes after the series
    all.stream()
        .filter(found -> found.occurrence() == null)
        .forEach(found -> careful(found, this::whole));
    all.stream()
        .filter(found -> found.occurrence() != null)
        .forEach(found -> careful(found, this::occurrence));
  }

  /** One that can't be kept is left out by itself, before anything of it is written. */
  private void careful(Found found, Consumer<Found> taking) {
    try {
      taking.accept(found);
      found.remarks().forEach(why -> remarks.add(new CalendarRemark(found.data().subject(), why)));
    } catch (InvalidFieldException e) {
      refuse(found, why(e));
    } catch (NotPermittedException _) {
      refuse(found, CalendarRemark.Why.NOT_YOURS);
    }
  }

  private void refuse(Found found, CalendarRemark.Why why) {
    refused++;
    remarks.add(new CalendarRemark(found.data().subject(), why));
  }

  private static CalendarRemark.Why why(InvalidFieldException e) {
    if (e.field().equals(label(ActivityField.WHEN))) {
      return e.problem() == InvalidFieldException.Problem.REQUIRED
          ? CalendarRemark.Why.NO_TIME
          : CalendarRemark.Why.TIME_TOO_FAR;
    }
    return e.field().equals(label(ActivityField.RECURRENCE))
        ? CalendarRemark.Why.RULE
        : CalendarRemark.Why.OTHER;
  }

  private static String label(ActivityField field) {
    return "activity.field." + field.column();
  }

  private void whole(Found found) {
    Optional<Activity> known = known(found.data());
    String subject = found.data().subject();
    if (subject == null) {
      // a name that somebody gave it since stays
      subject = known.map(activity -> activity.data().subject()).orElse(untitled);
    }
    ActivityData data = found.data().toBuilder().subject(subject).ownerId(owner).build();
    ActivityRules.check(data);
    ActivityId id = known.isPresent() ? update(known.get(), data) : create(data);
    if (data.externalId() != null) {
      byNumber.put(data.externalId(), id);
    }
    found.leftOut().forEach(when -> leaveOut(id, when));
  }

  private Optional<Activity> known(ActivityData data) {
    String number = data.externalId();
    return number == null
        ? Optional.empty()
        : Optional.ofNullable(byNumber.get(number))
            .or(() -> many.matching(number).stream().findFirst())
            .or(() -> CalendarFile.own(number))
            .flatMap(activities::find);
  }

  private ActivityId create(ActivityData data) {
    ActivityId id = new ActivityId(Ids.next());
    activities.createAll(
        Map.of(id, new NewActivity(fixed.kept(ActivityData.EMPTY, data), ActivityLinks.NONE)),
        Reason.IMPORT);
    touched.add(id);
    created++;
    return id;
  }

  /** What the file does not know stays: owner, links, and reminders where it has none. */
  private ActivityId update(Activity known, ActivityData data) {
    ActivityData now = known.data();
    ActivityData wanted =
        now.toBuilder()
            .subject(data.subject())
            .when(stands(known, data) ? now.when() : data.when())
            .minutes(data.minutes())
            .recurrence(data.recurrence())
            .reminders(reminders(now, data))
            .place(data.place())
            .description(data.description())
            .priority(data.priority())
            .status(status(now, data))
            .build();
    ActivityData after = fixed.kept(now, wanted);
    if (after.equals(now)) {
      same++;
    } else {
      SaveResult<?, ?> saved = activities.save(known.id(), known.version(), now, after, null);
      touched.add(known.id());
      updated += saved instanceof SaveResult.Saved<?, ?> ? 1 : 0;
      if (after.recurrence() != null && !Objects.equals(after.when(), now.when())) {
        series.settle(known.id());
      }
    }
    return known.id();
  }

  /** Whether it is the series of the file, which stands at some occurrence by now. */
  private boolean stands(Activity known, ActivityData data) {
    return data.recurrence() != null
        && data.recurrence().equals(known.data().recurrence())
        && series.first(known.id()).map(first -> first.equals(data.when())).orElse(true);
  }

  /** What is over with here does not begin again because a file does not know of it. */
  private static ActivityStatus status(ActivityData now, ActivityData read) {
    return read.status() == ActivityStatus.OPEN ? now.status() : read.status();
  }

  private static List<Integer> reminders(ActivityData now, ActivityData read) {
    return read.reminders().isEmpty() ? now.reminders() : read.reminders();
  }

  private void leaveOut(ActivityId id, When when) {
    if (!fixed.contains(ActivityField.STATUS)) {
      var _ =
          series.change(
              id, when, data -> data.toBuilder().status(ActivityStatus.CANCELLED).build());
    }
  }

  private void occurrence(Found found) {
    Optional<Activity> known = known(found.data());
    When first = known.map(activity -> activity.data().when()).orElse(null);
    if (known.isEmpty() || first == null) {
      whole(found.alone());
      return;
    }
    // in the zone of the series, whatever zone the file says it in
    When which = CalendarTimes.like(Objects.requireNonNull(found.occurrence()), first);
    UnaryOperator<ActivityData> change =
        data -> fixed.kept(data, instead(data, found.data(), which));
    ActivityRules.check(change.apply(known.get().data()).toBuilder().recurrence(null).build());
    UUID changed = series.change(known.get().id(), which, change);
    if (changed == null) {
      same++;
    } else {
      created++;
    }
  }

  /** What one of a series is; of one without a subject the file says only what differs. */
  static ActivityData instead(ActivityData series, ActivityData read, When which) {
    ActivityDataBuilder data =
        series.toBuilder()
            .when(read.when() == null ? which : read.when())
            .reminders(reminders(series, read))
            .status(read.status())
            .externalId(null);
    if (read.subject() == null) {
      return data.place(read.place() == null ? series.place() : read.place())
          .minutes(read.minutes() == null ? series.minutes() : read.minutes())
          .build();
    }
    return data.subject(read.subject()).minutes(read.minutes()).place(read.place()).build();
  }

  Imported done(UUID change) {
    return new Imported(change, touched, created, updated, same, refused, remarks);
  }
}
