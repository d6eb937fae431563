/**
 * What happens to a request before the application sees it: the edge server, headers, gates. Knows
 * no business room.
 */
@NullMarked
package eu.rempart.edge;

import org.jspecify.annotations.NullMarked;
