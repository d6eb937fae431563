/**
 * Finds records that are there twice, and makes one of two. Knows no business room: rooms bring
 * along how their records are read, found and merged.
 */
@NullMarked
package eu.rempart.duplicate;

import org.jspecify.annotations.NullMarked;
