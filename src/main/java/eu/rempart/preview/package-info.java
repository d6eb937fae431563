/**
 * Shows what is in files that anybody may have prepared: as pictures of our own making, as plain
 * text, or as the cells of a table; never as the file itself. Bounded in time and memory. Knows no
 * business room.
 */
@NullMarked
package eu.rempart.preview;

import org.jspecify.annotations.NullMarked;
