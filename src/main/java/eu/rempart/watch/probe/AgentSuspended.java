package eu.rempart.watch.probe;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.UUID;

/**
 * An agent is listened to no longer: its key is used in two places. Published within the
 * transaction that says so: who listens may write in it, or wait until it is over.
 *
 * @param name of its machine
 */
public record AgentSuspended(UUID agent, Zone zone, String name, Instant at) {}
