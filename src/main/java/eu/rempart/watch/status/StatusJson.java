package eu.rempart.watch.status;

import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.objective.Budget;
import eu.rempart.watch.objective.Burn;
import eu.rempart.watch.result.CheckStatus;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.result.Incident;
import eu.rempart.watch.result.Maintenance;
import eu.rempart.watch.result.StatusReport;
import eu.rempart.watch.result.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The same for programs. Names and units of fields stay as they are. */
final class StatusJson {

  private StatusJson() {}

  /**
   * @param places where data go to or lie, of which no more is told than what for, and the country
   */
  static String write(StatusReport report, List<DataPlace> places) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("at", report.at().toString());
    json.put("overall", StatusPage.worst(report).key());
    json.put(
        "services", report.checks().stream().map(status -> service(status, report.at())).toList());
    json.put("incidents", report.incidents().stream().map(StatusJson::incident).toList());
    json.put("maintenance", report.maintenance().stream().map(StatusJson::maintenance).toList());
    json.put("places", places.stream().map(StatusJson::place).distinct().toList());
    return JsonMapper.shared().writeValueAsString(json);
  }

  private static Map<String, @Nullable Object> place(DataPlace place) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", place.kind().key());
    json.put("country", place.declared().map(CountryCode::value).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> service(CheckStatus status, Instant at) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", status.check().id().toString());
    json.put("name", status.check().name());
    json.put("kind", status.check().kind().name());
    Target.Remote remote = status.check().target().remote();
    json.put("host", remote == null ? null : remote.host());
    json.put("port", remote == null ? null : remote.port());
    json.put("periodSeconds", status.check().rules().period().toSeconds());
    json.put("state", status.known(at) ? status.stage().name() : "UNKNOWN");
    json.put("stateSince", status.since().toString());
    json.put("flapping", status.flapping());
    json.put("troubleIn", codes(status.troubled()));
    json.put("last", status.last().map(StatusJson::last).orElse(null));
    json.put("watchedSince", status.created().toString());
    json.put("outages", status.outages());
    json.putAll(figures(status.all()));
    json.put("excludedMinutes", status.excluded().toMinutes());
    json.put("notMeasuredSeconds", status.unmeasuredInAll().toSeconds());
    json.put("objective", status.budget().map(StatusJson::objective).orElse(null));
    Map<String, @Nullable Object> zones = new LinkedHashMap<>();
    status.zones().forEach((zone, figures) -> zones.put(zone.code(), figures(figures)));
    json.put("zones", zones);
    Map<String, @Nullable Object> days = new LinkedHashMap<>();
    status
        .days()
        .forEach(
            (day, figures) -> {
              Map<String, @Nullable Object> its = figures(figures);
              its.put(
                  "notMeasuredSeconds",
                  status.unmeasured().getOrDefault(day, Duration.ZERO).toSeconds());
              days.put(day.toString(), its);
            });
    json.put("days", days);
    return json;
  }

  private static Map<String, @Nullable Object> objective(Budget budget) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("percent", budget.objective().percent());
    json.put("over", budget.objective().over().name());
    json.put("budgetSeconds", budget.whole().toSeconds());
    json.put("leftSeconds", budget.left().toSeconds());
    json.put("leftPercent", budget.leftPercent());
    Burn burn = budget.burn();
    json.put("pace", burn.pace().name());
    json.put("burnRateHour", burn.hour().orElse(null));
    json.put("burnRateSixHours", burn.sixHours().orElse(null));
    json.put("burnRateThreeDays", burn.threeDays().orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> figures(Figures figures) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("checks", figures.checks());
    json.put("failedChecks", figures.failed());
    json.put("excludedChecks", figures.excluded());
    json.put("uptimePercent", figures.uptime().orElse(null));
    json.put("averageSeconds", figures.average().orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> last(Result result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Failure failure = result.failure();
    json.put("at", result.at().toString());
    json.put("zone", result.zone().code());
    json.put("ok", result.ok());
    json.put("failure", failure == null ? null : failure.key());
    return json;
  }

  private static Map<String, @Nullable Object> incident(Incident incident) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("service", incident.check().toString());
    json.put("begunAt", incident.begunAt().toString());
    json.put("endedAt", incident.endedAt() == null ? null : incident.endedAt().toString());
    json.put("story", incident.story().stream().map(StatusJson::step).toList());
    return json;
  }

  private static Map<String, @Nullable Object> step(Step step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Failure failure = step.failure();
    json.put("at", step.at().toString());
    json.put("kind", step.kind().name());
    json.put("zones", codes(step.zones()));
    json.put("failure", failure == null ? null : failure.key());
    json.put("note", step.note());
    return json;
  }

  private static Map<String, @Nullable Object> maintenance(Maintenance window) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("service", window.check() == null ? null : window.check().toString());
    json.put("title", window.title());
    json.put("begin", window.begin().toString());
    json.put("end", window.end().toString());
    return json;
  }

  private static List<String> codes(List<Zone> zones) {
    return zones.stream().map(Zone::code).toList();
  }
}
