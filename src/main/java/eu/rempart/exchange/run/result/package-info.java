/**
 * What became of the rows of an import: each one's outcome, how many of each kind, and the file of
 * those that somebody may want to look at.
 */
@NullMarked
package eu.rempart.exchange.run.result;

import org.jspecify.annotations.NullMarked;
