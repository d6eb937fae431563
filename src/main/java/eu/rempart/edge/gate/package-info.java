/**
 * Gates 1 and 2: whether a connection may cost anything, decided on event loops from one immutable
 * policy and tables of a fixed size, without a lock that waits and without garbage.
 */
@NullMarked
package eu.rempart.edge.gate;

import org.jspecify.annotations.NullMarked;
