/** Tests of activities by time. */
@NullMarked
package eu.rempart.activity.calendar.ui;

import org.jspecify.annotations.NullMarked;
