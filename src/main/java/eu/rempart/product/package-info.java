/** Products: what the firm sells, at which price and VAT rate, as quotes offer it. */
@NullMarked
package eu.rempart.product;

import org.jspecify.annotations.NullMarked;
