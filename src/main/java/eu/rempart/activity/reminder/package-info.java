/**
 * Reminders of activities: at their time, to whoever has to do them or is asked to them, in every
 * open page.
 */
@NullMarked
package eu.rempart.activity.reminder;

import org.jspecify.annotations.NullMarked;
