package eu.rempart.search;

import eu.rempart.Patience;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/** Waits for indexes, as most tests do before they begin. */
public final class Indexes {

  private Indexes() {}

  /** How an index is. */
  @FunctionalInterface
  public interface Asked {
    IndexState now();
  }

  /**
   * Returns at once where all are ready, as they are for all tests but the first: asking begins
   * after a tenth of a second otherwise, which was two minutes in all.
   */
  public static void awaitReady(Asked... indexes) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .atMost(Patience.LONG)
        .until(() -> Arrays.stream(indexes).allMatch(each -> each.now().ready()));
  }
}
