package eu.rempart.activity.reminder;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.ACTIVITY_REMINDED;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.value.ActivityStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which reminders have come, and which were seen. */
@Component
class ReminderQueries {

  private final DSLContext dsl;

  ReminderQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What somebody is to be reminded of whose time came after one moment and until another. */
  List<ActivityId> due(UUID owner, Instant after, Instant until, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(ACTIVITY.OWNER_ID.eq(owner))
        .and(ACTIVITY.STATUS.eq(DSL.inline(ActivityStatus.OPEN.name())))
        .and(ACTIVITY.REMIND_AT.gt(after.atOffset(ZoneOffset.UTC)))
        .and(ACTIVITY.REMIND_AT.le(until.atOffset(ZoneOffset.UTC)))
        .andNotExists(
            DSL.selectOne()
                .from(ACTIVITY_REMINDED)
                .where(ACTIVITY_REMINDED.ACTIVITY_ID.eq(ACTIVITY.ID))
                .and(ACTIVITY_REMINDED.REMIND_AT.eq(ACTIVITY.REMIND_AT)))
        .orderBy(ACTIVITY.REMIND_AT, ACTIVITY.ID)
        .limit(limit)
        .fetch(row -> new ActivityId(row.value1()));
  }

  /** Notes that they were seen; those of an activity that is moved come again. */
  void seen(Collection<ActivityId> ids) {
    dsl.insertInto(ACTIVITY_REMINDED, ACTIVITY_REMINDED.ACTIVITY_ID, ACTIVITY_REMINDED.REMIND_AT)
        .select(
            dsl.select(ACTIVITY.ID, ACTIVITY.REMIND_AT)
                .from(ACTIVITY)
                .where(ACTIVITY.ID.in(ids.stream().map(ActivityId::value).toList()))
                .and(ACTIVITY.REMIND_AT.isNotNull()))
        .onConflictDoNothing()
        .execute();
  }

  /** Forgets what was seen long ago. */
  void forget(Instant before) {
    dsl.deleteFrom(ACTIVITY_REMINDED)
        .where(ACTIVITY_REMINDED.SEEN_AT.lt(before.atOffset(ZoneOffset.UTC)))
        .execute();
  }
}
