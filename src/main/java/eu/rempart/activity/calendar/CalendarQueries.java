package eu.rempart.activity.calendar;

import static eu.rempart.db.generated.Tables.ACTIVITY;

import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.attending.AttendingQueries;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.common.TimelineKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds activities by whose they are and time, from indexes alone. */
@Component
class CalendarQueries {

  private static final Field<OffsetDateTime> END =
      DSL.field(
          "{0} + {1} * interval '1 minute'",
          OffsetDateTime.class, ACTIVITY.STARTS_AT, DSL.coalesce(ACTIVITY.MINUTES, DSL.inline(0)));

  private final DSLContext dsl;

  CalendarQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What may reach into a stretch, by time.
   *
   * @param owners whose, be it theirs or that they are asked to it; empty for everybody's
   */
  List<ActivityId> within(Stretch stretch, Collection<UUID> owners, int limit) {
    OffsetDateTime from = utc(stretch.earliest());
    Condition reaching =
        ACTIVITY
            .STARTS_AT
            .ge(utc(stretch.earliest().minus(ActivityRules.LONGEST)))
            .and(ACTIVITY.STARTS_AT.lt(utc(stretch.latest())))
            .and(ACTIVITY.STARTS_AT.ge(from).or(END.gt(from)))
            .and(ACTIVITY.STATUS.ne(ActivityStatus.CANCELLED.name()));
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(owners.isEmpty() ? reaching : AttendingQueries.planned(owners, reaching))
        .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID)
        .limit(limit)
        .fetch(row -> new ActivityId(row.value1()));
  }

  /** Open tasks and calls whose time has come and gone, the longest overdue first. */
  List<ActivityId> overdue(UUID owner, Instant now, ZoneId zone, int limit) {
    return dsl.select(ACTIVITY.ID)
        .from(ACTIVITY)
        .where(late(owner, now, zone))
        .orderBy(ACTIVITY.STARTS_AT, ACTIVITY.ID)
        .limit(limit)
        .fetch(row -> new ActivityId(row.value1()));
  }

  /** How many there are, counting no further than the cap. */
  int countOverdue(UUID owner, Instant now, ZoneId zone, int cap) {
    return dsl.fetchCount(
        DSL.select(ACTIVITY.ID).from(ACTIVITY).where(late(owner, now, zone)).limit(cap));
  }

  /**
   * The activities about a record, the last first: done ones by when they were done, others by when
   * they begin, those without a date by when they were written down.
   *
   * @param kind table of the record: contact, company or deal
   * @param before where the answer before ended; null for the newest
   */
  List<TimelineKey> timeline(String kind, UUID record, @Nullable TimelineKey before, int limit) {
    Table<?> links = DSL.table(DSL.name("activity_" + kind));
    Field<OffsetDateTime> at =
        DSL.coalesce(ACTIVITY.DONE_AT, ACTIVITY.STARTS_AT, ACTIVITY.CREATED_AT);
    Condition older =
        before == null
            ? DSL.noCondition()
            : DSL.row(at, ACTIVITY.ID).lt(before.time(), before.id());
    return dsl.select(at, ACTIVITY.ID)
        .from(ACTIVITY)
        .where(
            ACTIVITY.ID.in(
                DSL.select(DSL.field(DSL.name("activity_id"), UUID.class))
                    .from(links)
                    .where(DSL.field(DSL.name(kind + "_id"), UUID.class).eq(record))))
        .and(older)
        .orderBy(at.desc(), ACTIVITY.ID.desc())
        .limit(limit)
        .fetch(row -> new TimelineKey(row.value1().toInstant(), row.value2()));
  }

  private static Condition late(UUID owner, Instant now, ZoneId zone) {
    OffsetDateTime today =
        LocalDate.ofInstant(now, zone).atStartOfDay(ZoneOffset.UTC).toOffsetDateTime();
    // the later of the two bounds the index; which of them holds is seen row by row
    return ACTIVITY
        .OWNER_ID
        .eq(owner)
        .and(ACTIVITY.STATUS.eq(DSL.inline(ActivityStatus.OPEN.name())))
        .and(ACTIVITY.STARTS_AT.lt(today.toInstant().isAfter(now) ? today : utc(now)))
        .and(
            ACTIVITY
                .ALL_DAY
                .isTrue()
                .and(ACTIVITY.STARTS_AT.lt(today))
                .or(ACTIVITY.ALL_DAY.isFalse().and(ACTIVITY.STARTS_AT.lt(utc(now)))))
        .and(ACTIVITY.KIND.ne(DSL.inline(ActivityKind.MEETING.name())));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
