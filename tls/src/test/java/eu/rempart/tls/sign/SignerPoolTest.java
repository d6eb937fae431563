package eu.rempart.tls.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
        assertThat(pool.offer(() -> {}, false)).isTrue();
      }

      assertThat(pool.offer(() -> {}, false)).isFalse();
      assertThat(pool.load()).isEqualTo(1.0);
      assertThatThrownBy(() -> pool.executor(() -> false).execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      mayEnd.countDown();
    }
  }

  @Test
  void whoIsSlowedComesLastAndTakesHalfOfTheBudgetAtMost() throws Exception {
    try (SignerPool pool = busy(4)) {
      CountDownLatch all = new CountDownLatch(4);
      assertThat(pool.offer(() -> note("slow 1", all), true)).isTrue();
      assertThat(pool.offer(() -> note("slow 2", all), true)).isTrue();
      assertThat(pool.offer(() -> note("slow 3", all), true)).isFalse();
      assertThat(pool.offer(() -> note("1", all), false)).isTrue();
      assertThat(pool.offer(() -> note("2", all), false)).isTrue();
      mayEnd.countDown();
      all.await();

      assertThat(done).containsExactly("1", "2", "slow 1", "slow 2");
    }
  }

  @Test
  void aClosedPoolTakesNothing() {
    SignerPool pool = new SignerPool(1, 1);
    pool.close();

    assertThat(pool.offer(() -> {}, false)).isFalse();
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
        false);
    began.await();
    return pool;
  }

  private void note(String name, CountDownLatch all) {
    done.add(name);
    all.countDown();
  }
}
