/** Previews of files, also of those that were made to do harm. */
@NullMarked
package eu.rempart.preview;

import org.jspecify.annotations.NullMarked;
