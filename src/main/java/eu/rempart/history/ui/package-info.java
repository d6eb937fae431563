/** The history of a record on the screen: who changed what, as it was on a day, put it back. */
@NullMarked
package eu.rempart.history.ui;

import org.jspecify.annotations.NullMarked;
