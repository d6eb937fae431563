/**
 * Whose an activity is besides its owner: meetings ask members, who have them in their calendar,
 * day, reminders and feed too (decision record 0185).
 */
@NullMarked
package eu.rempart.activity.attending;

import org.jspecify.annotations.NullMarked;
