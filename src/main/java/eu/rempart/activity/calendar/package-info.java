/**
 * Activities by time: what a calendar shows of a range, and what somebody's day is made of. SQL
 * finds them by owner and time, the rows are read and opened by the room above.
 */
@NullMarked
package eu.rempart.activity.calendar;

import org.jspecify.annotations.NullMarked;
