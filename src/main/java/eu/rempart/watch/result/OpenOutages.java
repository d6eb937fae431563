package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Outages that go on, for who tells people of them by the clock. Asks for no right. */
public final class OpenOutages {

  private final StatusReports reports;
  private final InstantSource clock;

  OpenOutages(StatusReports reports, InstantSource clock) {
    this.reports = reports;
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

  private static Outage outage(CheckStatus status, StatusReport report, Instant now) {
    Stream<Instant> ends =
        report.maintenance().stream()
            .filter(window -> window.concerns(status.check().id()))
            .filter(window -> !window.begin().isAfter(now))
            .map(Maintenance::end);
    return new Outage(
        status.check(),
        status.last().filter(result -> Objects.nonNull(result.failure())),
        ends.max(Instant::compareTo));
  }
}
