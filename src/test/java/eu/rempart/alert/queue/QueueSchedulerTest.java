package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** Of all nodes one looks at a message, and another where that one dies. */
class QueueSchedulerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final List<QueueScheduler> nodes = new CopyOnWriteArrayList<>();
  private final List<String> looked = new CopyOnWriteArrayList<>();

  @BeforeEach
  void empty() {
    database.owner().execute("DELETE FROM alert_task");
  }

  @AfterEach
  void stop() {
    nodes.forEach(QueueScheduler::stop);
  }

  private QueueScheduler node(
      String name, List<Round> rounds, Function<UUID, Optional<Instant>> attempt) {
    QueueScheduler node =
        new QueueScheduler(
            new TransactionAwareDataSourceProxy(database.appDataSource()),
            name,
            () -> rounds,
            id -> {
              looked.add(name + " " + id);
              return attempt.apply(id);
            });
    nodes.add(node);
    return node;
  }

  private int waiting() {
    return database.owner().fetchCount(DSL.table(QueueScheduler.TABLE));
  }

  private void until(java.util.concurrent.Callable<Boolean> fact) {
    await().atMost(Patience.LONG).until(fact);
  }

  @Test
  void twoNodesLookAtEachMessageOnceInAll() {
    QueueScheduler first = node("first", List.of(), _ -> Optional.empty());
    QueueScheduler second = node("second", List.of(), _ -> Optional.empty());
    Set<UUID> all = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 60; i++) {
      UUID id = UUID.randomUUID();
      all.add(id);
      (i % 2 == 0 ? first : second).at(id, Instant.now());
    }
    first.start();
    second.start();
    until(() -> waiting() == 0);
    assertThat(looked).hasSize(60);
    assertThat(looked.stream().map(each -> each.substring(each.indexOf(' ') + 1)).distinct())
        .hasSize(60);
  }

  @Test
  void whatIsScheduledInATransactionIsScheduledWithItOrNotAtAll() {
    QueueScheduler node = node("one", List.of(), _ -> Optional.empty());
    TransactionTemplate transactions = new TransactionTemplate(database.transactions());
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      node.at(UUID.randomUUID(), Instant.now());
                      throw new IllegalStateException("killed before the commit");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(waiting()).isZero();
    transactions.executeWithoutResult(_ -> node.at(UUID.randomUUID(), Instant.now()));
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  void whatWaitsForARestartIsLookedAtAfterIt() {
    UUID id = UUID.randomUUID();
    node("dead", List.of(), _ -> Optional.empty()).at(id, Instant.now());
    node("next", List.of(), _ -> Optional.empty()).start();
    until(() -> looked.contains("next " + id));
  }

  @Test
  void whatANodeHeldWhenItDiedIsLookedAtByAnother() {
    UUID id = UUID.randomUUID();
    QueueScheduler next = node("next", List.of(), _ -> Optional.empty());
    next.at(id, Instant.now());
    // a node took it, and was heard of last some minutes ago
    database
        .owner()
        .execute(
            "UPDATE alert_task SET picked = true, picked_by = 'dead', last_heartbeat = cast(? as"
                + " timestamptz) WHERE task_instance = ?",
            Instant.now().minus(5, ChronoUnit.MINUTES).atOffset(java.time.ZoneOffset.UTC),
            id.toString());
    next.start();
    until(() -> looked.contains("next " + id));
    until(() -> waiting() == 0);
  }

  @Test
  void whatIsToBeLookedAtAgainIs() {
    UUID id = UUID.randomUUID();
    AtomicInteger times = new AtomicInteger();
    QueueScheduler node =
        node(
            "one",
            List.of(),
            _ ->
                times.incrementAndGet() < 3
                    ? Optional.of(Instant.now().plusMillis(100))
                    : Optional.empty());
    node.at(id, Instant.now());
    node.start();
    until(() -> waiting() == 0);
    assertThat(times.get()).isEqualTo(3);
  }

  @Test
  void roundsGoOnWhateverTheyThrow() {
    AtomicInteger times = new AtomicInteger();
    Round round =
        new Round() {
          @Override
          public String name() {
            return "round";
          }

          @Override
          public Duration pause() {
            return Duration.ofMillis(200);
          }

          @Override
          public void run() {
            times.incrementAndGet();
            throw new IllegalStateException("this one fails");
          }
        };
    QueueScheduler node = node("one", List.of(round), _ -> Optional.empty());
    node.start();
    until(() -> times.get() >= 3);
    assertThat(node.isRunning()).isTrue();
    node.stop();
    assertThat(node.isRunning()).isFalse();
  }
}
