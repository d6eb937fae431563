package eu.rempart.watch.probe;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.UUID;

/**
 * An agent was not heard for long. Published within the transaction that says so: who listens may
 * write in it, or wait until it is over.
 *
 * @param name of its machine
 * @param heardAt when it was last heard
 */
public record AgentSilent(UUID agent, Zone zone, String name, Instant heardAt, Instant at) {}
