/** Tests of activities by time. */
@NullMarked
package eu.rempart.activity.calendar;

import org.jspecify.annotations.NullMarked;
