/** What a member plans, for calendars outside that know a secret link (decision record 0045). */
@NullMarked
package eu.rempart.activity.feed;

import org.jspecify.annotations.NullMarked;
