/**
 * A sign of life for somebody outside, who notices when it stops: only then does anybody hear that
 * home is gone.
 */
@NullMarked
package eu.rempart.watch.signal;

import org.jspecify.annotations.NullMarked;
