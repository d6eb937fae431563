/**
 * Decodes pictures that people bring, which may be hostile, and makes small ones that are safe to
 * keep and to show. Knows no business room.
 */
@NullMarked
package eu.rempart.picture;

import org.jspecify.annotations.NullMarked;
