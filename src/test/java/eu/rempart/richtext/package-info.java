/** What is let through of what people paste. */
@NullMarked
package eu.rempart.richtext;

import org.jspecify.annotations.NullMarked;
