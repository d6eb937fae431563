package eu.rempart.common;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Where something stands among what happened, newest first: by time, and of the same microsecond by
 * id.
 */
public record TimelineKey(Instant at, UUID id) {

  /** As the database's columns have it. */
  public OffsetDateTime time() {
    return at.atOffset(ZoneOffset.UTC);
  }
}
