package eu.rempart.db;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to write records: a transaction that tells the database who writes and why, so that
 * its triggers put it into history. Thread safe.
 */
public final class Writes {

  private final DSLContext dsl;
  private final TransactionTemplate transactions;
  private final ActorSource actors;

  /** The context must take part in the manager's transactions. */
  public Writes(DSLContext dsl, PlatformTransactionManager manager, ActorSource actors) {
    this.dsl = dsl;
    this.transactions = new TransactionTemplate(manager);
    this.actors = actors;
  }

  /**
   * Runs the work in a transaction in the name of whoever is signed in. Within another such
   * transaction it becomes part of that one, whose reason and id stay.
   */
  public <T extends @Nullable Object> T inTransaction(Reason reason, Function<Change, T> work) {
    return inTransaction(reason, UUID.randomUUID(), work);
  }

  /** As {@link #inTransaction(Reason, Function)}, with a change id that is known beforehand. */
  public <T extends @Nullable Object> T inTransaction(
      Reason reason, UUID changeId, Function<Change, T> work) {
    Change outer = running();
    return outer != null
        ? work.apply(outer)
        : begin(actors.current().orElse(null), new Change(changeId, reason), work);
  }

  /**
   * As {@link #inTransaction(Reason, UUID, Function)}, in the name of the actor given: for work in
   * the background.
   *
   * @throws IllegalStateException within another such transaction, which has its actor already
   */
  public <T extends @Nullable Object> T inTransaction(
      Actor actor, Reason reason, UUID changeId, Function<Change, T> work) {
    if (running() != null) {
      throw new IllegalStateException("a transaction with an actor is running already");
    }
    return begin(actor, new Change(changeId, reason), work);
  }

  /** As {@link #run(Reason, Consumer)}; answers the id of the change, by which it can be undone. */
  public UUID change(Reason reason, Runnable work) {
    return inTransaction(
        reason,
        change -> {
          work.run();
          return change.id();
        });
  }

  /** As {@link #inTransaction(Reason, Function)}, for work without a result. */
  public void run(Reason reason, Consumer<Change> work) {
    this.<@Nullable Void>inTransaction(
        reason,
        change -> {
          work.accept(change);
          return null;
        });
  }

  /** As {@link #inTransaction(Actor, Reason, UUID, Function)}, for work without a result. */
  public void run(Actor actor, Reason reason, UUID changeId, Consumer<Change> work) {
    this.<@Nullable Void>inTransaction(
        actor,
        reason,
        changeId,
        change -> {
          work.accept(change);
          return null;
        });
  }

  /** Whether this thread is inside such a transaction, so that others don't see its writes yet. */
  public boolean isRunning() {
    return running() != null;
  }

  private @Nullable Change running() {
    return (Change) TransactionSynchronizationManager.getResource(this);
  }

  // TransactionTemplate answers what its callback answers, which NullAway can't know
  @SuppressWarnings("NullAway")
  private <T extends @Nullable Object> T begin(
      @Nullable Actor actor, Change change, Function<Change, T> work) {
    return transactions.execute(
        status -> {
          tell(actor, change);
          if (change.reason().ofMany()) {
            planAnew();
          }
          TransactionSynchronizationManager.bindResource(this, change);
          // A transaction that Spring began around us outlives this call: so does the change.
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCompletion(int completion) {
                  TransactionSynchronizationManager.unbindResourceIfPossible(Writes.this);
                }

                @Override
                public void suspend() {
                  TransactionSynchronizationManager.unbindResourceIfPossible(Writes.this);
                }

                @Override
                public void resume() {
                  TransactionSynchronizationManager.bindResource(Writes.this, change);
                }
              });
          return work.apply(change);
        });
  }

  private void tell(@Nullable Actor actor, Change change) {
    UUID member = actor == null ? null : actor.memberId();
    dsl.select(
            setting("actor", member == null ? "" : member.toString()),
            setting("source", actor == null ? "" : actor.source()),
            setting("reason", change.reason().code()),
            setting("change_id", change.id().toString()))
        .fetch();
  }

  /**
   * A session keeps the plan that it made for a check, such as that of a foreign key, until the
   * table is analysed: made for a table of one page it reads the whole table, and goes on so for
   * each of the rows that this transaction adds. Decision record 0221.
   */
  private void planAnew() {
    dsl.execute("DISCARD PLANS");
    // what a small table is no reason for: it is about to grow. A plan that can't do without
    // reading
    // a whole table is thought to be so dear that older servers would compile it
    dsl.execute("SET LOCAL enable_seqscan = off");
    dsl.execute("SET LOCAL jit = off");
  }

  private static Field<String> setting(String name, String value) {
    return function(
        "set_config", String.class, inline("rempart." + name), val(value), inline(true));
  }
}
