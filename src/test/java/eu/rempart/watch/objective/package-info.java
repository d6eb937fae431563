/** Tests of objectives. */
@NullMarked
package eu.rempart.watch.objective;

import org.jspecify.annotations.NullMarked;
