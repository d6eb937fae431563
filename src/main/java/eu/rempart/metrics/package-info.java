/**
 * The numbers of operations, for programs that know a token: in the formats of Prometheus and of
 * OpenMetrics. Nothing of customers, nothing of members, and no name that a stranger could make up.
 */
@NullMarked
package eu.rempart.metrics;

import org.jspecify.annotations.NullMarked;
