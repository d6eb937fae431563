package eu.rempart.edge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import eu.rempart.watch.node.NodesOf;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The pulse beats whatever the other jobs of the application do. */
class PulseThreadTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final GateLab lab = new GateLab(database, new HandClock());

  @EnableScheduling
  private static final class Application {}

  /** A job on the thread that Spring has for all of them, which never comes to its end. */
  static final class Hanging {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void hang() throws InterruptedException {
      begun.countDown();
      end.await();
    }
  }

  @Test
  void aJobThatHangsHoldsUpNeitherThePulseNorTheAnswerToAbuse() {
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class))
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .withUserConfiguration(Application.class, TrafficConfiguration.class)
        .withBean(Hanging.class)
        .withBean(Places.class, () -> Addresses.PLACES)
        .withBean(Sources.class, () -> lab.sources)
        .withBean(Policies.class, () -> lab.policies)
        .withBean(Rights.class, () -> new Rights(new CurrentMember()))
        .withBean(SecurityEvents.class, () -> event -> {})
        .withBean(TrafficRepository.class, () -> new TrafficRepository(database.app()))
        .withBean(NodeIdentity.class, () -> new NodeIdentity(UUID.randomUUID(), "one"))
        .withBean(Nodes.class, () -> NodesOf.database(database.app()))
        .withBean(PeakQueries.class, () -> new PeakQueries(database.app()))
        .run(
            context -> {
              assertThat(context)
                  .as("Spring's own are not replaced by the pulse's")
                  .hasBean("applicationTaskExecutor")
                  .hasSingleBean(TaskScheduler.class);
              var hanging = context.getBean(Hanging.class);
              assertThat(hanging.begun.await(30, TimeUnit.SECONDS)).isTrue();
              var beats = new CountDownLatch(2);
              context.getBean(Pulse.class).onSecond(_ -> beats.countDown());
              try {
                assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
              } finally {
                hanging.end.countDown();
              }
            });
  }
}
