package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All places that data go to or lie in. Thread safe. */
public final class DataPlaces {

  private final PlaceRules rules;
  private final SeenPlaces seen;
  private final Supplier<List<PlaceSource>> sources;
  private final Supplier<List<SettingPlaces>> settings;

  /**
   * @param sources all, those of settings among them
   */
  DataPlaces(
      PlaceRules rules,
      SeenPlaces seen,
      Supplier<List<PlaceSource>> sources,
      Supplier<List<SettingPlaces>> settings) {
    this.rules = rules;
    this.seen = seen;
    this.sources = sources;
    this.settings = settings;
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
    return of(sources.get()).stream()
        .sorted(Comparator.comparing(DataPlace::kind).thenComparing(DataPlace::host))
        .map(this::judged)
        .toList();
  }

  /** As {@link #all()}, without those that nothing is sent to. */
  public List<DataPlace> used() {
    return all().stream().filter(each -> each.refusal().isEmpty()).map(Judged::place).toList();
  }

  private static List<DataPlace> of(List<? extends PlaceSource> sources) {
    List<DataPlace> told =
        sources.stream().flatMap(source -> source.places().stream()).distinct().toList();
    return told.stream().map(place -> located(place, told)).distinct().toList();
  }

  /** With the country in which the same machine is declared for another purpose. */
  private static DataPlace located(DataPlace place, List<DataPlace> told) {
    if (place.country() != null) {
      return place;
    }
    return told.stream()
        .filter(other -> other.country() != null && isOn(other, place))
        .findFirst()
        .map(other -> place.in(other.country()))
        .orElse(place);
  }

  /** Where something is sent is declared by itself, unless it is what is already there. */
  private static boolean isOn(DataPlace machine, DataPlace place) {
    boolean same = machine.host().equalsIgnoreCase(place.host());
    return switch (place.kind().rule()) {
      case ENFORCED ->
          machine.kind() == PlaceKind.SERVER
              && ((same && place.kind() == PlaceKind.DATABASE)
                  || (machine.isThisMachine() && place.isThisMachine()));
      case LISTED -> same && machine.kind().rule() == PlaceKind.Rule.ENFORCED;
      case CHOSEN -> false;
    };
  }

  private Judged judged(DataPlace place) {
    Optional<CountryCode> registered = seen.registered(place);
    Optional<PlaceRefusal> refusal =
        registered.isPresent() ? rules.refusal(place, registered) : rules.refusal(place);
    return new Judged(place, refusal, registered);
  }

  /** Whether members' own mailboxes must be in allowed countries. */
  public boolean holdsMailboxes() {
    return rules.mailboxes();
  }

  public AllowedCountries allowed() {
    return rules.allowed();
  }

  /**
   * Those that settings name, once nothing speaks against any.
   *
   * @throws PlaceNotAllowedException if nothing may be sent to one of them
   */
  public List<DataPlace> requireThoseOfSettings() throws PlaceNotAllowedException {
    List<DataPlace> all = of(settings.get());
    for (DataPlace place : all) {
      rules.require(place);
    }
    return all;
  }
}
