package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Far more of something within the last hour than in the same hour of the last weeks.
 *
 * @param place from where; empty for a kind of route, from everywhere
 * @param now how many in the last hour
 * @param usual the median of the same hour of the last four weeks
 */
public record Rise(Topic topic, Optional<Place> place, long now, long usual) {

  /** What may rise. The names are kept in events: never change one. */
  public enum Topic {
    HANDSHAKES(Measure::isHandshake, true),
    REFUSALS(measure -> measure.isRefusedConnection() || measure.isRefusedRequest(), true),
    REQUESTS(Measure::isRequest, true),
    SIGN_INS_FAILED(measure -> measure == Measure.SIGN_IN_FAILED, true),
    PAGES(measure -> measure == Measure.REQUEST_PAGE, false),
    SIGN_IN_PAGES(measure -> measure == Measure.REQUEST_SIGN_IN, false),
    API(measure -> measure == Measure.REQUEST_API, false),
    EXPORTS(measure -> measure == Measure.REQUEST_EXPORT, false),
    MISSING(measure -> measure == Measure.REQUEST_MISSING, false);

    private final Predicate<Measure> wanted;
    private final boolean byPlace;

    @SuppressWarnings("ImmutableEnumChecker") // they capture nothing
    Topic(Predicate<Measure> wanted, boolean byPlace) {
      this.wanted = wanted;
      this.byPlace = byPlace;
    }

    /** Whether it is looked at for each place by itself; else it is a kind of route. */
    boolean isByPlace() {
      return byPlace;
    }

    Measure[] measures() {
      return Arrays.stream(Measure.values()).filter(wanted).toArray(Measure[]::new);
    }
  }

  /** How many times the usual number it is; a place that never came counts as one an hour. */
  public double times() {
    return (double) now / Math.max(1, usual);
  }
}
