package eu.rempart.edge.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.Set;

/** From where members who are signed in used this node within the last half hour. Thread safe. */
public final class Presence {

  private static final Duration LATELY = Duration.ofMinutes(30);
  private static final int REMEMBERED = 10_000;

  /** Whether an administrator is among them. */
  private final Cache<Prefix, Boolean> here;

  Presence(Ticker ticker) {
    this.here =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(LATELY)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** A member who is signed in sent a request. */
  public void saw(long high, long low, boolean administrator) {
    here.asMap().merge(Prefix.fine(high, low), administrator, (former, now) -> former || now);
  }

  boolean isAdministratorIn(Prefix network) {
    return here.asMap().entrySet().stream()
        .anyMatch(each -> each.getValue() && network.overlaps(each.getKey()));
  }

  /** Where they are. */
  Set<Prefix> networks() {
    return Set.copyOf(here.asMap().keySet());
  }

  boolean isMemberIn(Prefix network) {
    return here.asMap().keySet().stream().anyMatch(network::overlaps);
  }
}
