package eu.rempart.activity.reminder;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.When;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** The door to the reminders of whoever acts on this thread. */
@Service
public class ReminderService {

  /** What came while nobody looked is shown for so long; later it is history. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final Duration FORGOTTEN = Duration.ofDays(60);
  private static final int AT_ONCE = 10;

  private final ReminderQueries queries;
  private final ComingReminders coming;
  private final ActivityService activities;
  private final Rights rights;
  private final CurrentMember member;
  private final Clock clock;

  @Autowired
  ReminderService(
      ReminderQueries queries,
      ComingReminders coming,
      ActivityService activities,
      Rights rights,
      CurrentMember member) {
    this(queries, coming, activities, rights, member, Clock.systemUTC());
  }

  ReminderService(
      ReminderQueries queries,
      ComingReminders coming,
      ActivityService activities,
      Rights rights,
      CurrentMember member,
      Clock clock) {
    this.queries = queries;
    this.coming = coming;
    this.activities = activities;
    this.rights = rights;
    this.member = member;
    this.clock = clock;
  }

  /**
   * What the member is to be reminded of now and has not seen, each activity once, the earliest
   * first; ten at most. A recurring meeting is at the occurrence that it reminds of.
   */
  public List<ActivityRow> due() {
    rights.require(Right.READ_RECORDS);
    Instant now = clock.instant();
    Set<ActivityId> ids =
        new LinkedHashSet<>(queries.due(member.id(), now.minus(KEPT), now, AT_ONCE));
    Map<ActivityId, When> meetings = new LinkedHashMap<>();
    coming
        .unseen(member.id(), coming.between(member.id(), now.minus(KEPT), now))
        .forEach(moment -> meetings.put(moment.meeting(), moment.when()));
    ids.addAll(meetings.keySet());
    return ids.isEmpty()
        ? List.of()
        : activities
            .rows(ids.stream().limit(AT_ONCE).toList(), Set.of(ActivityColumn.SUBJECT))
            .stream()
            .map(row -> at(row, meetings.get(row.id())))
            .toList();
  }

  /** Who is not shown when it is learns nothing of the occurrence either. */
  private static ActivityRow at(ActivityRow row, @Nullable When occurrence) {
    return occurrence == null || row.shown().when() == null
        ? row
        : row.with(row.shown().toBuilder().when(occurrence).build());
  }

  /**
   * Notes that the member saw what came of these so far: later reminders of them come, and all of
   * one that is moved to another time.
   */
  public void seen(Collection<ActivityId> ids) {
    rights.require(Right.READ_RECORDS);
    Instant now = clock.instant();
    queries.seen(member.id(), ids, now);
    queries.seen(
        member.id(),
        coming.between(member.id(), now.minus(KEPT), now).stream()
            .filter(moment -> ids.contains(moment.meeting()))
            .toList());
    queries.forget(now.minus(FORGOTTEN));
  }
}
