package eu.rempart.edge.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.rempart.edge.gate.EdgePolicy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * So many requests a minute for each session or source and kind of route, in the memory of this
 * node. However many sources a flood has, at most {@value #BUCKETS} are remembered. Thread safe.
 */
final class RequestLimits {

  static final int BUCKETS = 50_000;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private final Supplier<EdgePolicy> policy;
  private final TimeMeter meter;
  private final Cache<Share, Bucket> buckets;

  RequestLimits(Supplier<EdgePolicy> policy, LongSupplier nanos) {
    this.policy = policy;
    this.meter = new Meter(nanos);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(BUCKETS)
            .expireAfterAccess(REMEMBERED)
            .ticker(nanos::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** What somebody has: where a rule gives them another quota, it is another bucket at once. */
  private record Share(Asker.Key who, int quota) {}

  /** A stop watch for Bucket4j. */
  private record Meter(LongSupplier nanos) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanos.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /**
   * What is left of a limit.
   *
   * @param allowed whether the request may go on
   * @param quota requests a minute
   * @param left how many more may come now
   * @param seconds until one more may come; 0 if it may now
   */
  record Left(boolean allowed, int quota, long left, long seconds) {}

  /**
   * Takes one request.
   *
   * @param factor by how much the place is slowed; 1 if it is not
   */
  Left take(Asker asker, RouteClass route, int factor) {
    int slower = asker.isSignedIn() ? 1 : factor;
    int quota = Math.max(1, policy.get().settings().of(route.limit()) / slower);
    Bucket bucket = buckets.get(new Share(asker.key(route), quota), _ -> bucket(quota));
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
    return new Left(probe.isConsumed(), quota, probe.getRemainingTokens(), seconds);
  }

  /** Half a minute's worth at once, and the rest as it comes. */
  private Bucket bucket(int quota) {
    return Bucket.builder()
        .withCustomTimePrecision(meter)
        .addLimit(limit -> limit.capacity(Math.max(1, quota / 2)).refillGreedy(quota, MINUTE))
        .build();
  }

  /** After the limits have changed. */
  void forget() {
    buckets.invalidateAll();
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
