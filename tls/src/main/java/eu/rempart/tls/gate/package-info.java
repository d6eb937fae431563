/**
 * What the edge asks before it spends anything on a connection, and what it tells about those that
 * came. The edge knows only these interfaces; places, rules and limits are the application's.
 */
@NullMarked
package eu.rempart.tls.gate;

import org.jspecify.annotations.NullMarked;
