/** Tests of bans, on a real PostgreSQL. */
@NullMarked
package eu.rempart.edge.ban;

import org.jspecify.annotations.NullMarked;
