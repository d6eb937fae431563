/**
 * The order of what was found, and its pages. What documents are sorted by are opened values: they
 * never leave this package, which gives ids out, and a {@link eu.rempart.search.order.Cursor} that
 * shows nothing (decision record 0095).
 */
@NullMarked
package eu.rempart.search.order;

import org.jspecify.annotations.NullMarked;
