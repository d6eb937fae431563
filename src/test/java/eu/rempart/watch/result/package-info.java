/** Tests of what is kept of results, on a real database. */
@NullMarked
package eu.rempart.watch.result;

import org.jspecify.annotations.NullMarked;
