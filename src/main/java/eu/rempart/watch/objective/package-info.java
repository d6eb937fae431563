/**
 * What availability is aimed at, how much of what may fail is left, and how fast it goes. Values
 * and arithmetic alone.
 */
@NullMarked
package eu.rempart.watch.objective;

import org.jspecify.annotations.NullMarked;
