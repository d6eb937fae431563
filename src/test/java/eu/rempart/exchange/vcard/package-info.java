/** Tests of the exchange formats. */
@NullMarked
package eu.rempart.exchange.vcard;

import org.jspecify.annotations.NullMarked;
