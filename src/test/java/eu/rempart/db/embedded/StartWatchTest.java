package eu.rempart.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends while it is waited for. */
class StartWatchTest {

  @TempDir private Path data;

  @Test
  void whoWaitsIsInterruptedOnceItHasEnded() throws Exception {
    Path running = Files.writeString(data.resolve("postmaster.pid"), "1\n");
    boolean ended;
    try (StartWatch watch = StartWatch.of(data)) {
      Thread.ofVirtual().start(() -> delete(running));
      boolean interrupted = false;
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      assertThat(interrupted).isTrue();
      ended = watch.isEnded();
    }
    assertThat(ended).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static void delete(Path file) {
    try {
      Thread.sleep(700); // it was seen by then, or the watch waits a minute for it
      Files.delete(file);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoDidNotWaitLongerIsLeftAlone() throws Exception {
    Path running = Files.writeString(data.resolve("postmaster.pid"), "1\n");
    try (StartWatch watch = StartWatch.of(data)) {
      assertThat(watch.isEnded()).isFalse();
    }
    Files.delete(running);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
