package eu.rempart.edge.rule;

import eu.rempart.edge.place.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of countries; a country is in the first of them that has it. */
public enum PlaceGroup {
  /** The organisation's own countries, which it names itself. */
  HOME,
  /** The European Union, the rest of the EEA, Switzerland, the United Kingdom and microstates. */
  EUROPE,
  /** All other countries. An address whose country is not known is in no group. */
  OTHERS;

  private static final Set<String> EUROPEAN =
      Arrays.stream(
              ("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
                      // EEA and EFTA
                      + " IS LI NO CH"
                      + " GB AD MC SM VA"
                      // parts of those above with codes of their own, and what registries call EU
                      + " AX FO GI GG IM JE GP GF MQ RE YT MF PM BL SJ EU")
                  .split(" "))
          .collect(Collectors.toUnmodifiableSet());

  /** As the table {@code edge_rule} writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a place is in it, given the organisation's own. */
  public boolean contains(Place place, Set<Place> home) {
    if (place.equals(Place.UNKNOWN)) {
      return false;
    }
    boolean atHome = home.contains(place);
    boolean european = EUROPEAN.contains(place.code());
    return switch (this) {
      case HOME -> atHome;
      case EUROPE -> !atHome && european;
      case OTHERS -> !atHome && !european;
    };
  }
}
