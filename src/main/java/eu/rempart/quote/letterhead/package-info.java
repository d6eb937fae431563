/** What the firm says of itself on its documents: one letterhead, which administrators write. */
@NullMarked
package eu.rempart.quote.letterhead;

import org.jspecify.annotations.NullMarked;
