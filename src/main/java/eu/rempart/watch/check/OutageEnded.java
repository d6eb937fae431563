package eu.rempart.watch.check;

import java.time.Instant;
import java.util.UUID;

/**
 * A check is up again, or is not watched any more. Published as {@link OutageBegan} is.
 *
 * @param name of the check
 */
public record OutageEnded(UUID incident, CheckId check, String name, Instant at) {}
