package eu.rempart.ops.site;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Witness;
import eu.rempart.ops.site.SiteState.Witness.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the data where there should be two: a warning at once, critical after ten minutes. It
 * ends when both are complete again. And a witness that nobody hears of, which takes longer: it has
 * no data, but without it no other server takes over.
 */
final class CopySource implements Round {

  static final Duration CRITICAL = Duration.ofMinutes(10);

  /** A site that handed over comes back as the copy within this; nobody need wake for it. */
  static final Duration HANDING_OVER = Duration.ofSeconds(20);

  /** A machine that is started anew is back by then. */
  static final Duration WITNESS_AWAY = Duration.ofMinutes(1);

  private final SiteBoard board;
  private final AlertService alerts;
  private final InstantSource clock;

  /** Since when nobody hears of the witness; null where somebody does. */
  private @Nullable Instant silent;

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
          Stream.of(
                  state.filter(SiteState::isOneCopyLeft).map(this::request),
                  state.flatMap(this::witnessAway))
              .flatMap(Optional::stream)
              .toList());
    }
  }

  private Optional<AlertRequest> witnessAway(SiteState state) {
    Witness witness = state.witness();
    if (witness == null || witness.task() != Task.SILENT) {
      silent = null;
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant since = silent == null ? now : silent;
    silent = since;
    return Duration.between(since, now).minus(WITNESS_AWAY).isNegative()
        ? Optional.empty()
        : Optional.of(
            request("sites:witness", Severity.WARNING, "site-witness-away", witness.name()));
  }

  /** Another leads since a moment ago, and the one that did answers: it was no loss. */
  private boolean handsOver(SiteState state) {
    return state.isOneCopyLeft()
        && state.other().filter(site -> site.role() == Site.Role.BEHIND).isPresent()
        && state
            .lastSwitch()
            .filter(move -> move.cause() != SiteMove.Cause.ACCEPTED_LOSS)
            .filter(
                move ->
                    Duration.between(move.at(), clock.instant()).minus(HANDING_OVER).isNegative())
            .isPresent();
  }

  private AlertRequest request(SiteState state) {
    Instant since = state.since();
    boolean isLong =
        since != null && !Duration.between(since, clock.instant()).minus(CRITICAL).isNegative();
    return request(
        "sites:copy",
        isLong ? Severity.CRITICAL : Severity.WARNING,
        "site-one-copy",
        state.other().map(Site::name).orElse(""));
  }

  private static AlertRequest request(String key, Severity severity, String what, String machine) {
    return new AlertRequest(
        key, Sources.SITES, "", severity, what, List.of(machine), "/sites", Ending.BY_SOURCE, null);
  }
}
