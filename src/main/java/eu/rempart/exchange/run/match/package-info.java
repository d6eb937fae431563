/**
 * Whom the rows of a file speak of: what a row says as records, and which of those that are there
 * it may mean.
 */
@NullMarked
package eu.rempart.exchange.run.match;

import org.jspecify.annotations.NullMarked;
