/** Quotes as PDF: A4, in the customer's language, with the letterhead of the day of issue. */
@NullMarked
package eu.rempart.quote.pdf;

import org.jspecify.annotations.NullMarked;
