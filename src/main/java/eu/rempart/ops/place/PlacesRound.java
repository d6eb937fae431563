package eu.rempart.ops.place;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.DataPlaces.Judged;
import eu.rempart.kernel.place.PlaceLook;
import eu.rempart.kernel.place.PlaceRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Places whose addresses are registered elsewhere than declared, or whose country is not allowed
 * any more: found within minutes of a change, though nothing is sent there meanwhile.
 */
@Component
final class PlacesRound implements Round {

  private static final int LONGEST_LABEL = 80;

  private final PlaceLook look;
  private final AlertService alerts;

  PlacesRound(PlaceLook look, AlertService alerts) {
    this.look = look;
    this.alerts = alerts;
  }

  @Override
  public String name() {
    return "source-places";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(5);
  }

  @Override
  public void run() {
    alerts.sync(Sources.PLACES, requests(look.now()));
  }

  /** What is wrong. */
  static List<AlertRequest> requests(List<Judged> places) {
    return places.stream().flatMap(each -> request(each).stream()).toList();
  }

  private static Optional<AlertRequest> request(Judged judged) {
    DataPlace place = judged.place();
    boolean elsewhere =
        judged.isElsewhere()
            && judged.refusal().map(why -> why == PlaceRefusal.ELSEWHERE).orElse(true);
    if (judged.refusal().isEmpty() && !elsewhere) {
      return Optional.empty();
    }
    String host = place.host();
    return Optional.of(
        new AlertRequest(
            "places:" + place.kind().key() + ":" + host,
            Sources.PLACES,
            host.length() > LONGEST_LABEL ? host.substring(0, LONGEST_LABEL) : host,
            Severity.WARNING,
            elsewhere ? "place-elsewhere" : "place-not-allowed",
            elsewhere ? List.of(host, declared(place), registered(judged)) : List.of(host),
            "/places",
            Ending.BY_SOURCE,
            null));
  }

  private static String declared(DataPlace place) {
    return Objects.requireNonNullElse(place.country(), "");
  }

  private static String registered(Judged judged) {
    return judged.registered().map(CountryCode::value).orElse("");
  }
}
