/** A line on the page of a record that says who else is there. */
@NullMarked
package eu.rempart.presence.ui;

import org.jspecify.annotations.NullMarked;
