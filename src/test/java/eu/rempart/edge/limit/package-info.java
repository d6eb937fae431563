/** Tests of the limits on sources. */
@NullMarked
package eu.rempart.edge.limit;

import org.jspecify.annotations.NullMarked;
