package eu.rempart.watch.probe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many wrong codes may come within a minute from one network: a /24 of IPv4, a /64 of IPv6.
 * Codes are long enough not to be guessed; this keeps those who try from costing anything, and from
 * keeping others out. Thread safe.
 */
final class Attempts {

  static final int MOST = 20;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REMEMBERED = 20_000;
  private static final int IPV4_BYTES = 4;

  private final Cache<String, AtomicInteger> failed;

  Attempts(LongSupplier nanos) {
    // from the first on, so that whoever goes on trying has a minute's worth each minute
    this.failed =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MINUTE)
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  boolean allowed(String address) {
    AtomicInteger count = failed.getIfPresent(network(address));
    return count == null || count.get() < MOST;
  }

  void failed(String address) {
    failed.get(network(address), _ -> new AtomicInteger()).incrementAndGet();
  }

  private static String network(String address) {
    byte[] bytes;
    try {
      bytes = InetAddress.ofLiteral(address).getAddress();
    } catch (IllegalArgumentException noAddress) {
      return ""; // a way in that has none, which all have in common
    }
    int most = bytes.length == IPV4_BYTES ? 3 : 8;
    return HexFormat.of().formatHex(bytes, 0, most);
  }
}
