/**
 * Reads days and times of the day as people write them. What is neither is refused, never turned
 * into another.
 */
@NullMarked
package eu.rempart.common.time;

import org.jspecify.annotations.NullMarked;
