/** Tests of what the public reads. */
@NullMarked
package eu.rempart.watch.status;

import org.jspecify.annotations.NullMarked;
