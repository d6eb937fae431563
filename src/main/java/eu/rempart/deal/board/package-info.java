/**
 * Deals as columns of cards: by stage on the board, by month in the forecast. Sums come from SQL,
 * cards are read and opened by the page.
 */
@NullMarked
package eu.rempart.deal.board;

import org.jspecify.annotations.NullMarked;
