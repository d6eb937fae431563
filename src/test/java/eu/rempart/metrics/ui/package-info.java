/** Tests of the numbers that programs read. */
@NullMarked
package eu.rempart.metrics.ui;

import org.jspecify.annotations.NullMarked;
