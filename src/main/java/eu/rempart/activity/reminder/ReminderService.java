package eu.rempart.activity.reminder;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.activity.ActivityColumn;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.ActivityService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
  private final ActivityService activities;
  private final Rights rights;
  private final CurrentMember member;
  private final Clock clock;

  @Autowired
  ReminderService(
      ReminderQueries queries, ActivityService activities, Rights rights, CurrentMember member) {
    this(queries, activities, rights, member, Clock.systemUTC());
  }

  ReminderService(
      ReminderQueries queries,
      ActivityService activities,
      Rights rights,
      CurrentMember member,
      Clock clock) {
    this.queries = queries;
    this.activities = activities;
    this.rights = rights;
    this.member = member;
    this.clock = clock;
  }

  /**
   * What the member is to be reminded of now and has not seen, each activity once, the earliest
   * first; ten at most.
   */
  public List<ActivityRow> due() {
    rights.require(Right.READ_RECORDS);
    Instant now = clock.instant();
    List<ActivityId> ids = queries.due(member.id(), now.minus(KEPT), now, AT_ONCE);
    return ids.isEmpty() ? List.of() : activities.rows(ids, Set.of(ActivityColumn.SUBJECT));
  }

  /**
   * Notes that the member saw what came of these so far: later reminders of them come, and all of
   * one that is moved to another time.
   */
  public void seen(Collection<ActivityId> ids) {
    rights.require(Right.READ_RECORDS);
    Instant now = clock.instant();
    queries.seen(member.id(), ids, now);
    queries.forget(now.minus(FORGOTTEN));
  }
}
