/**
 * What a quote comes to: lines, discounts, VAT and totals, rounded as EN 16931 does. Pure values,
 * which know no database and no screen.
 */
@NullMarked
package eu.rempart.quote.money;

import org.jspecify.annotations.NullMarked;
