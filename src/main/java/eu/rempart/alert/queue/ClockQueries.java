package eu.rempart.alert.queue;

import static eu.rempart.db.generated.Tables.ALERT_MESSAGE;
import static eu.rempart.db.generated.Tables.ALERT_TASK;

import eu.rempart.alert.queue.Queued.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What is due later than anything ever is, since a clock was wrong that was set back. */
@Repository
class ClockQueries {

  private final DSLContext dsl;

  ClockQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Has what is due after a moment looked at now; what was begun after it was begun now.
   *
   * @return how much there was
   */
  int hasten(Instant latest, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    OffsetDateTime after = latest.atOffset(ZoneOffset.UTC);
    int messages =
        dsl.update(ALERT_MESSAGE)
            .set(ALERT_MESSAGE.DUE_AT, at)
            .where(ALERT_MESSAGE.STATE.eq(State.QUEUED.name()))
            .and(ALERT_MESSAGE.DUE_AT.gt(after))
            .execute();
    int begun =
        dsl.update(ALERT_MESSAGE)
            .set(ALERT_MESSAGE.CLAIMED_AT, at)
            .where(ALERT_MESSAGE.STATE.eq(State.SENDING.name()))
            .and(ALERT_MESSAGE.CLAIMED_AT.gt(after))
            .execute();
    int tasks =
        dsl.update(ALERT_TASK)
            .set(ALERT_TASK.EXECUTION_TIME, at)
            .where(ALERT_TASK.PICKED.isFalse())
            .and(ALERT_TASK.EXECUTION_TIME.gt(after))
            .execute();
    return messages + begun + tasks;
  }
}
