package eu.rempart.edge.gate;

import eu.rempart.tls.gate.Prefix;

/**
 * Where a member signed in from within the last 30 days.
 *
 * @param administrator whether an administrator did
 */
record KnownSource(Prefix network, boolean administrator) {}
