package eu.rempart.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * A purge that was asked for and waits its delay.
 *
 * @param entries how many entries of the bin it takes, less those restored meanwhile
 */
public record Purge(UUID id, UUID requestedBy, Instant requestedAt, Instant dueAt, int entries) {}
