package eu.rempart.edge.traffic;

import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.rule.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What the room does by the clock. */
class TrafficJobs {

  static final String PULSE_THREAD = "edgePulseThread";

  private static final Logger log = LoggerFactory.getLogger(TrafficJobs.class);

  private final Pulse pulse;
  private final Refusals refusals;
  private final TrafficHistory history;
  private final TrafficRepository repository;
  private final Policies policies;
  private final InstantSource clock;

  TrafficJobs(
      Pulse pulse,
      Refusals refusals,
      TrafficHistory history,
      TrafficRepository repository,
      Policies policies,
      InstantSource clock) {
    this.pulse = pulse;
    this.refusals = refusals;
    this.history = history;
    this.repository = repository;
    this.policies = policies;
    this.clock = clock;
  }

  @Scheduled(
      initialDelay = 1,
      fixedDelay = 1,
      timeUnit = TimeUnit.SECONDS,
      scheduler = PULSE_THREAD)
  void everySecond() {
    pulse.beat();
  }

  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
  void everyMinute() {
    refusals.tell();
  }

  /** Forgets what is older than administrators let it get. */
  @Scheduled(initialDelay = 10, fixedDelay = 6 * 60, timeUnit = TimeUnit.MINUTES)
  void forget() {
    Instant now = clock.instant();
    repository.forget(before(now, Limit.TRAFFIC_DAYS));
    long truncated = repository.truncateAddresses(before(now, Limit.ADDRESS_DAYS));
    if (truncated > 0) {
      log.info("{} addresses are old, and only their networks are kept", truncated);
    }
  }

  private Instant before(Instant now, Limit days) {
    return now.minus(Duration.ofDays(policies.current().settings().of(days)));
  }

  /** Counts of the last minutes are not lost when the application stops. */
  void stop() {
    history.sample();
    history.flush();
    refusals.tell();
  }
}
