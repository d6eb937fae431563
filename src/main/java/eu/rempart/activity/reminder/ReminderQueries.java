package eu.rempart.activity.reminder;

import static eu.rempart.db.generated.Tables.ACTIVITY;
import static eu.rempart.db.generated.Tables.ACTIVITY_REMINDED;
import static eu.rempart.db.generated.Tables.MEMBER;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.attending.AttendingQueries;
import eu.rempart.activity.reminder.ComingReminders.Moment;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.Reminders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which reminders have come, and which were seen, or told of otherwise. */
@Component
class ReminderQueries {

  private static final String MOMENTS = "moments";
  private static final Field<OffsetDateTime> MOMENT =
      DSL.field(DSL.name(MOMENTS, "at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

  private static final Field<UUID> MEETING = DSL.field(DSL.name(MOMENTS, "meeting"), UUID.class);

  private final DSLContext dsl;

  ReminderQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What somebody is to be reminded of whose time came after one moment and until another. */
  List<ActivityId> due(UUID member, Instant after, Instant until, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .crossJoin(moments())
        .where(AttendingQueries.planned(List.of(member), mayCome(after, until)))
        .and(came(after, until))
        .andNotExists(
            DSL.selectOne()
                .from(ACTIVITY_REMINDED)
                .where(ACTIVITY_REMINDED.ACTIVITY_ID.eq(ACTIVITY.ID))
                .and(ACTIVITY_REMINDED.REMIND_AT.eq(MOMENT))
                .and(ACTIVITY_REMINDED.MEMBER_ID.eq(member))
                .and(ACTIVITY_REMINDED.SEEN_AT.isNotNull()))
        .groupBy(ACTIVITY.ID)
        .orderBy(DSL.min(MOMENT), ACTIVITY.ID)
        .limit(limit)
        .fetch(row -> new ActivityId(row.value1()));
  }

  /**
   * Notes that a member saw what came of these until a moment: one look is enough for several that
   * waited. Those of an activity that is moved come again.
   */
  void seen(UUID member, Collection<ActivityId> ids, Instant until) {
    note(
        dsl.select(ACTIVITY.ID, MOMENT, DSL.val(member))
            .from(ACTIVITY)
            .crossJoin(moments())
            .where(ACTIVITY.ID.in(ids.stream().map(ActivityId::value).toList()))
            .and(MOMENT.le(until.atOffset(ZoneOffset.UTC))));
  }

  private void note(Select<Record3<UUID, OffsetDateTime, UUID>> seen) {
    dsl.insertInto(
            ACTIVITY_REMINDED,
            ACTIVITY_REMINDED.ACTIVITY_ID,
            ACTIVITY_REMINDED.REMIND_AT,
            ACTIVITY_REMINDED.MEMBER_ID)
        .select(seen)
        .onConflict(
            ACTIVITY_REMINDED.ACTIVITY_ID, ACTIVITY_REMINDED.REMIND_AT, ACTIVITY_REMINDED.MEMBER_ID)
        .doUpdate()
        .set(ACTIVITY_REMINDED.SEEN_AT, DSL.currentOffsetDateTime())
        .execute();
  }

  /** As {@link #seen(UUID, Collection, Instant)}, of these moments. */
  void seen(UUID member, Collection<Moment> coming) {
    note(
        dsl.select(ACTIVITY.ID, MOMENT, DSL.val(member))
            .from(ACTIVITY)
            .join(moments(coming))
            .on(MEETING.eq(ACTIVITY.ID)));
  }

  /** The moments of these that a member saw. */
  Map<ActivityId, List<Instant>> seenBy(UUID member, Collection<ActivityId> ids) {
    Map<ActivityId, List<Instant>> seen = new HashMap<>();
    dsl.select(ACTIVITY_REMINDED.ACTIVITY_ID, ACTIVITY_REMINDED.REMIND_AT)
        .from(ACTIVITY_REMINDED)
        .where(ACTIVITY_REMINDED.MEMBER_ID.eq(member))
        .and(
            ACTIVITY_REMINDED.ACTIVITY_ID.eq(
                DSL.any(ids.stream().map(ActivityId::value).toArray(UUID[]::new))))
        .and(ACTIVITY_REMINDED.SEEN_AT.isNotNull())
        .forEach(
            row ->
                seen.computeIfAbsent(new ActivityId(row.value1()), _ -> new ArrayList<>())
                    .add(row.value2().toInstant()));
    return seen;
  }

  /**
   * Open meetings that recur and remind of themselves, with how many minutes before.
   *
   * @param member in whose calendar they stand; null for all
   */
  Map<ActivityId, List<Integer>> recurringMeetings(@Nullable UUID member) {
    Condition recurring =
        ACTIVITY
            .RECURRENCE
            .isNotNull()
            .and(ACTIVITY.REMIND_LAST.isNotNull())
            .and(ACTIVITY.STATUS.eq(DSL.inline(ActivityStatus.OPEN.name())))
            .and(ACTIVITY.KIND.eq(DSL.inline(ActivityKind.MEETING.name())));
    Map<ActivityId, List<Integer>> minutes = new HashMap<>();
    dsl.select(ACTIVITY.ID, ACTIVITY.REMINDER_MINUTES)
        .from(ACTIVITY)
        .where(member == null ? recurring : AttendingQueries.planned(List.of(member), recurring))
        .forEach(
            row -> minutes.put(new ActivityId(row.value1()), Reminders.ofColumn(row.value2())));
    return minutes;
  }

  /**
   * Notes of reminders that came after one moment and until another, and that somebody did not see,
   * that they are told of otherwise; each once, on whatever server.
   *
   * @return whom to tell of what; of members who may not sign in nothing
   */
  Map<ActivityId, Set<UUID>> tell(Instant after, Instant until) {
    return tell(moments(), mayCome(after, until).and(came(after, until)));
  }

  /** The same of these moments. */
  Map<ActivityId, Set<UUID>> tell(Collection<Moment> coming) {
    return coming.isEmpty() ? Map.of() : tell(moments(coming), MEETING.eq(ACTIVITY.ID));
  }

  private Map<ActivityId, Set<UUID>> tell(Table<?> moments, Condition which) {
    Map<ActivityId, Set<UUID>> told = new HashMap<>();
    dsl.insertInto(
            ACTIVITY_REMINDED,
            ACTIVITY_REMINDED.ACTIVITY_ID,
            ACTIVITY_REMINDED.REMIND_AT,
            ACTIVITY_REMINDED.MEMBER_ID,
            ACTIVITY_REMINDED.SEEN_AT,
            ACTIVITY_REMINDED.TOLD_AT)
        .select(
            DSL.select(
                    ACTIVITY.ID,
                    MOMENT,
                    MEMBER.ID,
                    DSL.castNull(SQLDataType.TIMESTAMPWITHTIMEZONE),
                    DSL.currentOffsetDateTime())
                .from(ACTIVITY)
                .crossJoin(moments)
                .crossJoin(AttendingQueries.whose())
                .join(MEMBER)
                .on(MEMBER.ID.eq(AttendingQueries.WHO))
                .where(which)
                .and(MEMBER.STATE.eq(DSL.inline("ACTIVE")))
                .andNotExists(
                    DSL.selectOne()
                        .from(ACTIVITY_REMINDED)
                        .where(ACTIVITY_REMINDED.ACTIVITY_ID.eq(ACTIVITY.ID))
                        .and(ACTIVITY_REMINDED.REMIND_AT.eq(MOMENT))
                        .and(ACTIVITY_REMINDED.MEMBER_ID.eq(MEMBER.ID))))
        .onConflictDoNothing()
        .returningResult(ACTIVITY_REMINDED.ACTIVITY_ID, ACTIVITY_REMINDED.MEMBER_ID)
        .fetch()
        .forEach(
            row ->
                told.computeIfAbsent(new ActivityId(row.value1()), _ -> new HashSet<>())
                    .add(row.value2()));
    return told;
  }

  /** The moments of the activity of the same query, to be joined to it: {@link #MOMENT}. */
  private static Table<Record> moments() {
    return DSL.table(
            "rempart.reminders({0}, {1}, {2})",
            ACTIVITY.STARTS_AT, ACTIVITY.ALL_DAY, ACTIVITY.REMINDER_MINUTES)
        .as(MOMENTS, "at");
  }

  /** These moments, each with the meeting that it is of: {@link #MEETING}. */
  private static Table<?> moments(Collection<Moment> coming) {
    return DSL.table(
            "unnest({0}, {1})",
            DSL.val(coming.stream().map(each -> each.meeting().value()).toArray(UUID[]::new)),
            DSL.val(
                coming.stream()
                    .map(each -> each.at().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new)))
        .as(MOMENTS, "meeting", "at");
  }

  /** What an index tells: between the first moment of an activity and its last. */
  private static Condition mayCome(Instant after, Instant until) {
    return ACTIVITY
        .STATUS
        .eq(DSL.inline(ActivityStatus.OPEN.name()))
        .and(ACTIVITY.REMIND_LAST.gt(after.atOffset(ZoneOffset.UTC)))
        .and(ACTIVITY.REMIND_AT.le(until.atOffset(ZoneOffset.UTC)));
  }

  private static Condition came(Instant after, Instant until) {
    return MOMENT.gt(after.atOffset(ZoneOffset.UTC)).and(MOMENT.le(until.atOffset(ZoneOffset.UTC)));
  }

  /** Forgets what was seen long ago. */
  void forget(Instant before) {
    dsl.deleteFrom(ACTIVITY_REMINDED)
        .where(
            DSL.coalesce(ACTIVITY_REMINDED.SEEN_AT, ACTIVITY_REMINDED.TOLD_AT)
                .lt(before.atOffset(ZoneOffset.UTC)))
        .execute();
  }
}
