package eu.rempart.watch.result;

import eu.rempart.watch.check.CheckId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One outage.
 *
 * @param endedAt null while it goes on
 * @param story the oldest first
 */
public record Incident(
    UUID id, CheckId check, Instant begunAt, @Nullable Instant endedAt, List<Step> story) {

  /** Copies. */
  public Incident {
    story = List.copyOf(story);
  }
}
