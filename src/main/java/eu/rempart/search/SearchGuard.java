package eu.rempart.search;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Says what whoever acts on this thread may find; the room team implements it. Asked with every
 * search, so it must answer from memory.
 */
public interface SearchGuard {

  /** Everybody finds everything. */
  SearchGuard NONE =
      new SearchGuard() {
        @Override
        public Optional<Set<UUID>> owners(String kind) {
          return Optional.empty();
        }

        @Override
        public Set<String> hidden(String kind) {
          return Set.of();
        }
      };

  /** Whose records may be found; empty for all. */
  Optional<Set<UUID>> owners(String kind);

  /** Who searches, and finds also what asks them; empty where nobody does. */
  default Optional<UUID> reader() {
    return Optional.empty();
  }

  /** Columns of a kind's table that may not be shown, so nothing is found or sorted by them. */
  Set<String> hidden(String kind);
}
