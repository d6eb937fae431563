/** Tests of what is told. */
@NullMarked
package eu.rempart.metrics.number;

import org.jspecify.annotations.NullMarked;
