package eu.rempart.alert.channel.answer;

import static eu.rempart.db.generated.Tables.ALERT_ANSWER;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code alert_answer}: hashes of the ids of answers that were taken. A provider brings
 * one again where it did not hear that it was taken, perhaps hours later, and by then it would
 * acknowledge what began in between.
 */
@Repository
class TakenAnswerRepository {

  /** So long one is known again. */
  static final Duration KEPT = Duration.ofDays(7);

  private final DSLContext dsl;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  @Autowired
  TakenAnswerRepository(DSLContext dsl, PlatformTransactionManager manager) {
    this(dsl, manager, InstantSource.system());
  }

  TakenAnswerRepository(DSLContext dsl, PlatformTransactionManager manager, InstantSource clock) {
    this.dsl = dsl;
    this.transactions = new TransactionTemplate(manager);
    this.clock = clock;
  }

  /**
   * Acts, unless it did for this id. That it did is kept together with what it does, or not at all:
   * what could not be taken may come again.
   */
  void once(String id, Runnable acts) {
    transactions.executeWithoutResult(
        _ -> {
          if (isFirst(id)) {
            acts.run();
          }
        });
  }

  private boolean isFirst(String id) {
    return dsl.insertInto(ALERT_ANSWER)
            .set(ALERT_ANSWER.ID_HASH, AnswerToken.hash(id))
            .set(ALERT_ANSWER.AT, clock.instant().atOffset(ZoneOffset.UTC))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  @Scheduled(initialDelay = 17, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void forgetOld() {
    Instant before = clock.instant().minus(KEPT);
    dsl.deleteFrom(ALERT_ANSWER)
        .where(ALERT_ANSWER.AT.lt(before.atOffset(ZoneOffset.UTC)))
        .execute();
  }
}
