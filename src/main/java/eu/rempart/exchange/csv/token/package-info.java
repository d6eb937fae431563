/**
 * Cuts the text of a table into cells, and finds by which signs it is cut. Knows nothing of what
 * the cells mean.
 */
@NullMarked
package eu.rempart.exchange.csv.token;

import org.jspecify.annotations.NullMarked;
