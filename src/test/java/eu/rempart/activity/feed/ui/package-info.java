/** Tests of what calendars ask over HTTP. */
@NullMarked
package eu.rempart.activity.feed.ui;

import org.jspecify.annotations.NullMarked;
