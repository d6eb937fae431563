/** Tests of deals. */
@NullMarked
package eu.rempart.deal.board;

import org.jspecify.annotations.NullMarked;
