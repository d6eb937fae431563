package eu.rempart.search;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the database says about changed rows: {@code table:operation:id,id,…}. */
record ChangeNotice(String table, Set<UUID> ids) {

  /** Empty for anything else: the channel is open to whoever may connect to the database. */
  static Optional<ChangeNotice> parse(String payload) {
    String[] parts = payload.split(":", -1);
    if (parts.length != 3 || parts[0].isEmpty()) {
      return Optional.empty();
    }
    Set<UUID> ids = new LinkedHashSet<>();
    try {
      for (String id : parts[2].split(",", -1)) {
        ids.add(UUID.fromString(id));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new ChangeNotice(parts[0], ids));
  }
}
