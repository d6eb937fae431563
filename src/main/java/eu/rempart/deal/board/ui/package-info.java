/** Deals as cards: by stage on the board, by month in the forecast, moved from one to another. */
@NullMarked
package eu.rempart.deal.board.ui;

import org.jspecify.annotations.NullMarked;
