package eu.rempart.alert.duty;

import static eu.rempart.db.generated.Tables.ALERT_DUTY;
import static eu.rempart.db.generated.Tables.ALERT_ROTATION;

import eu.rempart.db.generated.tables.records.AlertRotationRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The tables {@code alert_rotation} and {@code alert_duty}. */
@Repository
class DutyRepository {

  private final DSLContext dsl;

  DutyRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What says something of a moment or what comes after it. */
  DutyCalendar from(Instant moment) {
    return new DutyCalendar(rotations(), entries(moment));
  }

  /** All that were not called off. */
  List<Rotation> rotations() {
    return dsl.selectFrom(ALERT_ROTATION)
        .where(ALERT_ROTATION.CANCELLED_AT.isNull())
        .orderBy(ALERT_ROTATION.CREATED_AT, ALERT_ROTATION.ID)
        .fetch(DutyRepository::rotation);
  }

  /**
   * Whether anything was ever said of duty: whatever was so for a while, also what ended since or
   * was called off after it began. What was called off before is a slip of the hand.
   */
  boolean everSaid() {
    return dsl.fetchExists(
            ALERT_ROTATION,
            ALERT_ROTATION
                .CANCELLED_AT
                .isNull()
                .or(ALERT_ROTATION.CANCELLED_AT.gt(ALERT_ROTATION.BEGINS_AT)))
        || dsl.fetchExists(
            ALERT_DUTY,
            ALERT_DUTY.CANCELLED_AT.isNull().or(ALERT_DUTY.CANCELLED_AT.gt(ALERT_DUTY.BEGINS_AT)));
  }

  private List<DutyEntry> entries(Instant moment) {
    return dsl.selectFrom(ALERT_DUTY)
        .where(ALERT_DUTY.CANCELLED_AT.isNull().and(ALERT_DUTY.ENDS_AT.gt(utc(moment))))
        .orderBy(ALERT_DUTY.CREATED_AT, ALERT_DUTY.ID)
        .fetch(
            row ->
                new DutyEntry(
                    row.getId(),
                    DutyEntry.Kind.valueOf(row.getKind()),
                    row.getFirstId(),
                    row.getSecondId(),
                    row.getBeginsAt().toInstant(),
                    row.getEndsAt().toInstant()));
  }

  /** How many entries say something of a moment or later. */
  int count(Instant moment) {
    return dsl.fetchCount(
        ALERT_DUTY, ALERT_DUTY.CANCELLED_AT.isNull().and(ALERT_DUTY.ENDS_AT.gt(utc(moment))));
  }

  void insert(Rotation rotation, Instant now, UUID by) {
    dsl.insertInto(ALERT_ROTATION)
        .set(ALERT_ROTATION.ID, rotation.id())
        .set(ALERT_ROTATION.BEGINS_AT, utc(rotation.begin()))
        .set(ALERT_ROTATION.ZONE, rotation.zone().getId())
        .set(ALERT_ROTATION.DAYS, rotation.days())
        .set(ALERT_ROTATION.FIRSTS, rotation.pairs().stream().map(Duty::first).toArray(UUID[]::new))
        .set(
            ALERT_ROTATION.SECONDS,
            rotation.pairs().stream().map(Duty::second).toArray(UUID[]::new))
        .set(ALERT_ROTATION.CREATED_AT, utc(now))
        .set(ALERT_ROTATION.CREATED_BY, by)
        .execute();
  }

  void insert(DutyEntry entry, Instant now, UUID by) {
    dsl.insertInto(ALERT_DUTY)
        .set(ALERT_DUTY.ID, entry.id())
        .set(ALERT_DUTY.KIND, entry.kind().name())
        .set(ALERT_DUTY.FIRST_ID, entry.first())
        .set(ALERT_DUTY.SECOND_ID, entry.second())
        .set(ALERT_DUTY.BEGINS_AT, utc(entry.begin()))
        .set(ALERT_DUTY.ENDS_AT, utc(entry.end()))
        .set(ALERT_DUTY.CREATED_AT, utc(now))
        .set(ALERT_DUTY.CREATED_BY, by)
        .execute();
  }

  /** Calls off an entry or a rotation; answers whether there was one. */
  boolean cancel(UUID id, Instant now) {
    int entries =
        dsl.update(ALERT_DUTY)
            .set(ALERT_DUTY.CANCELLED_AT, utc(now))
            .where(ALERT_DUTY.ID.eq(id).and(ALERT_DUTY.CANCELLED_AT.isNull()))
            .execute();
    int rotations =
        dsl.update(ALERT_ROTATION)
            .set(ALERT_ROTATION.CANCELLED_AT, utc(now))
            .where(ALERT_ROTATION.ID.eq(id).and(ALERT_ROTATION.CANCELLED_AT.isNull()))
            .execute();
    return entries + rotations > 0;
  }

  private static Rotation rotation(AlertRotationRecord row) {
    List<Duty> pairs = new ArrayList<>();
    for (int i = 0; i < row.getFirsts().length; i++) {
      pairs.add(new Duty(row.getFirsts()[i], row.getSeconds()[i]));
    }
    return new Rotation(
        row.getId(), row.getBeginsAt().toInstant(), ZoneId.of(row.getZone()), row.getDays(), pairs);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
