/**
 * What came, from where, and what became of it: counters in memory, added up in the database, and
 * shown as it happens. A flood of connections never becomes a flood of writes.
 */
@NullMarked
package eu.rempart.edge.traffic;

import org.jspecify.annotations.NullMarked;
