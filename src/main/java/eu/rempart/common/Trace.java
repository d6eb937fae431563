package eu.rempart.common;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a record was created or last changed, by whom, and through what.
 *
 * @param memberId null where no member stands behind it
 * @param source such as {@code manual}, {@code import}, {@code demo} or {@code database:ROLE}
 */
public record Trace(Instant at, @Nullable UUID memberId, String source) {}
