package eu.rempart.watch.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check is down. Published within the transaction that says so: who listens may write in it, or
 * wait until it is over.
 *
 * @param name of the check
 * @param zones that say so
 * @param failure what the last of them saw
 * @param at since when
 */
public record OutageBegan(
    UUID incident,
    CheckId check,
    String name,
    List<Zone> zones,
    @Nullable Failure failure,
    Instant at) {

  /** Copies. */
  public OutageBegan {
    zones = List.copyOf(zones);
  }
}
