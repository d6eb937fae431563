package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  private static final String ALLOWED = "places_allowed";
  private static final String STRICTLY = "places_verify";
  private static final String MAILBOXES = "places_mailboxes";

  /**
   * As lines for commands beside a server that runs: what the server was told by its settings is
   * what counts, and not what the command's environment says.
   */
  public Map<String, String> told() {
    return Map.of(
        ALLOWED, allowed.toString(),
        STRICTLY, strictly ? "refuse" : "warn",
        MAILBOXES, mailboxes ? "allowed" : "any");
  }

  /**
   * Reads what {@link #told} wrote; empty where no server wrote it.
   *
   * @param line the value of a line; null where there is none
   */
  public static Optional<PlaceRules> heard(Function<String, @Nullable String> line) {
    String allowed = line.apply(ALLOWED);
    return allowed == null
        ? Optional.empty()
        : Optional.of(
            new PlaceRules(
                AllowedCountries.of(List.of(allowed.split(", ", -1))),
                "refuse".equals(line.apply(STRICTLY)),
                "allowed".equals(line.apply(MAILBOXES))));
  }

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
