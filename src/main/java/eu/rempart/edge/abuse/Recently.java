package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;

/** What was answered within the last seconds: the database is not asked about it every second. */
final class Recently {

  private static final Duration PAUSE = Duration.ofSeconds(11);
  private static final int REMEMBERED = 20_000;

  private final Cache<Prefix, Boolean> answered;

  Recently(Ticker ticker) {
    this.answered =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(PAUSE)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Whether it was; from now on it is. */
  boolean answered(Prefix network) {
    return answered.asMap().putIfAbsent(network, true) != null;
  }
}
