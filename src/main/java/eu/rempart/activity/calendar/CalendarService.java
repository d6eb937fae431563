package eu.rempart.activity.calendar;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.series.SeriesService;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.common.TimelineKey;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The door to activities by time. Every method needs a right, and throws where it is missing. */
@Service
public class CalendarService {

  /** As many as people can tell apart; whoever has more chooses fewer owners, or fewer days. */
  public static final int MOST = 2_000;

  private static final Set<String> ABOUT = Set.of("contact", "company", "deal");
  private static final int LISTED = 10;
  private static final int COUNTED = 100;

  private static final Set<ActivityColumn> READ =
      Collections.unmodifiableSet(
          EnumSet.of(
              ActivityColumn.SUBJECT,
              ActivityColumn.OWNER,
              ActivityColumn.PRIORITY,
              ActivityColumn.MINUTES));

  private final CalendarQueries queries;
  private final ActivityService activities;
  private final SeriesService series;
  private final Rights rights;
  private final Clock clock;

  @Autowired
  CalendarService(
      CalendarQueries queries, ActivityService activities, SeriesService series, Rights rights) {
    this(queries, activities, series, rights, Clock.systemUTC());
  }

  CalendarService(
      CalendarQueries queries,
      ActivityService activities,
      SeriesService series,
      Rights rights,
      Clock clock) {
    this.queries = queries;
    this.activities = activities;
    this.series = series;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * What reaches into a stretch and is not called off, by time, with what comes of recurring
   * activities; {@link #MOST} at most.
   *
   * @param owners whose: what they own, and meetings to which they are asked and did not say no;
   *     empty for everybody's
   */
  public List<CalendarEntry> entries(Stretch stretch, Collection<UUID> owners) {
    rights.require(Right.READ_RECORDS);
    if (rights.hidden("activity").contains("starts_at")) {
      return List.of(); // neither what comes of a rule
    }
    List<CalendarEntry> entries = new ArrayList<>();
    for (ActivityRow row : activities.rows(queries.within(stretch, owners, MOST), READ)) {
      When when = row.shown().when();
      if (when != null && stretch.holds(when, row.shown().minutes())) {
        entries.add(new CalendarEntry(row, when));
      }
    }
    comes(stretch, owners, entries);
    entries.sort(Comparator.comparing(entry -> entry.when().at()));
    return entries.size() > MOST ? List.copyOf(entries.subList(0, MOST)) : entries;
  }

  /** Adds what comes of series, the first ones first, until there is more than can be shown. */
  private void comes(Stretch stretch, Collection<UUID> owners, List<CalendarEntry> entries) {
    List<SeriesService.Coming> coming =
        series
            .coming(stretch.earliest().minus(ActivityRules.LONGEST), stretch.latest(), owners)
            .stream()
            // what began before may reach into it, but hardly anything does
            .sorted(
                Comparator.comparing(
                        (SeriesService.Coming one) -> one.when().at().isBefore(stretch.earliest()))
                    .thenComparing(one -> one.when().at()))
            .toList();
    Map<ActivityId, ActivityRow> rows = new HashMap<>();
    for (int from = 0; from < coming.size() && entries.size() <= MOST; from += MOST) {
      List<SeriesService.Coming> some = coming.subList(from, Math.min(from + MOST, coming.size()));
      activities
          .rows(
              some.stream()
                  .map(SeriesService.Coming::series)
                  .distinct()
                  .filter(id -> !rows.containsKey(id))
                  .toList(),
              READ)
          .forEach(row -> rows.put(row.id(), row));
      for (SeriesService.Coming one : some) {
        ActivityRow row = rows.get(one.series());
        if (row != null && stretch.holds(one.when(), row.shown().minutes())) {
          entries.add(new CalendarEntry(row, one.when()));
        }
      }
    }
  }

  /** Somebody's day as it is now: what is late, and what is still to be done or held today. */
  public MyDay day(UUID owner, ZoneId zone) {
    rights.require(Right.READ_RECORDS);
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, zone);
    List<CalendarEntry> all =
        entries(Stretch.day(today, zone), Set.of(owner)).stream()
            // it stands at an earlier one, which is late; only of meetings nobody says so
            .filter(entry -> !entry.isComing() || isMeeting(entry.row()))
            .toList();
    boolean timed = !rights.hidden("activity").contains("starts_at");
    return new MyDay(
        timed ? activities.rows(queries.overdue(owner, now, zone, LISTED), READ) : List.of(),
        timed ? queries.countOverdue(owner, now, zone, COUNTED + 1) : 0,
        all.stream()
            .map(CalendarEntry::row)
            .filter(row -> isDue(row) && row.shown().status() == ActivityStatus.OPEN)
            .filter(row -> !start(row, zone).isBefore(now.atZone(zone)) || isWholeDay(row))
            .toList(),
        all.stream()
            .filter(entry -> !isDue(entry.row()))
            .sorted(Comparator.comparing(entry -> entry.when().in(zone)))
            .toList());
  }

  /**
   * Whether activities can be about records of this kind, by their table: for everybody to know.
   */
  @PermitAll
  public static boolean isAbout(String kind) {
    return ABOUT.contains(kind);
  }

  /**
   * The activities about a record, done and still to come; the last first.
   *
   * @param before where the answer before ended; null for the newest
   * @throws IllegalArgumentException for records of a kind that activities are not about
   */
  public List<TimelineKey> timeline(
      String kind, UUID record, @Nullable TimelineKey before, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!isAbout(kind)) {
      throw new IllegalArgumentException("no activity is about a " + kind);
    }
    return queries.timeline(kind, record, before, limit);
  }

  /** Tasks are due some time of the day, as are calls without a time; the rest has its hour. */
  private static boolean isDue(ActivityRow row) {
    return row.shown().kind() == ActivityKind.TASK
        || (row.shown().kind() == ActivityKind.CALL && isWholeDay(row));
  }

  private static boolean isMeeting(ActivityRow row) {
    return row.shown().kind() == ActivityKind.MEETING;
  }

  private static boolean isWholeDay(ActivityRow row) {
    When when = row.shown().when();
    return when != null && when.allDay();
  }

  private static ZonedDateTime start(ActivityRow row, ZoneId zone) {
    return Objects.requireNonNull(row.shown().when(), "a calendar holds what has a time").in(zone);
  }
}
