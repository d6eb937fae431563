package eu.rempart.kernel.place;

import eu.rempart.common.CountryCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where this process connected to, and what the registries say of those addresses. Of mailboxes,
 * whose names are sealed, it is all that anybody may know without a key. Thread safe.
 */
public final class SeenPlaces {

  /** The oldest goes; nobody has so many. */
  private static final int MOST = 1_000;

  private record Key(PlaceKind kind, String host) {}

  private record Seen(DataPlace place, Optional<CountryCode> registered) {}

  private final Map<Key, Seen> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
          return size() > MOST;
        }
      };

  synchronized void saw(DataPlace place, Optional<CountryCode> registered) {
    seen.put(new Key(place.kind(), place.host()), new Seen(place, registered));
  }

  /** What the registries say of the address that was used last; empty where they do not. */
  synchronized Optional<CountryCode> registered(DataPlace place) {
    return Optional.ofNullable(seen.get(new Key(place.kind(), place.host())))
        .flatMap(Seen::registered);
  }

  /** Those that nobody declares. */
  synchronized List<DataPlace> mailboxes() {
    List<DataPlace> found = new ArrayList<>();
    for (Seen each : seen.values()) {
      if (each.place().kind() == PlaceKind.MAILBOX) {
        found.add(each.place().in(each.registered().map(CountryCode::value).orElse(null)));
      }
    }
    return found;
  }
}
