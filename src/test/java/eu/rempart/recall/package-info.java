/** Tests of what members come back to. */
@NullMarked
package eu.rempart.recall;

import org.jspecify.annotations.NullMarked;
