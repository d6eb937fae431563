package eu.rempart.edge.gate;

import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.EdgePolicy.Parts;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Rules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The policy in force on this node. Read anew when the database tells of a change, and once a
 * minute, so that rules end in time even if nobody tells. While the database is away the former
 * policy stays. Thread safe.
 */
public class Policies {

  static final int DAYS_KNOWN = 30;

  private static final Logger log = LoggerFactory.getLogger(Policies.class);

  private final Rules rules;
  private final Bans bans;
  private final KnownSourceRepository known;
  private final TransactionTemplate snapshot;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> settingsListeners = new CopyOnWriteArrayList<>();
  private volatile EdgePolicy current;
  private volatile Parts parts = Parts.NONE;

  Policies(
      Rules rules,
      Bans bans,
      KnownSourceRepository known,
      PlatformTransactionManager transactions,
      InstantSource clock,
      LongSupplier nanos) {
    this.rules = rules;
    this.bans = bans;
    this.known = known;
    // a ban and the rule beside it are seen as of one moment, or not at all
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.clock = clock;
    this.nanos = nanos;
    this.current = new EdgePolicy(parts, clock.instant(), nanos.getAsLong());
  }

  public EdgePolicy current() {
    return current;
  }

  /** The policy as edges on other machines are told it; they read it by {@link RemotePolicies}. */
  public byte[] told() {
    return PolicyText.write(parts, clock.instant());
  }

  /** Calls back after each change of the policy. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Calls back after each change of settings. */
  public void onLimitsChange(Runnable listener) {
    settingsListeners.add(listener);
  }

  /** Reads everything anew. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  public synchronized void reload() {
    EdgeSettings former = current.settings();
    try {
      var now = clock.instant();
      Parts read = read(now);
      current = new EdgePolicy(read, now, nanos.getAsLong());
      parts = read;
    } catch (RuntimeException e) {
      // whatever the database or its driver throws
      log.warn("the edge's rules can't be read; the former ones stay in force", e);
      return;
    }
    if (!current.settings().equals(former)) {
      settingsListeners.forEach(Runnable::run);
    }
    listeners.forEach(Runnable::run);
  }

  // TransactionTemplate answers what its callback answers, which NullAway can't know
  @SuppressWarnings("NullAway")
  private Parts read(Instant now) {
    var since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_KNOWN);
    return snapshot.execute(
        _ ->
            new Parts(
                rules.all(), rules.allowed(), bans.active(), known.all(since), rules.settings()));
  }
}
