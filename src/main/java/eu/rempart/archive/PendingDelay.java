package eu.rempart.archive;

import java.time.Instant;

/**
 * A shorter delay of purges that does not hold yet.
 *
 * @param days 0 to 29
 * @param from when it begins to hold
 */
public record PendingDelay(int days, Instant from) {}
