package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.alert.source.LookRepository.Look;
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
 * <p>Where no node could look for a while, or did by another clock, it waits: after the server or
 * its database was away nobody was heard, and agents first deliver what they found meanwhile. When
 * somebody looked is known to the database, since any node may be the one that looks.
 */
final class QuorumSource implements Round {

  /** For agents to come back, and to deliver. */
  static final Duration WAIT = Duration.ofMinutes(2);

  /**
   * Between two looks that worked is less, unless the database was away. A place may be silent
   * after a minute, so it has to be less than that by the time that agents take to come back.
   */
  static final Duration GAP = Duration.ofSeconds(30);

  private final OpenOutages outages;
  private final AlertService alerts;
  private final LookRepository looks;
  private final InstantSource clock;

  QuorumSource(
      OpenOutages outages, AlertService alerts, LookRepository looks, InstantSource clock) {
    this.outages = outages;
    this.alerts = alerts;
    this.looks = looks;
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
    Instant now = clock.instant();
    Instant from =
        looks
            .last(Sources.QUORUM)
            .filter(last -> Duration.between(last.at(), now).abs().compareTo(GAP) <= 0)
            .map(Look::judgesFrom)
            .orElseGet(() -> now.plus(WAIT));
    if (!now.isBefore(from)) {
      alerts.sync(Sources.QUORUM, outages.blind().stream().map(QuorumSource::request).toList());
    }
    // where looking throws, nobody looked
    looks.save(Sources.QUORUM, new Look(now, from));
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
