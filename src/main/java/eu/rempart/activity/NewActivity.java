package eu.rempart.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An activity to be kept.
 *
 * @param doneAt when it was done, for imports and demo data; null where that is now, or not at all
 * @param of where it was taken out of a recurring activity
 */
public record NewActivity(
    ActivityData data, ActivityLinks links, @Nullable Instant doneAt, @Nullable Occurrence of) {

  public NewActivity(ActivityData data, ActivityLinks links) {
    this(data, links, null, null);
  }
}
