package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;

/** What was answered, or told, a short while ago: it is not again every second. */
final class Recently {

  private static final Duration PAUSE = Duration.ofSeconds(11);
  private static final int REMEMBERED = 20_000;

  private final Cache<Object, Boolean> answered;

  /** For the database, which is not asked about the same every second. */
  Recently(Ticker ticker) {
    this(ticker, PAUSE);
  }

  Recently(Ticker ticker, Duration pause) {
    this.answered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(pause)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Whether it was. */
  boolean knows(Object what) {
    return answered.asMap().containsKey(what);
  }

  /** Whether it was; from now on it is. */
  boolean answered(Object what) {
    return answered.asMap().putIfAbsent(what, true) != null;
  }
}
