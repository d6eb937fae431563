package eu.rempart.watch.probe;

import eu.rempart.watch.check.Zone;
import java.security.PublicKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that measures in a zone and delivers here.
 *
 * @param name of its machine
 * @param release of the program
 * @param heardAt when it was admitted, or last heard
 * @param silentSince since when it is said to be silent; null if it is not
 */
public record Agent(
    UUID id,
    Zone zone,
    String name,
    PublicKey key,
    AgentState state,
    Instant admittedAt,
    @Nullable String release,
    Instant heardAt,
    @Nullable Instant silentSince,
    Contact contact,
    Conduct conduct) {}
