package eu.rempart.alert.queue;

import static eu.rempart.db.generated.Tables.ALERT_TASK;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** When rounds are due, in the table of the scheduler. */
@Repository
class RoundQueries {

  private final DSLContext dsl;

  RoundQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * When the one of these is due, or was, that comes first; one that is under way was due before.
   */
  Optional<Instant> firstDue(Collection<String> rounds) {
    return dsl.select(DSL.min(ALERT_TASK.EXECUTION_TIME))
        .from(ALERT_TASK)
        .where(ALERT_TASK.TASK_NAME.in(rounds))
        .fetchOptional(row -> row.value1())
        .map(at -> at.toInstant());
  }
}
