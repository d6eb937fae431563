package eu.rempart.watch.place;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The places that an organisation made itself. Thread safe. */
@Component("watchPlaces")
public class Places {

  private final PlaceRepository repository;

  Places(PlaceRepository repository) {
    this.repository = repository;
  }

  /** What each of them is called. */
  public Map<Zone, String> names() {
    return repository.names();
  }

  /**
   * Keeps a new one, in the transaction that runs. Answers whether it is new: one that somebody
   * made before keeps its name, which people know it by.
   */
  public boolean keep(Place place, Instant now, @Nullable UUID by) {
    return repository.insert(place, now, by);
  }

  /**
   * Gives one that is there this name, in the transaction that runs. Answers whether it did: not
   * one that is called otherwise by now.
   *
   * @param before what it was called
   */
  public boolean rename(Place place, String before, Instant now, @Nullable UUID by) {
    return repository.update(place, before, now, by);
  }
}
