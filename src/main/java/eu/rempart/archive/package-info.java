/**
 * The bin: what was archived, who may see it, bringing it back, and the purge that waits its delay.
 * Knows no business room: it works on the kinds that rooms register with the room history.
 */
@NullMarked
package eu.rempart.archive;

import org.jspecify.annotations.NullMarked;
