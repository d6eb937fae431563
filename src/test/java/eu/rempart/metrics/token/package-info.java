/** Tests of the numbers that programs read. */
@NullMarked
package eu.rempart.metrics.token;

import org.jspecify.annotations.NullMarked;
