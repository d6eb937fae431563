package eu.rempart.vault.joining;

import eu.rempart.vault.crypto.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Those who wait at a page of this server. The key that their password gave stays in memory for as
 * long as the page asks for news, so that it goes on by itself; whoever closed it signs in later
 * with the password. Thread safe.
 */
public final class WaitingRoom {

  /** A page asks every few seconds; a browser that reloads it needs a moment. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** However long somebody waits, they type the password again after this. */
  static final Duration LONGEST = Duration.ofHours(12);

  static final int MOST = 500;

  private final Clock clock;
  private final Map<WaitingHandle, Entry> entries = new LinkedHashMap<>();

  public WaitingRoom(Clock clock) {
    this.clock = clock;
  }

  /**
   * Who waits.
   *
   * @param version of the key that they chose
   * @param kek opens their private key; this room's to zero
   * @param words of their public key
   * @param until when their invitation ends
   */
  public record Place(UUID memberId, int version, Secret kek, List<String> words, Instant until) {

    @Override
    public String toString() {
      return "Place[" + memberId + "]";
    }
  }

  private record Entry(Place place, Instant since, Instant asked) {}

  /** Takes the place's key over. Where too many wait, whoever came first signs in later. */
  public synchronized WaitingHandle enter(Place place) {
    Instant now = clock.instant();
    WaitingHandle handle = new WaitingHandle();
    if (entries.size() >= MOST) {
      leave(entries.keySet().iterator().next());
    }
    entries.put(handle, new Entry(place, now, now));
    return handle;
  }

  /** Who waits with this; empty for whoever has left. Counts as asking for news. */
  public synchronized Optional<Place> find(WaitingHandle handle) {
    Entry entry =
        entries.computeIfPresent(
            handle, (_, known) -> new Entry(known.place(), known.since(), clock.instant()));
    return Optional.ofNullable(entry).map(Entry::place);
  }

  /** Zeroes what was kept; without effect if they left before. */
  public synchronized void leave(WaitingHandle handle) {
    Entry entry = entries.remove(handle);
    if (entry != null) {
      entry.place().kek().destroy();
    }
  }

  /** Sends away whose page is gone, and who has waited for too long. */
  public synchronized void sweep() {
    Instant now = clock.instant();
    List.copyOf(entries.entrySet()).stream()
        .filter(
            each ->
                !each.getValue().asked().plus(PATIENCE).isAfter(now)
                    || !each.getValue().since().plus(LONGEST).isAfter(now))
        .forEach(each -> leave(each.getKey()));
  }

  /** Sends everybody away. */
  public synchronized void clear() {
    List.copyOf(entries.keySet()).forEach(this::leave);
  }
}
