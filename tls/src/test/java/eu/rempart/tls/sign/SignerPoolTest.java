package eu.rempart.tls.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SignerPoolTest {
  private final CountDownLatch began = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void noMoreWaitThanTheBudgetAllows() throws Exception {
    try (SignerPool pool = busy(4)) {
      for (int i = 0; i < 4; i++) {
        assertThat(pool.load()).isEqualTo(i / 4.0);
        assertThat(pool.offer(() -> {}, Rank.USUAL)).isTrue();
      }

      assertThat(pool.offer(() -> {}, Rank.USUAL)).isFalse();
      assertThat(pool.load()).isEqualTo(1.0);
      assertThatThrownBy(() -> pool.executor(() -> Rank.USUAL).execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      mayEnd.countDown();
    }
  }

  @Test
  void whoIsSlowedComesLastAndTakesHalfOfTheBudgetAtMost() throws Exception {
    try (SignerPool pool = busy(4)) {
      CountDownLatch all = new CountDownLatch(4);
      assertThat(pool.offer(() -> note("slow 1", all), Rank.LAST)).isTrue();
      assertThat(pool.offer(() -> note("slow 2", all), Rank.LAST)).isTrue();
      assertThat(pool.offer(() -> note("slow 3", all), Rank.LAST)).isFalse();
      assertThat(pool.offer(() -> note("1", all), Rank.USUAL)).isTrue();
      assertThat(pool.offer(() -> note("2", all), Rank.USUAL)).isTrue();
      mayEnd.countDown();
      all.await();

      assertThat(done).containsExactly("1", "2", "slow 1", "slow 2");
    }
  }

  @Test
  void theFirstRankWaitsForNobodyAndNobodyTakesItsPlaces() throws Exception {
    try (SignerPool pool = busy(1)) {
      CountDownLatch firsts = new CountDownLatch(2);
      CountDownLatch others = new CountDownLatch(1);
      assertThat(pool.offer(() -> note("usual", others), Rank.USUAL)).isTrue();
      assertThat(pool.load()).isEqualTo(1.0);

      while (!pool.offer(() -> note("first 1", firsts), Rank.FIRST)) {
        Thread.onSpinWait();
      }
      while (!pool.offer(() -> note("first 2", firsts), Rank.FIRST)) {
        Thread.onSpinWait();
      }
      firsts.await();

      assertThat(done).containsExactly("first 1", "first 2");
      mayEnd.countDown();
      others.await();
    }
  }

  @Test
  void signersGiveWayToThoseWhoServeAndTheFirstRankDoesNot() throws Exception {
    assumeThat(Path.of("/proc/thread-self")).isSymbolicLink();
    int mine = niceness();
    BlockingQueue<Integer> found = new LinkedBlockingQueue<>();
    try (SignerPool pool = new SignerPool(1, 2)) {
      pool.offer(() -> found.add(niceness()), Rank.USUAL);
      assertThat(found.take()).isGreaterThanOrEqualTo(10);

      pool.offer(() -> found.add(niceness()), Rank.FIRST);
      assertThat(found.take()).isEqualTo(mine);
    }
  }

  /** Of this thread (proc(5)). */
  private static int niceness() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aClosedPoolTakesNothing() {
    SignerPool pool = new SignerPool(1, 1);
    pool.close();

    assertThat(pool.offer(() -> {}, Rank.USUAL)).isFalse();
    assertThat(pool.load()).isZero();
  }

  /** A pool of one thread that works until {@link #mayEnd}. */
  private SignerPool busy(int budget) throws InterruptedException {
    SignerPool pool = new SignerPool(1, budget);
    pool.offer(
        () -> {
          began.countDown();
          try {
            mayEnd.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        Rank.USUAL);
    began.await();
    return pool;
  }

  private void note(String name, CountDownLatch all) {
    done.add(name);
    all.countDown();
  }
}
