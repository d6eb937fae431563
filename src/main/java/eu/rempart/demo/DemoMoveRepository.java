package eu.rempart.demo;

import static eu.rempart.db.generated.Tables.DEMO_MOVE;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import eu.rempart.db.generated.tables.records.DemoMoveRecord;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table {@code demo_move}. */
@Repository
class DemoMoveRepository {

  private final DSLContext dsl;

  DemoMoveRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<DemoMoveRecord> find() {
    return dsl.selectFrom(DEMO_MOVE).fetchOptional();
  }

  /** Says that this runner is at a phase now. */
  void at(UUID runner, DemoPhase phase) {
    dsl.insertInto(DEMO_MOVE)
        .set(DEMO_MOVE.RUNNER, runner)
        .set(DEMO_MOVE.PHASE, phase.name())
        .onDuplicateKeyUpdate()
        .set(DEMO_MOVE.RUNNER, runner)
        .set(DEMO_MOVE.PHASE, phase.name())
        .set(DEMO_MOVE.SEEN_AT, currentOffsetDateTime())
        .execute();
  }

  void seen(UUID runner) {
    dsl.update(DEMO_MOVE)
        .set(DEMO_MOVE.SEEN_AT, currentOffsetDateTime())
        .where(DEMO_MOVE.RUNNER.eq(runner))
        .execute();
  }

  /** It got through, or somebody knows that it did not. */
  void ended() {
    dsl.update(DEMO_MOVE).set(DEMO_MOVE.ENDED_AT, currentOffsetDateTime()).execute();
  }
}
