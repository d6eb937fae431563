/** Tests of reminders. */
@NullMarked
package eu.rempart.activity.reminder.ui;

import org.jspecify.annotations.NullMarked;
