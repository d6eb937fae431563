package eu.rempart.watch.result;

import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line in the story of an incident.
 *
 * @param zones that said so
 * @param failure what they said; null where nothing failed
 * @param number what the failure is about
 * @param note an engineer's words; null where the machine tells
 */
public record Step(
    Instant at,
    Kind kind,
    List<Zone> zones,
    @Nullable Failure failure,
    @Nullable Integer number,
    @Nullable String note) {

  public static final int LONGEST_NOTE = 1_000;

  /** What happened. */
  public enum Kind {
    DOWN,
    RECOVERING,
    /** It goes up and down all the time, and is held. */
    FLAPPING,
    UP,
    NOTE
  }

  /** Copies. */
  public Step {
    zones = List.copyOf(zones);
  }
}
