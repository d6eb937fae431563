package eu.rempart.activity.meeting;

import static eu.rempart.db.generated.Tables.ACTIVITY_INVITED;

import eu.rempart.activity.ActivityId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What calendars elsewhere were told of meetings: numbers and ids alone. */
@Repository
class InvitedRepository {

  private final DSLContext dsl;

  InvitedRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * What was told of a meeting.
   *
   * @param sequence of RFC 5545
   * @param organizer to whom answers go
   * @param version of the activity that was told; null once it was called off
   * @param times when it was told to be
   * @param changes what was told of its occurrences; see {@link OccurrenceChanges#text}
   */
  record Invited(
      int sequence,
      UUID organizer,
      @Nullable Integer version,
      @Nullable String times,
      @Nullable String changes) {}

  /** What was told; empty where nothing was. */
  Optional<Invited> find(ActivityId meeting) {
    return dsl.selectFrom(ACTIVITY_INVITED)
        .where(ACTIVITY_INVITED.ACTIVITY_ID.eq(meeting.value()))
        .fetchOptional(
            row ->
                new Invited(
                    row.getSequence(),
                    row.getOrganizerId(),
                    row.getToldVersion(),
                    row.getToldWhen(),
                    row.getToldChanges()));
  }

  /** Those of these of which something was told that still stands, in this order. */
  List<ActivityId> told(Collection<ActivityId> meetings) {
    Set<UUID> told =
        dsl.select(ACTIVITY_INVITED.ACTIVITY_ID)
            .from(ACTIVITY_INVITED)
            .where(
                ACTIVITY_INVITED.ACTIVITY_ID.in(meetings.stream().map(ActivityId::value).toList()),
                ACTIVITY_INVITED.TOLD_VERSION.isNotNull())
            .fetchSet(ACTIVITY_INVITED.ACTIVITY_ID);
    return meetings.stream().filter(meeting -> told.contains(meeting.value())).toList();
  }

  /** As {@link #find}; nobody else tells anything of it until this transaction ends. */
  Optional<Invited> lock(ActivityId meeting) {
    dsl.select(ACTIVITY_INVITED.SEQUENCE)
        .from(ACTIVITY_INVITED)
        .where(ACTIVITY_INVITED.ACTIVITY_ID.eq(meeting.value()))
        .forUpdate()
        .fetch();
    return find(meeting);
  }

  /**
   * As {@link #lock}, also where nothing was told of it yet.
   *
   * @param by who is about to tell of it
   */
  Optional<Invited> claim(ActivityId meeting, UUID by) {
    // a line without times says nothing but that somebody is at it
    dsl.insertInto(ACTIVITY_INVITED)
        .set(ACTIVITY_INVITED.ACTIVITY_ID, meeting.value())
        .set(ACTIVITY_INVITED.SEQUENCE, 0)
        .set(ACTIVITY_INVITED.ORGANIZER_ID, by)
        .onConflictDoNothing()
        .execute();
    return lock(meeting).filter(told -> told.times() != null);
  }

  /**
   * Whether an occurrence is an activity of its own, seen or not.
   *
   * @param place where the rule has it
   */
  boolean isTakenOut(ActivityId series, Instant place) {
    return Boolean.TRUE.equals(
        dsl.select(
                DSL.field(
                    "rempart.taken_out({0}, {1})",
                    Boolean.class,
                    DSL.val(series.value()),
                    DSL.val(place.atOffset(ZoneOffset.UTC))))
            .fetchOne(0, Boolean.class));
  }

  void save(ActivityId meeting, Invited invited) {
    dsl.insertInto(ACTIVITY_INVITED)
        .set(ACTIVITY_INVITED.ACTIVITY_ID, meeting.value())
        .set(ACTIVITY_INVITED.SEQUENCE, invited.sequence())
        .set(ACTIVITY_INVITED.ORGANIZER_ID, invited.organizer())
        .set(ACTIVITY_INVITED.TOLD_VERSION, invited.version())
        .set(ACTIVITY_INVITED.TOLD_WHEN, invited.times())
        .set(ACTIVITY_INVITED.TOLD_CHANGES, invited.changes())
        .onConflict(ACTIVITY_INVITED.ACTIVITY_ID)
        .doUpdate()
        .set(ACTIVITY_INVITED.SEQUENCE, invited.sequence())
        .set(ACTIVITY_INVITED.ORGANIZER_ID, invited.organizer())
        .set(ACTIVITY_INVITED.TOLD_VERSION, invited.version())
        .set(ACTIVITY_INVITED.TOLD_WHEN, invited.times())
        .set(ACTIVITY_INVITED.TOLD_CHANGES, invited.changes())
        .execute();
  }
}
