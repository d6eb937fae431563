package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One trouble, from the moment it was found.
 *
 * @param grouped whether it stands for many of its source
 * @param raised how often it was raised, or how many it stands for
 * @param openings 1, and one more for each time that it was opened anew
 * @param level how many were told: 0 nobody, 1 the first, 2 the second, 3 everybody
 * @param reminders how often everybody was told again
 * @param escalateAt when the next ones are told; null: nobody is
 * @param quietUntil planned maintenance of what it is about
 */
public record Incident(
    UUID id,
    String key,
    String source,
    String label,
    Severity severity,
    String what,
    List<String> facts,
    @Nullable String path,
    Ending ending,
    IncidentState state,
    boolean grouped,
    long raised,
    Instant begunAt,
    Instant lastAt,
    @Nullable Instant acknowledgedAt,
    @Nullable UUID acknowledgedBy,
    @Nullable Instant resolvedAt,
    int openings,
    int level,
    int reminders,
    @Nullable Instant escalateAt,
    @Nullable Instant quietUntil) {

  static final int EVERYBODY = 3;

  /** Copies. */
  public Incident {
    facts = List.copyOf(facts);
  }

  public boolean isResolved() {
    return state == IncidentState.RESOLVED;
  }
}
