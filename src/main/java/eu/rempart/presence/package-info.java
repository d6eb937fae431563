/**
 * Who looks at the same record at the moment, and who is editing it, on whatever server. Holds ids,
 * for as long as a page is open.
 */
@NullMarked
package eu.rempart.presence;

import org.jspecify.annotations.NullMarked;
