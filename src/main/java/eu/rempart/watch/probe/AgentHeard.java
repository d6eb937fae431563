package eu.rempart.watch.probe;

import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.util.UUID;

/**
 * An agent that was silent is heard again. Published within the transaction that says so: who
 * listens may write in it, or wait until it is over.
 *
 * @param name of its machine
 * @param silentSince since when it was said to be silent
 */
public record AgentHeard(UUID agent, Zone zone, String name, Instant silentSince, Instant at) {}
