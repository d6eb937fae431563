package eu.rempart.alert.queue;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.rempart.alert.channel.ChannelKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * db-scheduler on the table {@code alert_task}: of all nodes one looks at a message when it is due,
 * and where that one dies another does. What is scheduled within a transaction is scheduled with it
 * or not at all.
 */
public final class QueueScheduler implements Wake, SmartLifecycle {

  static final String TABLE = "alert_task";
  private static final String MESSAGE = "message";
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final int MISSED = 4;

  /** More than all lanes together: the others are for the rounds. */
  private static final int THREADS = (ChannelKind.values().length + 2) * Lanes.WIDTH;

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final DataSource database;
  private final String node;
  private final Supplier<List<Round>> rounds;
  private final InstantSource clock;
  private final CustomTask<Void> messages;
  private final SchedulerClient client;
  private volatile @Nullable Scheduler running;

  /**
   * @param database takes part in Spring's transactions
   * @param node tells this one from others
   * @param rounds asked for at the start
   * @param attempt looks at a message, and answers when to look again
   */
  public QueueScheduler(
      DataSource database,
      String node,
      Supplier<List<Round>> rounds,
      Function<UUID, Optional<Instant>> attempt) {
    this(database, node, rounds, attempt, InstantSource.system());
  }

  QueueScheduler(
      DataSource database,
      String node,
      Supplier<List<Round>> rounds,
      Function<UUID, Optional<Instant>> attempt,
      InstantSource clock) {
    this.database = database;
    this.node = node;
    this.rounds = rounds;
    this.clock = clock;
    this.messages =
        Tasks.custom(MESSAGE, Void.class)
            .onFailure(new OnFailureRetryLater<>(AFTER_FAILURE))
            .onDeadExecutionRevive()
            .execute((task, _) -> completion(attempt.apply(UUID.fromString(task.getId()))));
    this.client = SchedulerClient.Builder.create(database, messages).tableName(TABLE).build();
  }

  private Scheduler build() {
    return Scheduler.create(database, messages)
        .startTasks(rounds.get().stream().map(QueueScheduler::task).toList())
        .tableName(TABLE)
        .clock(clock::instant)
        .schedulerName(new SchedulerName.Fixed(node))
        .threads(THREADS)
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED)
        .shutdownMaxWait(LONGEST_STOP)
        .failureLogging(LogLevel.WARN, false)
        .build();
  }

  private static CompletionHandler<Void> completion(Optional<Instant> next) {
    return next.<CompletionHandler<Void>>map(
            at -> (done, operations) -> operations.reschedule(done, at))
        .orElseGet(OnCompleteRemove::new);
  }

  private static RecurringTask<Void> task(Round round) {
    return Tasks.recurring(round.name(), FixedDelay.of(round.pause()))
        .execute((_, _) -> round.run());
  }

  @Override
  public void at(UUID message, Instant when) {
    client.scheduleIfNotExists(messages.instance(message.toString()), when);
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      Scheduler scheduler = build();
      scheduler.start();
      running = scheduler;
    }
  }

  @Override
  public synchronized void stop() {
    Scheduler scheduler = running;
    if (scheduler != null) {
      scheduler.stop();
      running = null;
    }
  }

  /** Begins anew where it runs: what waits by a clock that was set back would wait for it. */
  synchronized void restart() {
    if (running != null) {
      stop();
      start();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
