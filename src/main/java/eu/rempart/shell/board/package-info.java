/** Cards in columns, whatever they stand for: a board by stage, a forecast by month. */
@NullMarked
package eu.rempart.shell.board;

import org.jspecify.annotations.NullMarked;
