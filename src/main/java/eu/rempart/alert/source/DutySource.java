package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.DutyRoster;
import eu.rempart.alert.duty.Stretch;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs that are incomplete: now, which is critical, or within a week, which is a warning. As long
 * as nobody ever said anything of duty, everybody is told of everything, and nothing is missing.
 */
final class DutySource implements Round {

  private static final Duration AHEAD = Duration.ofDays(7);

  private final DutyRoster roster;
  private final AlertService alerts;

  DutySource(DutyRoster roster, AlertService alerts) {
    this.roster = roster;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "source-duty";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    List<AlertRequest> wrong = new ArrayList<>();
    List<Stretch> ahead = roster.ahead(AHEAD);
    if (!ahead.isEmpty()) {
      if (!ahead.getFirst().faults().isEmpty()) {
        wrong.add(request("duty:now", Severity.CRITICAL, "duty-now", List.of()));
      }
      ahead.stream()
          .skip(1)
          .filter(stretch -> !stretch.faults().isEmpty())
          .findFirst()
          .ifPresent(
              stretch ->
                  wrong.add(
                      request(
                          "duty:soon",
                          Severity.WARNING,
                          "duty-soon",
                          List.of(stretch.begin().toString().substring(0, 10)))));
    }
    alerts.sync(Sources.DUTY, wrong);
  }

  private static AlertRequest request(
      String key, Severity severity, String what, List<String> facts) {
    return new AlertRequest(
        key, Sources.DUTY, "", severity, what, facts, "/duty", Ending.BY_SOURCE, null);
  }
}
