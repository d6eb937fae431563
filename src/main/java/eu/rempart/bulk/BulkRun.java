package eu.rempart.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk change as it is remembered.
 *
 * @param changed records that it changed
 * @param leftAlone records that were so already, or gone
 */
public record BulkRun(
    UUID id,
    UUID startedBy,
    Instant startedAt,
    BulkState state,
    String kind,
    String what,
    @Nullable String field,
    UUID changeId,
    int changed,
    int leftAlone) {}
