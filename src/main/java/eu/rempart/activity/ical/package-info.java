/** Activities as iCalendar (RFC 5545): files in and out, and a feed that calendars subscribe to. */
@NullMarked
package eu.rempart.activity.ical;

import org.jspecify.annotations.NullMarked;
