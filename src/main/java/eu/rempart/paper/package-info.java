/**
 * Sets texts as PDF, for whichever room hands out a document: sheets, letters, the order of those
 * that run from the right. In memory alone. Knows no business room.
 */
@NullMarked
package eu.rempart.paper;

import org.jspecify.annotations.NullMarked;
