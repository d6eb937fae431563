/** The timeline of a record and its notes, without a browser. */
@NullMarked
package eu.rempart.note.ui;

import org.jspecify.annotations.NullMarked;
