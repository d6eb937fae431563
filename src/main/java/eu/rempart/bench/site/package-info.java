/**
 * {@code ./rempart bench failover}: two sites and a witness in network namespaces of one machine,
 * whose faults are real ones. Needs root.
 */
@NullMarked
package eu.rempart.bench.site;

import org.jspecify.annotations.NullMarked;
