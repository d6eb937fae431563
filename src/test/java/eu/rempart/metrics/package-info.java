/** Tests of the numbers that programs read. */
@NullMarked
package eu.rempart.metrics;

import org.jspecify.annotations.NullMarked;
