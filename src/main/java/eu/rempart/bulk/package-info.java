/**
 * Changes of many records at once, in the background and as one transaction, and their undoing as a
 * whole. Knows no business room: what is done to a batch of records, these bring along.
 */
@NullMarked
package eu.rempart.bulk;

import org.jspecify.annotations.NullMarked;
