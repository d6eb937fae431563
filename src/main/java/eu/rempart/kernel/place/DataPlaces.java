package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** All places that data go to or lie in. Thread safe. */
public final class DataPlaces {

  private final PlaceRules rules;
  private final SeenPlaces seen;
  private final Supplier<List<PlaceSource>> sources;

  DataPlaces(PlaceRules rules, SeenPlaces seen, Supplier<List<PlaceSource>> sources) {
    this.rules = rules;
    this.seen = seen;
    this.sources = sources;
  }

  /**
   * A place, and what is thought of it.
   *
   * @param refusal why nothing is sent there; empty where something may be
   * @param registered the country that the registries say, of the address that was used last; empty
   *     where none was, or they do not say
   */
  public record Judged(
      DataPlace place, Optional<PlaceRefusal> refusal, Optional<CountryCode> registered) {

    /** Whether the registries say another country than was declared. */
    public boolean isElsewhere() {
      return PlaceRules.isElsewhere(place, registered);
    }
  }

  /** Ordered by what they are for, then by their names. */
  public List<Judged> all() {
    List<DataPlace> told =
        sources.get().stream().flatMap(source -> source.places().stream()).distinct().toList();
    Map<String, String> declared = new HashMap<>();
    for (DataPlace place : told) {
      if (place.country() != null) {
        declared.putIfAbsent(place.host(), Objects.requireNonNull(place.country()));
      }
    }
    return told.stream()
        .map(place -> place.country() == null ? place.in(declared.get(place.host())) : place)
        .sorted(Comparator.comparing(DataPlace::kind).thenComparing(DataPlace::host))
        .map(this::judged)
        .toList();
  }

  private Judged judged(DataPlace place) {
    Optional<CountryCode> registered = seen.registered(place);
    Optional<PlaceRefusal> refusal =
        registered.isPresent() ? rules.refusal(place, registered) : rules.refusal(place);
    return new Judged(place, refusal, registered);
  }

  public AllowedCountries allowed() {
    return rules.allowed();
  }

  /**
   * Looks at those that files set up.
   *
   * @throws PlaceNotAllowedException if nothing may be sent to one of them
   */
  void requireThoseOfFiles() throws PlaceNotAllowedException {
    for (Judged each : all()) {
      if (!each.place().setting().isEmpty()) {
        rules.require(each.place());
      }
    }
  }
}
