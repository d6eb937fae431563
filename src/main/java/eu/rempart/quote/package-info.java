/**
 * Quotes: what the firm offers to sell, line by line, and what came of it. One door in, {@link
 * eu.rempart.quote.QuoteService}; sums, letterhead and PDF lie in packages of their own below.
 */
@NullMarked
package eu.rempart.quote;

import org.jspecify.annotations.NullMarked;
