/** Tests of duplicates. */
@NullMarked
package eu.rempart.duplicate;

import org.jspecify.annotations.NullMarked;
