package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a node still writes of what members took out when it is stopped. */
class MassWriterTest {

  private final UUID ada = UUID.randomUUID();
  private final List<Long> written = new CopyOnWriteArrayList<>();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  private void takeOut(MassDetector mass, long count) {
    mass.did(new RecordsMoved(ada, Way.EXPORTED, count));
  }

  private MassWriter writer(MassDetector mass) {
    return new MassWriter(mass, () -> EdgeSettings.USUAL, thread);
  }

  @Test
  void whatWaitsIsWrittenBeforeTheNodeStops() throws Exception {
    MassDetector mass = new MassDetector((_, count, _) -> noted(count));
    MassWriter writer = writer(mass);
    takeOut(mass, 7);
    writer.destroy();
    assertThat(written).containsExactly(7L);
    assertThat(thread.isTerminated()).isTrue();
    takeOut(mass, 1);
    writer.second(); // nobody is left to write it, and nothing fails
    assertThat(written).hasSize(1);
  }

  @Test
  void andWhatComesWhileTheLastSecondIsWrittenStill() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    MassDetector mass =
        new MassDetector(
            (_, count, _) -> {
              begun.countDown();
              await(mayEnd);
              return noted(count);
            });
    MassWriter writer = writer(mass);
    takeOut(mass, 7);
    writer.second();
    await(begun);
    takeOut(mass, 5);
    mayEnd.countDown();
    writer.destroy();
    assertThat(written).containsExactly(7L, 5L);
  }

  private OptionalLong noted(long count) {
    written.add(count);
    return OptionalLong.empty();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
