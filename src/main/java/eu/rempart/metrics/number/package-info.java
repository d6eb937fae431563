/** Reads what is told: traffic, checks, sign-ins, queues, the database, certificates. */
@NullMarked
package eu.rempart.metrics.number;

import org.jspecify.annotations.NullMarked;
