package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.ALERT_LOOK;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** The table {@code alert_look}: when sources looked last, whatever node did. */
@Repository
class LookRepository {

  private final DSLContext dsl;

  LookRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * The last look of a source that worked.
   *
   * @param judgesFrom before that it only waits
   */
  record Look(Instant at, Instant judgesFrom) {}

  /** Empty before the first. */
  Optional<Look> last(String source) {
    return dsl.select(ALERT_LOOK.LOOKED_AT, ALERT_LOOK.JUDGES_FROM)
        .from(ALERT_LOOK)
        .where(ALERT_LOOK.SOURCE.eq(source))
        .fetchOptional(Records.mapping((at, from) -> new Look(at.toInstant(), from.toInstant())));
  }

  void save(String source, Look look) {
    dsl.insertInto(ALERT_LOOK)
        .set(ALERT_LOOK.SOURCE, source)
        .set(ALERT_LOOK.LOOKED_AT, look.at().atOffset(ZoneOffset.UTC))
        .set(ALERT_LOOK.JUDGES_FROM, look.judgesFrom().atOffset(ZoneOffset.UTC))
        .onConflict(ALERT_LOOK.SOURCE)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }
}
