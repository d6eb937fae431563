package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A machine whose clock is two hours ahead, until it is put right. */
class ClockWatchTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration AHEAD = Duration.ofHours(2);

  private final AtomicReference<Duration> ahead = new AtomicReference<>(AHEAD);
  private final InstantSource wall = () -> Instant.now().plus(ahead.get());
  private final ClockQueries queries = new ClockQueries(database.app());
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();

  @BeforeEach
  void empty() {
    database.owner().execute("DELETE FROM alert_task");
  }

  private final class Counting implements Round {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public Duration pause() {
      return Duration.ofMillis(200);
    }

    @Override
    public void run() {
      rounds.incrementAndGet();
    }
  }

  private QueueScheduler node() {
    return new QueueScheduler(
        new TransactionAwareDataSourceProxy(database.appDataSource()),
        "one",
        () -> List.of(new Counting()),
        _ -> {
          looks.incrementAndGet();
          return Optional.empty();
        },
        wall);
  }

  @Test
  void roundsAndMessagesGoOnByTheRightClock() {
    QueueScheduler node = node();
    node.start();
    try {
      ClockWatch watch = new ClockWatch(node::restart, queries, wall, System::nanoTime);
      await().atMost(Patience.LONG).until(() -> rounds.get() >= 2);
      node.at(UUID.randomUUID(), wall.instant().plusSeconds(90));
      watch.look();
      assertThat(looks.get()).isZero();
      ahead.set(Duration.ZERO);
      watch.look();
      int before = rounds.get();
      await().atMost(Patience.LONG).until(() -> rounds.get() >= before + 3);
      await().atMost(Patience.LONG).until(() -> looks.get() == 1);
    } finally {
      node.stop();
    }
  }

  /** As after a start: what was due by the wrong clock is in the table. */
  @Test
  void whatIsDueTooLateIsDueNow() {
    UUID late = UUID.randomUUID();
    UUID soon = UUID.randomUUID();
    QueueScheduler node = node();
    Instant now = Instant.now();
    node.at(late, now.plus(AHEAD));
    node.at(soon, now.plus(Duration.ofMinutes(5)));
    ahead.set(Duration.ZERO);
    new ClockWatch(node::restart, queries, wall, System::nanoTime).look();
    assertThat(due(late)).isBefore(now.plusSeconds(60));
    assertThat(due(soon)).isAfter(now.plusSeconds(60));
  }

  private static Instant due(UUID message) {
    return database
        .owner()
        .fetchSingle(
            "SELECT execution_time FROM alert_task WHERE task_instance = ?", message.toString())
        .get(0, Instant.class);
  }

  @Test
  void aClockThatIsPutRightALittleOrSetForwardStopsNothing() {
    HandClock clock = new HandClock();
    AtomicInteger restarts = new AtomicInteger();
    ClockWatch watch = new ClockWatch(restarts::incrementAndGet, queries, clock, clock);
    clock.pass(Duration.ofSeconds(10));
    watch.look();
    clock.set(clock.instant().minusSeconds(15));
    watch.look();
    clock.set(clock.instant().plus(AHEAD));
    watch.look();
    assertThat(restarts.get()).isZero();
    clock.set(clock.instant().minus(AHEAD));
    watch.look();
    watch.look();
    assertThat(restarts.get()).isEqualTo(1);
  }
}
