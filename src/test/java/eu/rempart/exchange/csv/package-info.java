/** Tests of the exchange formats. */
@NullMarked
package eu.rempart.exchange.csv;

import org.jspecify.annotations.NullMarked;
