package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.result.OpenOutages;
import eu.rempart.watch.result.OpenOutages.Outage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outages of the watch. What does not answer is critical, and so is what answers too slowly; a
 * level of this server that is too high is a warning. What keeps failing and works at the moment
 * says that it flaps, since its incident goes on.
 */
final class WatchSource implements Round {

  private final OpenOutages outages;
  private final AlertService alerts;

  WatchSource(OpenOutages outages, AlertService alerts) {
    this.outages = outages;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "source-watch";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    alerts.sync(Sources.WATCH, outages.now().stream().map(WatchSource::request).toList());
  }

  private static AlertRequest request(Outage outage) {
    Check check = outage.check();
    boolean level = !check.kind().remote();
    boolean flapping = outage.flapping() && outage.bad().isEmpty();
    return new AlertRequest(
        "watch:" + check.id().value(),
        Sources.WATCH,
        check.name(),
        level ? Severity.WARNING : Severity.CRITICAL,
        flapping ? "watch-flapping" : level ? "watch-level" : what(outage),
        flapping ? List.of(check.name(), place(check)) : facts(outage),
        "/watch",
        Ending.BY_SOURCE,
        outage.workedOnUntil().orElse(null));
  }

  private static List<String> facts(Outage outage) {
    return List.of(
        outage.check().name(),
        place(outage.check()),
        outage.bad().map(Result::failure).map(Failure::key).orElse(""),
        Integer.toString(number(outage.bad().map(Result::number).orElse(null))));
  }

  private static String what(Outage outage) {
    boolean slow =
        outage.bad().map(Result::failure).filter(why -> why == Failure.TOO_SLOW).isPresent();
    return slow ? "watch-slow" : "watch-down";
  }

  private static int number(@Nullable Integer number) {
    return number == null ? 0 : number;
  }

  private static String place(Check check) {
    Target.Remote remote = check.target().remote();
    Level level = check.target().level();
    if (remote != null) {
      return remote.hostAndPort();
    }
    return level == null ? "" : level.name();
  }
}
