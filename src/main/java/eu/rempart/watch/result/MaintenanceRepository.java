package eu.rempart.watch.result;

import static eu.rempart.db.generated.Tables.WATCH_MAINTENANCE;

import eu.rempart.db.generated.tables.records.WatchMaintenanceRecord;
import eu.rempart.watch.check.CheckId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code watch_maintenance}. */
@Repository
class MaintenanceRepository {

  private final DSLContext dsl;

  MaintenanceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Whether a check was being worked on. */
  boolean covers(CheckId check, Instant at) {
    return dsl.fetchExists(
        WATCH_MAINTENANCE,
        WATCH_MAINTENANCE
            .CHECK_ID
            .isNull()
            .or(WATCH_MAINTENANCE.CHECK_ID.eq(check.value()))
            .and(WATCH_MAINTENANCE.BEGINS_AT.le(utc(at)))
            .and(WATCH_MAINTENANCE.ENDS_AT.gt(utc(at))));
  }

  void insert(Maintenance planned, @Nullable UUID by) {
    CheckId check = planned.check();
    dsl.insertInto(WATCH_MAINTENANCE)
        .set(WATCH_MAINTENANCE.ID, planned.id())
        .set(WATCH_MAINTENANCE.CHECK_ID, check == null ? null : check.value())
        .set(WATCH_MAINTENANCE.TITLE, planned.title())
        .set(WATCH_MAINTENANCE.BEGINS_AT, utc(planned.begin()))
        .set(WATCH_MAINTENANCE.ENDS_AT, utc(planned.end()))
        .set(WATCH_MAINTENANCE.PLANNED_BY, by)
        .execute();
  }

  /** Ends it now, or before it begins; answers whether it was not over yet. */
  boolean end(UUID id, Instant now) {
    return dsl.update(WATCH_MAINTENANCE)
            .set(
                WATCH_MAINTENANCE.ENDS_AT,
                DSL.greatest(WATCH_MAINTENANCE.BEGINS_AT, DSL.val(utc(now))))
            .where(WATCH_MAINTENANCE.ID.eq(id))
            .and(WATCH_MAINTENANCE.ENDS_AT.gt(utc(now)))
            .execute()
        == 1;
  }

  /** Those that end after a moment, the earliest first, without those that were called off. */
  List<Maintenance> endingAfter(Instant from) {
    return dsl.selectFrom(WATCH_MAINTENANCE)
        .where(WATCH_MAINTENANCE.ENDS_AT.gt(utc(from)))
        .and(WATCH_MAINTENANCE.ENDS_AT.gt(WATCH_MAINTENANCE.BEGINS_AT))
        .orderBy(WATCH_MAINTENANCE.BEGINS_AT, WATCH_MAINTENANCE.ID)
        .fetch(MaintenanceRepository::maintenance);
  }

  private static Maintenance maintenance(WatchMaintenanceRecord row) {
    return new Maintenance(
        row.getId(),
        row.getCheckId() == null ? null : new CheckId(row.getCheckId()),
        row.getTitle(),
        row.getBeginsAt().toInstant(),
        row.getEndsAt().toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
