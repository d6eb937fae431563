/** Tests of tags. */
@NullMarked
package eu.rempart.tag;

import org.jspecify.annotations.NullMarked;
