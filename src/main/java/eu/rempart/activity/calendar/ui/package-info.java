/** The calendar as a screen: what it shows, and what dragging in it does. */
@NullMarked
package eu.rempart.activity.calendar.ui;

import org.jspecify.annotations.NullMarked;
