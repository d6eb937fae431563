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
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A meeting as calendars elsewhere know it: of a recurring one the whole series. */
@Component
class MeetingFacts {

  private final SeriesService series;

  MeetingFacts(SeriesService series) {
    this.series = series;
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
    return activity.data().recurrence() == null ? Optional.empty() : series.told(activity.id());
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

  /** What is otherwise than its rule says; nothing for what comes once. */
  OccurrenceChanges changes(Activity activity) {
    return new OccurrenceChanges(whole(activity).map(SeriesTold::changes).orElse(List.of()));
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
