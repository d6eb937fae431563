package eu.rempart.alert.incident;

import static eu.rempart.db.generated.Tables.ALERT_SILENCE;

import eu.rempart.db.generated.tables.records.AlertSilenceRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table {@code alert_silence}. */
@Repository
class SilenceRepository {

  private final DSLContext dsl;

  SilenceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Until when nobody is told of an incident; empty if they are. */
  Optional<Instant> until(Incident incident, Instant now) {
    return dsl.select(DSL.max(ALERT_SILENCE.ENDS_AT))
        .from(ALERT_SILENCE)
        .where(ALERT_SILENCE.BEGINS_AT.le(utc(now)).and(ALERT_SILENCE.ENDS_AT.gt(utc(now))))
        .and(ALERT_SILENCE.SOURCE.isNull().or(ALERT_SILENCE.SOURCE.eq(incident.source())))
        .and(ALERT_SILENCE.LABEL.isNull().or(ALERT_SILENCE.LABEL.eq(incident.label())))
        .fetchOptional(row -> row.value1())
        .map(OffsetDateTime::toInstant);
  }

  /** Until when nobody is told of a label, by silences of it alone. */
  Optional<Instant> until(String source, String label, Instant now) {
    return dsl.select(DSL.max(ALERT_SILENCE.ENDS_AT))
        .from(ALERT_SILENCE)
        .where(ALERT_SILENCE.BEGINS_AT.le(utc(now)).and(ALERT_SILENCE.ENDS_AT.gt(utc(now))))
        .and(ALERT_SILENCE.SOURCE.isNull().or(ALERT_SILENCE.SOURCE.eq(source)))
        .and(ALERT_SILENCE.LABEL.eq(label))
        .fetchOptional(row -> row.value1())
        .map(OffsetDateTime::toInstant);
  }

  /** Those that are not over, the one that ends first first. */
  List<Silence> going(Instant now) {
    return dsl.selectFrom(ALERT_SILENCE)
        .where(ALERT_SILENCE.ENDS_AT.gt(utc(now)))
        .orderBy(ALERT_SILENCE.ENDS_AT, ALERT_SILENCE.ID)
        .fetch(SilenceRepository::silence);
  }

  void insert(Silence silence) {
    dsl.insertInto(ALERT_SILENCE)
        .set(ALERT_SILENCE.ID, silence.id())
        .set(ALERT_SILENCE.SOURCE, silence.source())
        .set(ALERT_SILENCE.LABEL, silence.label())
        .set(ALERT_SILENCE.BEGINS_AT, utc(silence.begin()))
        .set(ALERT_SILENCE.ENDS_AT, utc(silence.end()))
        .set(ALERT_SILENCE.REASON, silence.reason())
        .set(ALERT_SILENCE.CREATED_BY, silence.by())
        .execute();
  }

  /** Ends it now; answers it as it was, empty if it was over. */
  Optional<Silence> end(UUID id, Instant now) {
    Optional<Silence> going =
        dsl.selectFrom(ALERT_SILENCE)
            .where(ALERT_SILENCE.ID.eq(id).and(ALERT_SILENCE.ENDS_AT.gt(utc(now))))
            .forUpdate()
            .fetchOptional(SilenceRepository::silence);
    if (going.isPresent()) {
      dsl.update(ALERT_SILENCE)
          .set(ALERT_SILENCE.ENDS_AT, DSL.greatest(ALERT_SILENCE.BEGINS_AT, DSL.val(utc(now))))
          .where(ALERT_SILENCE.ID.eq(id))
          .execute();
    }
    return going;
  }

  private static Silence silence(AlertSilenceRecord row) {
    return new Silence(
        row.getId(),
        row.getSource(),
        row.getLabel(),
        row.getBeginsAt().toInstant(),
        row.getEndsAt().toInstant(),
        row.getReason(),
        row.getCreatedBy());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
