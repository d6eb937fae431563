package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.result.OpenOutages;
import eu.rempart.watch.result.OpenOutages.Blind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Checks of which fewer places are heard than must agree: they can't go down, whatever is wrong. A
 * warning; critical where all places that are left say that something is.
 *
 * <p>A node that just began, or could not look for long, waits: after the server or its database
 * was away nobody was heard, and agents first deliver what they found meanwhile.
 */
final class QuorumSource implements Round {

  /** For agents to come back, and to deliver. */
  static final Duration WAIT = Duration.ofMinutes(2);

  private final OpenOutages outages;
  private final AlertService alerts;
  private final InstantSource clock;
  private Instant looked = Instant.MIN;
  private Instant from = Instant.MIN;

  QuorumSource(OpenOutages outages, AlertService alerts, InstantSource clock) {
    this.outages = outages;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "source-quorum";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    if (hasWaited(clock.instant())) {
      alerts.sync(Sources.QUORUM, outages.blind().stream().map(QuorumSource::request).toList());
    }
  }

  private synchronized boolean hasWaited(Instant now) {
    if (looked.isBefore(now.minus(WAIT))) {
      from = now.plus(WAIT);
    }
    looked = now;
    return !now.isBefore(from);
  }

  private static AlertRequest request(Blind blind) {
    Rules rules = blind.check().rules();
    return new AlertRequest(
        "quorum:" + blind.check().id().value(),
        Sources.QUORUM,
        blind.check().name(),
        blind.trouble() ? Severity.CRITICAL : Severity.WARNING,
        blind.trouble() ? "quorum-trouble" : "quorum",
        List.of(
            blind.check().name(),
            Integer.toString(blind.heard()),
            Integer.toString(rules.zones().size()),
            Integer.toString(rules.quorum())),
        "/watch",
        Ending.BY_SOURCE,
        blind.workedOnUntil().orElse(null));
  }
}
