package eu.rempart.metrics.number;

import static eu.rempart.db.generated.Tables.IMPORT_RUN;
import static eu.rempart.db.generated.Tables.WATCH_CHECK;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts rows that wait, where no room tells. */
@Repository
class QueueQueries {

  private static final Duration LATE = Duration.ofSeconds(30);

  private final DSLContext dsl;

  QueueQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Imports under way. */
  int imports() {
    return dsl.fetchCount(IMPORT_RUN, IMPORT_RUN.STATE.eq("RUNNING"));
  }

  /** Checks that no node has taken for half a minute though they are due. */
  int checksLate(Instant now) {
    return dsl.fetchCount(
        WATCH_CHECK,
        WATCH_CHECK
            .ENABLED
            .isTrue()
            .and(WATCH_CHECK.RETIRED_AT.isNull())
            .and(WATCH_CHECK.HOME_AT.lt(now.minus(LATE).atOffset(ZoneOffset.UTC))));
  }
}
