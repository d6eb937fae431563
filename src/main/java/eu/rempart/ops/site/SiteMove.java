package eu.rempart.ops.site;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the database began to lead somewhere.
 *
 * @param at when it was first seen there
 * @param from null for the first that was ever seen
 * @param to may be the same as {@code from}: it led, did not, and does again
 * @param gap for how long nobody led, to half a second; null where nobody was there to see
 */
public record SiteMove(
    long timeline, Instant at, @Nullable String from, String to, @Nullable Duration gap) {}
