package eu.rempart.kernel.place;

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
  private final Supplier<List<PlaceSource>> sources;

  DataPlaces(PlaceRules rules, Supplier<List<PlaceSource>> sources) {
    this.rules = rules;
    this.sources = sources;
  }

  /**
   * A place, and what is thought of it.
   *
   * @param refusal why nothing is sent there; empty where something may be
   */
  public record Judged(DataPlace place, Optional<PlaceRefusal> refusal) {}

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
        .map(place -> new Judged(place, rules.refusal(place)))
        .toList();
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
