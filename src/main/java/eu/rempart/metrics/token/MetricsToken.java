package eu.rempart.metrics.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token: not the token, which nobody but its program has.
 *
 * @param name who uses it, in an administrator's words
 * @param usedAt when it was used last, up to a minute; null if it never was
 * @param revokedAt null while it opens
 */
public record MetricsToken(
    UUID id, String name, Instant madeAt, @Nullable Instant usedAt, @Nullable Instant revokedAt) {

  public static final int LONGEST_NAME = 80;
}
