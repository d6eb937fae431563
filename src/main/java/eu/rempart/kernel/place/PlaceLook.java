package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlaces.Judged;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Looks where the names of places lead now, without connecting: a place may be used once a month,
 * and its address may be another one since it was last judged. Members' own mailboxes are judged
 * whenever they are looked into, and have no country that anybody declared.
 */
public final class PlaceLook {

  private final DataPlaces places;
  private final PlaceRules rules;
  private final AddressCountries registries;
  private final SeenPlaces seen;
  private final Outgoing.Names names;

  PlaceLook(
      DataPlaces places,
      PlaceRules rules,
      AddressCountries registries,
      SeenPlaces seen,
      Outgoing.Names names) {
    this.places = places;
    this.rules = rules;
    this.registries = registries;
    this.seen = seen;
    this.names = names;
  }

  /**
   * All places with data whose country somebody has to declare, as their addresses of now are to be
   * judged; of several addresses the worst. The page of places knows it from then on.
   */
  public List<Judged> now() {
    return places.all().stream()
        .filter(each -> each.place().kind().rule() == PlaceKind.Rule.ENFORCED)
        .map(this::now)
        .toList();
  }

  private Judged now(Judged known) {
    DataPlace place = known.place();
    InetAddress[] found;
    try {
      found = names.find(place.host());
    } catch (IOException e) {
      return known; // it leads nowhere now, so nothing is sent there either
    }
    Judged worst = null;
    for (InetAddress address : found) {
      Judged judged = of(place, address);
      if (worst == null || weight(judged) > weight(worst)) {
        worst = judged;
      }
    }
    if (worst == null) {
      return known;
    }
    if (worst.registered().isPresent()) {
      seen.saw(place, worst.registered());
    }
    return worst;
  }

  private Judged of(DataPlace place, InetAddress address) {
    if (address.isLoopbackAddress()) {
      return new Judged(place, rules.refusal(place), Optional.empty());
    }
    Optional<CountryCode> registered = registries.of(address);
    return new Judged(place, rules.refusal(place, registered), registered);
  }

  private static int weight(Judged judged) {
    return judged.refusal().isPresent() ? 2 : judged.isElsewhere() ? 1 : 0;
  }
}
