/** Tests of the index in memory. */
@NullMarked
package eu.rempart.search;

import org.jspecify.annotations.NullMarked;
