/** The screen on which a firm says what its quotes say of it. */
@NullMarked
package eu.rempart.quote.letterhead.ui;

import org.jspecify.annotations.NullMarked;
