/** Notes on the screen: in the timelines of records, and where they are written. */
@NullMarked
package eu.rempart.note.ui;

import org.jspecify.annotations.NullMarked;
