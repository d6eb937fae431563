/**
 * {@code ./rempart edge}: the edge alone, on a machine in front of nodes. A process without Spring,
 * database or keys of customers.
 */
@NullMarked
package eu.rempart.edge.front;

import org.jspecify.annotations.NullMarked;
