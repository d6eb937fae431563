package eu.rempart.activity;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a list.
 *
 * @param shown only the fields that were asked for, and always kind, status and when
 * @param links where they were asked for
 */
public record ActivityRow(
    ActivityId id,
    int version,
    ActivityData shown,
    ActivityLinks links,
    Map<ActivityField, String> unopenable,
    @Nullable Instant doneAt,
    Instant createdAt,
    Instant changedAt) {

  public ActivityRow {
    unopenable = Map.copyOf(unopenable);
  }

  /** The same, with this in place of what it shows. */
  public ActivityRow with(ActivityData other) {
    return new ActivityRow(id, version, other, links, unopenable, doneAt, createdAt, changedAt);
  }

  @Override
  public String toString() {
    return "ActivityRow[" + id + "]";
  }
}
