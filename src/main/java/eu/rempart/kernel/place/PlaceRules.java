package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.Optional;

/**
 * Decides where data may go. Immutable.
 *
 * @param allowed the countries
 * @param strictly whether an address that is registered elsewhere than declared is refused, rather
 *     than marked; registries say where an address was given to somebody, not where the machine is
 * @param mailboxes whether members' own mailboxes are held to the same countries; nobody declares
 *     theirs, so the registries decide
 */
public record PlaceRules(AllowedCountries allowed, boolean strictly, boolean mailboxes) {

  /** Why nothing may be sent there; empty where something may. */
  public Optional<PlaceRefusal> refusal(DataPlace place) {
    if (place.kind().rule() != PlaceKind.Rule.ENFORCED) {
      return Optional.empty(); // only its address tells where it is
    }
    if (place.country() == null) {
      // what does not leave the machine goes nowhere
      return place.isThisMachine() ? Optional.empty() : Optional.of(PlaceRefusal.NOT_DECLARED);
    }
    return place
        .declared()
        .map(
            country ->
                allowed.contains(country)
                    ? Optional.<PlaceRefusal>empty()
                    : Optional.of(PlaceRefusal.NOT_ALLOWED))
        .orElse(Optional.of(PlaceRefusal.NO_COUNTRY));
  }

  /**
   * As {@link #refusal(DataPlace)}, once its address is known, which is none of this machine's own:
   * then a name such as {@code localhost} declares nothing.
   *
   * @param registered where the registries say that the address is; empty where they do not
   */
  public Optional<PlaceRefusal> refusal(DataPlace place, Optional<CountryCode> registered) {
    return switch (place.kind().rule()) {
      case ENFORCED -> {
        Optional<PlaceRefusal> refusal =
            place.country() == null ? Optional.of(PlaceRefusal.NOT_DECLARED) : refusal(place);
        yield refusal.isEmpty() && strictly && isElsewhere(place, registered)
            ? Optional.of(PlaceRefusal.ELSEWHERE)
            : refusal;
      }
      case CHOSEN ->
          mailboxes && registered.filter(allowed::contains).isEmpty()
              ? Optional.of(PlaceRefusal.NOT_ALLOWED)
              : Optional.empty();
      case LISTED -> Optional.empty();
    };
  }

  /** Whether an address is registered in another country than was declared. */
  public static boolean isElsewhere(DataPlace place, Optional<CountryCode> registered) {
    return place.declared().isPresent()
        && registered.isPresent()
        && !place.declared().equals(registered);
  }

  /**
   * Lets go on where something may be sent there.
   *
   * @throws PlaceNotAllowedException if nothing may
   */
  public void require(DataPlace place) throws PlaceNotAllowedException {
    require(place, refusal(place));
  }

  /**
   * As {@link #require(DataPlace)}, as {@link #refusal(DataPlace, Optional)} judges.
   *
   * @throws PlaceNotAllowedException if nothing may be sent there
   */
  void requireAway(DataPlace place, Optional<CountryCode> registered)
      throws PlaceNotAllowedException {
    require(place, refusal(place, registered));
  }

  private void require(DataPlace place, Optional<PlaceRefusal> why)
      throws PlaceNotAllowedException {
    if (why.isPresent()) {
      throw new PlaceNotAllowedException(place, why.get(), allowed);
    }
  }
}
