package eu.rempart.watch.node;

import eu.rempart.watch.check.Zone;

/**
 * A process of this installation.
 *
 * @param zone under which its levels are kept
 * @param name of its machine, for engineers alone
 */
public record Node(Zone zone, String name) {}
