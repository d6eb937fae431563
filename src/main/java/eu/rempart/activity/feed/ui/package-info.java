/** Where members get their link, and where calendars ask. */
@NullMarked
package eu.rempart.activity.feed.ui;

import org.jspecify.annotations.NullMarked;
