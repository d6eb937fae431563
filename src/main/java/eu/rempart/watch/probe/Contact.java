package eu.rempart.watch.probe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an agent has come.
 *
 * @param sequence of the latest request that was taken
 * @param moment when that was, as the agent said; null before the first
 * @param boots its starts, the latest last
 * @param result the number of the latest result that was taken
 * @param behindFrom the oldest result that it has still to deliver; null if it is not late
 * @param behindSince since when it is late; null if it is not
 */
public record Contact(
    long sequence,
    @Nullable Instant moment,
    List<UUID> boots,
    long result,
    @Nullable Instant behindFrom,
    @Nullable Instant behindSince) {

  static final Contact NONE = new Contact(0, null, List.of(), 0, null, null);

  private static final int BOOTS = 8;

  /** Copies. */
  public Contact {
    boots = List.copyOf(boots);
  }

  /** The starts that are remembered after a request of this one. */
  List<UUID> bootsWith(UUID boot) {
    if (boots.contains(boot)) {
      return boots;
    }
    List<UUID> all = new ArrayList<>(boots);
    all.add(boot);
    return List.copyOf(all.subList(Math.max(0, all.size() - BOOTS), all.size()));
  }
}
