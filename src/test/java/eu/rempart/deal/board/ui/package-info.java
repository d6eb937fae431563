@NullMarked
package eu.rempart.deal.board.ui;

import org.jspecify.annotations.NullMarked;
