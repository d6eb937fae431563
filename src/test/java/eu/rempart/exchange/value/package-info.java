/** Tests of the exchange formats. */
@NullMarked
package eu.rempart.exchange.value;

import org.jspecify.annotations.NullMarked;
