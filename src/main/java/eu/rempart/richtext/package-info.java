/**
 * Text with a few marks, whatever somebody pasted: what is kept of it can be shown anywhere. Knows
 * no business room.
 */
@NullMarked
package eu.rempart.richtext;

import org.jspecify.annotations.NullMarked;
