package eu.rempart.activity.meeting;

import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ical.InvitationFile.Meeting;
import eu.rempart.activity.ical.InvitationFile.Moved;
import eu.rempart.activity.ical.InvitationFile.Person;
import eu.rempart.activity.meeting.Guests.Guest;
import eu.rempart.activity.series.SeriesChange;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.series.SeriesTold;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A meeting as calendars elsewhere know it: of a recurring one the whole series. */
@Component
class MeetingFacts {

  private final SeriesService series;
  private final InvitedRepository invited;

  MeetingFacts(SeriesService series, InvitedRepository invited) {
    this.series = series;
    this.invited = invited;
  }

  /**
   * What is told of a meeting.
   *
   * @throws NullPointerException if it has no time
   */
  Meeting of(Activity activity, int sequence, Instant stamp, Person organizer, List<Guest> guests) {
    ActivityData data = activity.data();
    Optional<SeriesTold> whole = whole(activity);
    List<When> leftOut = new ArrayList<>();
    List<Moved> moved = new ArrayList<>();
    whole.ifPresent(told -> told.changes().forEach(change -> sort(change, leftOut, moved)));
    String subject = Objects.requireNonNullElse(data.subject(), "");
    return new Meeting(
        activity.id().value(),
        sequence,
        stamp,
        subject,
        data.place(),
        data.description(),
        whole.map(SeriesTold::first).orElseGet(() -> Objects.requireNonNull(data.when())),
        data.minutes(),
        whole.isPresent() ? data.recurrence() : null,
        leftOut,
        moved,
        organizer,
        guests.stream().map(Guest::person).toList());
  }

  private static void sort(SeriesChange change, List<When> leftOut, List<Moved> moved) {
    ActivityData instead = change.instead().data();
    When to = instead.when();
    if (to == null || instead.status() == ActivityStatus.CANCELLED) {
      leftOut.add(change.of());
    } else {
      moved.add(
          new Moved(
              change.of(),
              to,
              instead.minutes(),
              Objects.requireNonNullElse(instead.subject(), ""),
              instead.place()));
    }
  }

  private Optional<SeriesTold> whole(Activity activity) {
    return whole(activity, Set.of());
  }

  private Optional<SeriesTold> whole(Activity activity, Set<Instant> besides) {
    return activity.data().recurrence() == null
        ? Optional.empty()
        : series.told(activity.id(), besides);
  }

  /**
   * Whether there is anything left of a meeting that somebody could stay away from. A day ends last
   * where clocks are half a day behind.
   */
  static boolean isAhead(Activity activity, Instant now) {
    ActivityData data = activity.data();
    When when = data.when();
    if (when == null || data.status() != ActivityStatus.OPEN) {
      return false;
    }
    Duration length = Duration.ofMinutes(Objects.requireNonNullElse(data.minutes(), 0));
    if (when.allDay()) {
      length = (length.isZero() ? Duration.ofDays(1) : length).plusHours(12);
    }
    return data.recurrence() != null || when.at().plus(length).isAfter(now);
  }

  /**
   * What is otherwise than its rule says; nothing for what comes once.
   *
   * @param before what was told of it, see {@link OccurrenceChanges#text}: that stands for
   *     occurrences which whoever acts does not see
   */
  OccurrenceChanges changes(Activity activity, @Nullable String before) {
    Map<Instant, String> unseen = OccurrenceChanges.read(before);
    List<SeriesChange> seen =
        whole(activity, unseen.keySet()).map(SeriesTold::changes).orElse(List.of());
    seen.forEach(each -> unseen.remove(each.of().at()));
    unseen.keySet().removeIf(place -> !invited.isTakenOut(activity.id(), place));
    return new OccurrenceChanges(seen, unseen);
  }

  /** When it is, as a text that changes with it; of what the activity has in clear. */
  String times(Activity activity) {
    ActivityData data = activity.data();
    When first = whole(activity).map(SeriesTold::first).orElse(data.when());
    return "%s|%s|%s|%s"
        .formatted(
            first == null ? "" : first.at(),
            first == null || first.zone() == null ? "" : first.zone().getId(),
            data.minutes() == null ? "" : data.minutes(),
            data.recurrence() == null ? "" : data.recurrence());
  }
}
