package eu.rempart.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A letter to be written and sent.
 *
 * @param attempts how many tries there were, the one that begins now included
 */
record Order(
    UUID id,
    UUID memberId,
    String kind,
    Map<String, String> facts,
    Instant createdAt,
    int attempts) {}
