package eu.rempart.email;

import java.time.Instant;
import java.util.UUID;

/** A mail to be sent. */
record Dispatch(UUID mailId, UUID memberId, Instant createdAt) {}
