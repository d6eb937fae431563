package eu.rempart.kernel.place;

import java.io.IOException;
import java.util.Objects;

/** Nothing is sent to a place, since its country is not declared, or not allowed. */
public final class PlaceNotAllowedException extends IOException {

  /** What logs, pages and commands name this refusal. */
  public static final String CODE = "place-not-allowed";

  private static final long serialVersionUID = 1L;

  /** It is in the database, which ends with the start that is refused. */
  private static final String REMOVE =
      " To send nothing more there: allow its country once more, remove the destination by"
          + " ./rempart backup remove, and start again without that country.";

  private final transient DataPlace place;
  private final PlaceRefusal why;

  /**
   * @param allowed the countries that are, for the sentence
   */
  PlaceNotAllowedException(DataPlace place, PlaceRefusal why, AllowedCountries allowed) {
    super(sentence(place, why, allowed) + " (" + CODE + ")");
    this.place = place;
    this.why = why;
  }

  private static String sentence(DataPlace place, PlaceRefusal why, AllowedCountries allowed) {
    String named = place.kind().key() + " " + place.host();
    return switch (why) {
      case NOT_DECLARED -> "No country is declared for the place \"%s\".".formatted(named);
      case NO_COUNTRY ->
          "\"%s\", declared for the place \"%s\", is no country."
              .formatted(Objects.requireNonNull(place.country()), named);
      case NOT_ALLOWED ->
          "The place \"%s\" is in %s, which is none of the countries that are allowed: %s."
              .formatted(
                  named, Objects.requireNonNullElse(place.country(), "another country"), allowed);
      case ELSEWHERE ->
          "The place \"%s\" is declared in %s, but its address is registered in another country."
              .formatted(named, Objects.requireNonNull(place.country()));
    };
  }

  public DataPlace place() {
    return place;
  }

  public PlaceRefusal why() {
    return why;
  }

  /** What an operator can do. */
  public String advice() {
    String declare =
        place.setting().isEmpty()
            ? "Say on its screen in which country it is"
            : "Say by the setting %s in which country it is, in two letters such as FR"
                .formatted(place.setting());
    return switch (why) {
      case NOT_DECLARED, NO_COUNTRY -> declare + ".";
      case NOT_ALLOWED ->
          "Choose a place in one of these countries, or allow its country by the setting"
              + " rempart.places.allowed."
              + (place.kind() == PlaceKind.DESTINATION ? REMOVE : "");
      case ELSEWHERE ->
          declare + "; or let it pass by rempart.places.verify=warn, if the registries are wrong.";
    };
  }
}
