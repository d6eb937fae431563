/**
 * What is watched, and what follows from results: values and rules alone, without a clock, a
 * network or a database of their own.
 */
@NullMarked
package eu.rempart.watch.check;

import org.jspecify.annotations.NullMarked;
