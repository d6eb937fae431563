package eu.rempart.watch.absence;

import static eu.rempart.db.generated.Tables.WATCH_ABSENCE;
import static eu.rempart.db.generated.Tables.WATCH_PULSE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** The tables {@code watch_absence} and {@code watch_pulse}. */
@Repository
class AbsenceRepository {

  private final DSLContext dsl;

  AbsenceRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** When a node was last there; held against all others until the transaction ends. */
  Optional<Instant> lockPulse() {
    return dsl.select(WATCH_PULSE.AT)
        .from(WATCH_PULSE)
        .forUpdate()
        .fetchOptional(row -> row.value1().toInstant());
  }

  void beat(Instant now) {
    dsl.insertInto(WATCH_PULSE)
        .set(WATCH_PULSE.SINGLE, true)
        .set(WATCH_PULSE.AT, now.atOffset(ZoneOffset.UTC))
        .onConflict(WATCH_PULSE.SINGLE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Nothing happens where one is known that begins then. */
  void add(Absence absence) {
    dsl.insertInto(WATCH_ABSENCE)
        .set(WATCH_ABSENCE.BEGUN_AT, absence.begin().atOffset(ZoneOffset.UTC))
        .set(WATCH_ABSENCE.ENDED_AT, absence.end().atOffset(ZoneOffset.UTC))
        .onConflictDoNothing()
        .execute();
  }

  /** Those that ended after a moment, the earliest first. */
  List<Absence> endingAfter(Instant from) {
    return dsl.select(WATCH_ABSENCE.BEGUN_AT, WATCH_ABSENCE.ENDED_AT)
        .from(WATCH_ABSENCE)
        .where(WATCH_ABSENCE.ENDED_AT.gt(from.atOffset(ZoneOffset.UTC)))
        .orderBy(WATCH_ABSENCE.BEGUN_AT)
        .fetch(
            Records.mapping((begun, ended) -> new Absence(begun.toInstant(), ended.toInstant())));
  }
}
