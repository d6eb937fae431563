/** Shows reminders in open pages. */
@NullMarked
package eu.rempart.activity.reminder.ui;

import org.jspecify.annotations.NullMarked;
