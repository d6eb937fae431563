package eu.rempart.metrics.number;

import static eu.rempart.db.generated.Tables.ALERT_MESSAGE;
import static eu.rempart.db.generated.Tables.IMPORT_RUN;
import static eu.rempart.db.generated.Tables.WATCH_CHECK;

import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Counts rows that wait, where no room tells. */
@Repository
class QueueQueries {

  private static final Duration LATE = Duration.ofSeconds(30);
  private static final List<String> BY_NODE =
      Arrays.stream(Level.values()).filter(Level::byNode).map(Level::name).toList();

  private final DSLContext dsl;

  QueueQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Imports under way. */
  int imports() {
    return dsl.fetchCount(IMPORT_RUN, IMPORT_RUN.STATE.eq("RUNNING"));
  }

  /** Messages about incidents that wait, or are under way. */
  int alerts() {
    return dsl.fetchCount(ALERT_MESSAGE, ALERT_MESSAGE.STATE.in("QUEUED", "SENDING"));
  }

  /**
   * Checks of home that no node has taken for half a minute though they are due. What each node
   * measures by itself is not in it, nor what probes alone measure.
   */
  int checksLate(Instant now) {
    return dsl.fetchCount(
        WATCH_CHECK,
        WATCH_CHECK
            .ENABLED
            .isTrue()
            .and(WATCH_CHECK.RETIRED_AT.isNull())
            .and(DSL.val(Zone.HOME.code()).eq(DSL.any(WATCH_CHECK.ZONES)))
            .and(WATCH_CHECK.LEVEL.isNull().or(WATCH_CHECK.LEVEL.notIn(BY_NODE)))
            .and(WATCH_CHECK.HOME_AT.lt(now.minus(LATE).atOffset(ZoneOffset.UTC))));
  }
}
