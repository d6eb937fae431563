/** Tests of reminders. */
@NullMarked
package eu.rempart.activity.reminder;

import org.jspecify.annotations.NullMarked;
