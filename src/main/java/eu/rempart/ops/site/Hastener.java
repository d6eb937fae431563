package eu.rempart.ops.site;

import eu.rempart.ops.site.engine.Etcd;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at the witness and shortens a fail-over. Patroni's lease of the primary takes twenty
 * seconds at least; where the primary's machine is heard by nobody for some seconds, this takes the
 * lease away. It promotes nobody: whether the other site leads then is Patroni's decision alone, by
 * its own rules.
 *
 * <p>It acts in one transaction of etcd, which also touches the key that says which copy is
 * synchronous. So a primary that lives on, cut off, can't let go of its copy and acknowledge alone:
 * its own change of that key fails.
 */
final class Hastener {

  private static final Logger log = LoggerFactory.getLogger(Hastener.class);

  private final ClusterKeys keys;
  private final Members members;
  private final Duration patience;
  private final LongSupplier nanos;

  /** Where members are; kept, since the key of one that died goes with its lease. */
  private final Map<String, ClusterKeys.Member> known = new HashMap<>();

  private @Nullable String leader;
  private @Nullable Long silentSince;

  /** What is asked of the members themselves. */
  interface Members {

    /** Whether Patroni or PostgreSQL there says anything at all. */
    boolean answers(ClusterKeys.Member member);

    /**
     * Whether PostgreSQL runs there and hears of no primary.
     *
     * @throws IOException if it does not say
     */
    boolean isAlone(ClusterKeys.Member member) throws IOException;
  }

  /**
   * @param patience so long a primary may be silent
   * @param nanos a clock that only goes forward
   */
  Hastener(ClusterKeys keys, Members members, Duration patience, LongSupplier nanos) {
    this.keys = keys;
    this.members = members;
    this.patience = patience;
    this.nanos = nanos;
  }

  /**
   * Looks once; to be called each second by one thread.
   *
   * @return whether the lease was taken away
   * @throws IOException if etcd has no majority now, or the copy does not say how it is
   */
  boolean look() throws IOException {
    long begun = nanos.getAsLong();
    // first, and without etcd, which may be electing: that says nothing about the primary
    listen(begun);
    Optional<Etcd.Entry> lease = keys.leader();
    Optional<ClusterKeys.Sync> sync = keys.sync();
    if (lease.isPresent() && !lease.get().value().equals(leader)) {
      leader = lease.get().value();
      silentSince = null;
    }
    refresh(leader);
    refresh(sync.map(ClusterKeys.Sync::standby).orElse(null));
    return lease.isPresent() && sync.isPresent() && hasten(lease.get(), sync.get());
  }

  private void listen(long now) {
    if (leader == null) {
      return;
    }
    ClusterKeys.Member member = known.get(leader);
    if (member == null || members.answers(member)) {
      silentSince = null;
    } else if (silentSince == null) {
      silentSince = now;
    }
  }

  private boolean hasten(Etcd.Entry lease, ClusterKeys.Sync sync) throws IOException {
    long now = nanos.getAsLong();
    Long since = silentSince;
    String standby = sync.standby();
    if (since == null
        || now - since < patience.toNanos()
        || standby == null
        || !lease.value().equals(sync.leader())) {
      return false;
    }
    ClusterKeys.Member copy = known.get(standby);
    if (copy == null || !members.isAlone(copy)) {
      log.info("{} is silent, and {} hears it or does not run: nothing is done", leader, standby);
      return false;
    }
    boolean taken = keys.takeLease(lease, sync);
    log.warn(
        "took the lease of {} after {} s of silence: {}",
        leader,
        Duration.ofNanos(now - since).toMillis() / 1e3,
        taken ? "done" : "it had changed");
    silentSince = null;
    leader = null;
    return taken;
  }

  /** As etcd says now; as it said last where the key is gone. */
  private void refresh(@Nullable String name) throws IOException {
    if (name != null) {
      keys.member(name).ifPresent(member -> known.put(name, member));
    }
  }
}
