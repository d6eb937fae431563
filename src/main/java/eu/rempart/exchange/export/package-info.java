/**
 * Takes records out, as tables and cards: for those with the right to, and with no formula in any
 * cell.
 */
@NullMarked
package eu.rempart.exchange.export;

import org.jspecify.annotations.NullMarked;
