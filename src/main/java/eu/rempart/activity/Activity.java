package eu.rempart.activity;

import eu.rempart.common.Trace;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity as it stands.
 *
 * @param version the optimistic lock number
 * @param unopenable fields whose ciphertext is not what was sealed there, each with its short code;
 *     {@code data} has nothing for them, and a save leaves them alone unless they are filled in
 * @param done kept by the database; null where it is not done
 * @param of where it was taken out of a recurring activity; null for what came by itself
 */
public record Activity(
    ActivityId id,
    int version,
    ActivityData data,
    ActivityLinks links,
    @Nullable Done done,
    @Nullable Occurrence of,
    Map<ActivityField, String> unopenable,
    Trace created,
    Trace changed) {

  public Activity {
    unopenable = Map.copyOf(unopenable);
  }

  /**
   * When it was done.
   *
   * @param by the member who said so; null where nobody stands behind it
   */
  public record Done(Instant at, @Nullable UUID by) {}
}
