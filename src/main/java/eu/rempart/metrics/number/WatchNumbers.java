package eu.rempart.metrics.number;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.StatusReports;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What is watched. Of the whole installation: each node tells the same. There are 200 checks at
 * most, and as many places as administrators admitted.
 */
@Component
class WatchNumbers implements Numbers {

  private static final String UNKNOWN = "unknown";

  private final StatusReports reports;

  WatchNumbers(StatusReports reports) {
    this.reports = reports;
  }

  @Override
  public String source() {
    return "watch";
  }

  @Override
  public void write(Sheet sheet) {
    StatusReport report = reports.forPrograms();
    report.checks().stream()
        .filter(status -> status.check().enabled())
        .forEach(status -> write(sheet, status, report.at()));
    sheet.gauge(
        "incidents_open",
        "Outages that go on.",
        report.checks().stream().filter(status -> status.stage().outage()).count());
    sheet.gauge("nodes", "Nodes that were there within the last day.", report.nodes().size());
  }

  private static void write(Sheet sheet, CheckStatus status, Instant now) {
    String id = status.check().id().toString();
    String name = status.check().name();
    String state = status.known(now) ? Words.of(status.stage()) : UNKNOWN;
    for (Stage stage : Stage.values()) {
      state(sheet, id, name, Words.of(stage), state);
    }
    state(sheet, id, name, UNKNOWN, state);
    sheet.gauge(
        "check_trouble_places",
        "Places that say that something is wrong while the check is not down.",
        status.troubled().size(),
        "id",
        id,
        "check",
        name);
    sheet.gauge(
        "check_silent_places",
        "Places of which nothing was heard for about three periods.",
        status.silent().size(),
        "id",
        id,
        "check",
        name);
    status.zones().forEach((zone, figures) -> write(sheet, id, name, zone, figures));
    Iterable<Result> latest =
        status.check().byNode() ? status.nodes().values() : status.last().stream().toList();
    latest.forEach(result -> value(sheet, status.check(), result));
    status.budget().ifPresent(budget -> write(sheet, id, name, budget));
  }

  private static void state(Sheet sheet, String id, String name, String each, String state) {
    sheet.gauge(
        "check_state",
        "1 for the state that a check is in, 0 for the others.",
        each.equals(state) ? 1 : 0,
        "id",
        id,
        "check",
        name,
        "state",
        each);
  }

  private static void write(Sheet sheet, String id, String name, Zone zone, Figures figures) {
    results(sheet, id, name, zone, "ok", figures.checks() - figures.failed());
    results(sheet, id, name, zone, "failed", figures.failed());
    results(sheet, id, name, zone, "excluded", figures.excluded());
    sheet.summary(
        "check_response_seconds",
        "How long results that were well took, by place.",
        figures.timed(),
        figures.totalMicros() / 1e6,
        "id",
        id,
        "check",
        name,
        "zone",
        zone.code());
  }

  private static void results(
      Sheet sheet, String id, String name, Zone zone, String result, long count) {
    sheet.counter(
        "check_results",
        "Results of a check since it was made, by place; excluded ones fell into maintenance.",
        count,
        "id",
        id,
        "check",
        name,
        "zone",
        zone.code(),
        "result",
        result);
  }

  /** What was measured, where that is a number of its own: of a status nobody makes a curve. */
  private static void value(Sheet sheet, Check check, Result result) {
    Integer number = result.number();
    Failure failure = result.failure();
    boolean told =
        failure == null || failure == Failure.TOO_FULL || failure == Failure.CERTIFICATE_ENDS_SOON;
    if (number == null || !told || check.kind() == CheckKind.PAGE) {
      return;
    }
    sheet.gauge(
        "check_value",
        "What was measured last: per cent or a count of a level, days left of a certificate.",
        number,
        "id",
        check.id().toString(),
        "check",
        check.name(),
        "kind",
        Words.of(check.kind()),
        "zone",
        result.zone().code());
  }

  private static void write(Sheet sheet, String id, String name, Budget budget) {
    sheet.gauge(
        "check_objective_ratio",
        "What availability is aimed at.",
        budget.objective().percent().movePointLeft(2).doubleValue(),
        "id",
        id,
        "check",
        name);
    sheet.gauge(
        "check_budget_left_ratio",
        "What may still fail, as a part of what may; below 0 where more failed than may.",
        budget.leftPercent().movePointLeft(2).doubleValue(),
        "id",
        id,
        "check",
        name);
    burn(sheet, id, name, "1h", budget.burn().hour());
    burn(sheet, id, name, "6h", budget.burn().sixHours());
    burn(sheet, id, name, "3d", budget.burn().threeDays());
  }

  private static void burn(
      Sheet sheet, String id, String name, String over, Optional<BigDecimal> rate) {
    rate.ifPresent(
        known ->
            sheet.gauge(
                "check_burn_rate",
                "How fast what may fail goes; at 1 it lasts as long as the objective.",
                known.doubleValue(),
                "id",
                id,
                "check",
                name,
                "over",
                over));
  }
}
