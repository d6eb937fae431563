package eu.rempart.ops.site;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.ops.site.SiteState.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One copy of the data where there should be two: a warning at once, critical after ten minutes. It
 * ends when both are complete again.
 */
final class CopySource implements Round {

  static final Duration CRITICAL = Duration.ofMinutes(10);

  /** A site that handed over comes back as the copy within this; nobody need wake for it. */
  static final Duration HANDING_OVER = Duration.ofSeconds(20);

  private final SiteBoard board;
  private final AlertService alerts;
  private final InstantSource clock;

  CopySource(SiteBoard board, AlertService alerts, InstantSource clock) {
    this.board = board;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "source-sites";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(3);
  }

  /**
   * Where nothing is known, as right after a start, or while nobody leads, nothing begins and
   * nothing ends.
   */
  @Override
  public void run() {
    Optional<SiteState> state = board.state();
    if (state.flatMap(SiteState::leader).isPresent() && !handsOver(state.orElseThrow())) {
      alerts.sync(
          Sources.SITES,
          state.filter(SiteState::isOneCopyLeft).map(this::request).stream().toList());
    }
  }

  /** Another leads since a moment ago, and the one that did answers: it was no loss. */
  private boolean handsOver(SiteState state) {
    return state.isOneCopyLeft()
        && state.other().filter(site -> site.role() == Site.Role.BEHIND).isPresent()
        && state
            .lastSwitch()
            .filter(
                move ->
                    Duration.between(move.at(), clock.instant()).minus(HANDING_OVER).isNegative())
            .isPresent();
  }

  private AlertRequest request(SiteState state) {
    Instant since = state.since();
    boolean isLong =
        since != null && !Duration.between(since, clock.instant()).minus(CRITICAL).isNegative();
    return new AlertRequest(
        "sites:copy",
        Sources.SITES,
        "",
        isLong ? Severity.CRITICAL : Severity.WARNING,
        "site-one-copy",
        List.of(state.other().map(Site::name).orElse("")),
        "/sites",
        Ending.BY_SOURCE,
        null);
  }
}
