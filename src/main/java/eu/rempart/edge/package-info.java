/**
 * What happens to a request before the application sees it: TLS, headers and, later, the gates.
 * Knows no business room.
 */
@NullMarked
package eu.rempart.edge;

import org.jspecify.annotations.NullMarked;
