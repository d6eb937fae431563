/** Who takes part in a meeting, on its page, and how they answer. */
@NullMarked
package eu.rempart.activity.meeting.ui;

import org.jspecify.annotations.NullMarked;
