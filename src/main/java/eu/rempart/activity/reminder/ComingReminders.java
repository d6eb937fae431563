package eu.rempart.activity.reminder;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.series.SeriesTimes;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reminders of what recurring meetings still have to come to. A task or a call that nobody did is
 * late and waits; of a meeting nobody says that it was held, so that its series may stand long
 * behind.
 */
@Component
class ComingReminders {

  private final ReminderQueries queries;
  private final SeriesTimes series;

  ComingReminders(ReminderQueries queries, SeriesTimes series) {
    this.queries = queries;
    this.series = series;
  }

  /**
   * A moment at which a meeting reminds of itself.
   *
   * @param when the occurrence that it reminds of
   */
  record Moment(ActivityId meeting, When when, Instant at) {}

  /**
   * The moments after one and until another, by time.
   *
   * @param member in whose calendar the meetings stand; null for all
   */
  List<Moment> between(@Nullable UUID member, Instant after, Instant until) {
    Map<ActivityId, List<Integer>> minutes = queries.recurringMeetings(member);
    int earliest = minutes.values().stream().flatMap(List::stream).max(Integer::compare).orElse(0);
    List<Moment> moments = new ArrayList<>();
    series
        .coming(
            minutes.keySet(),
            after.minus(Duration.ofMinutes(Reminders.MORNING)),
            until.plus(Duration.ofMinutes(earliest)).plusSeconds(1))
        .forEach(
            coming ->
                minutes.getOrDefault(coming.series(), List.of()).stream()
                    .map(
                        before ->
                            new Moment(coming.series(), coming.when(), at(coming.when(), before)))
                    .filter(moment -> moment.at().isAfter(after) && !moment.at().isAfter(until))
                    .forEach(moments::add));
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  /** Of these the ones that a member has not seen. */
  List<Moment> unseen(UUID member, Collection<Moment> moments) {
    if (moments.isEmpty()) {
      return List.of();
    }
    var seen = queries.seenBy(member, moments.stream().map(Moment::meeting).toList());
    return moments.stream()
        .filter(moment -> !seen.getOrDefault(moment.meeting(), List.of()).contains(moment.at()))
        .toList();
  }

  private static Instant at(When when, int minutesBefore) {
    return when.at()
        .plus(Duration.ofMinutes(when.allDay() ? Reminders.MORNING : 0))
        .minus(Duration.ofMinutes(minutesBefore));
  }
}
