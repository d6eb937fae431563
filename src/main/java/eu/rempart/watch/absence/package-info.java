/** Times in which no node was there, so that nothing was measured here. */
@NullMarked
package eu.rempart.watch.absence;

import org.jspecify.annotations.NullMarked;
