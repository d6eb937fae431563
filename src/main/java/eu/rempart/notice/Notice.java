package eu.rempart.notice;

import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member is told of.
 *
 * @param by who did it; null where it was no member
 */
public record Notice(
    UUID id, NoticeKind kind, RecordRef record, @Nullable UUID by, Instant at, boolean read) {}
