package eu.rempart.search;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database says about changed rows: {@code table:operation:id,id,…}, or {@code table:TOUCH
 * part:id,id,…} where rows changed that belong to these.
 *
 * @param part the table of those that belong to them; null where the rows changed themselves
 */
record ChangeNotice(String table, @Nullable String part, Set<UUID> ids) {

  private static final String TOUCH = "TOUCH ";

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
    return Optional.of(new ChangeNotice(parts[0], part(parts[1]), ids));
  }

  private static @Nullable String part(String operation) {
    return operation.startsWith(TOUCH) ? operation.substring(TOUCH.length()) : null;
  }
}
