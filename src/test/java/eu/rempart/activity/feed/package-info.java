/** Tests of calendars that go out and come in. */
@NullMarked
package eu.rempart.activity.feed;

import org.jspecify.annotations.NullMarked;
