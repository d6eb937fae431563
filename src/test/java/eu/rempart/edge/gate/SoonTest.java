package eu.rempart.edge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SoonTest {

  private final AtomicInteger done = new AtomicInteger();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayGoOn = new Semaphore(0);

  @Test
  void aStormOfChangesIsReadTwiceAndNothingThatCameWhileItWasReadIsMissed() throws Exception {
    var soon =
        new Soon(
            () -> {
              begun.release();
              mayGoOn.acquireUninterruptibly();
              done.incrementAndGet();
            });
    soon.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 400; i++) {
      soon.ask();
    }
    mayGoOn.release();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).as("once more for all of them").isTrue();
    assertThat(done).hasValue(1);
    mayGoOn.release();

    soon.ask();
    assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    assertThat(done).as("and not once for each").hasValue(2);
    mayGoOn.release();
  }
}
