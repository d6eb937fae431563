package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.result.ZoneDesk.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Outages that go on, and checks of which nobody could say that they are down, for who tells people
 * of them by the clock. Asks for no right.
 */
public final class OpenOutages {

  private final StatusReports reports;
  private final CheckRepository checks;
  private final InstantSource clock;

  OpenOutages(StatusReports reports, CheckRepository checks, InstantSource clock) {
    this.reports = reports;
    this.checks = checks;
    this.clock = clock;
  }

  /**
   * One that goes on.
   *
   * @param bad the latest result, if that was bad
   * @param workedOnUntil when planned maintenance of it ends that goes on; empty if none does
   */
  public record Outage(Check check, Optional<Result> bad, Optional<Instant> workedOnUntil) {}

  /** All of them. */
  public List<Outage> now() {
    StatusReport report = reports.all();
    Instant now = clock.instant();
    return report.checks().stream()
        .filter(status -> status.check().enabled() && status.stage().outage())
        .map(status -> outage(status, report, now))
        .toList();
  }

  /**
   * A check of which fewer zones are heard than must agree.
   *
   * @param heard so many are
   * @param trouble whether all of those say that something is wrong, and nobody was told yet
   * @param workedOnUntil as with outages
   */
  public record Blind(Check check, int heard, boolean trouble, Optional<Instant> workedOnUntil) {}

  /**
   * All of these, but those that were changed a moment ago: zones that are asked for the first time
   * take as long to be heard as others to fall silent.
   */
  public List<Blind> blind() {
    StatusReport report = reports.all();
    Map<CheckId, Times> times = checks.times();
    Instant now = clock.instant();
    return report.checks().stream()
        .filter(status -> status.check().enabled() && status.blind())
        .filter(status -> isSettled(status.check(), times, now))
        .map(status -> blind(status, report, now))
        .toList();
  }

  private static boolean isSettled(Check check, Map<CheckId, Times> times, Instant now) {
    Times known = times.get(check.id());
    return known != null && known.changed().plus(check.rules().silentAfter()).isBefore(now);
  }

  private static Blind blind(CheckStatus status, StatusReport report, Instant now) {
    int troubled = status.troubled().size();
    boolean all = troubled > 0 && troubled == status.heard();
    return new Blind(status.check(), status.heard(), all, workedOn(status, report, now));
  }

  private static Outage outage(CheckStatus status, StatusReport report, Instant now) {
    return new Outage(
        status.check(),
        status.last().filter(result -> Objects.nonNull(result.failure())),
        workedOn(status, report, now));
  }

  private static Optional<Instant> workedOn(CheckStatus status, StatusReport report, Instant now) {
    return report.maintenance().stream()
        .filter(window -> window.concerns(status.check().id()))
        .filter(window -> !window.begin().isAfter(now))
        .map(Maintenance::end)
        .max(Instant::compareTo);
  }
}
