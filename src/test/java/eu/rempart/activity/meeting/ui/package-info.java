/** Tests of the screens of meetings. */
@NullMarked
package eu.rempart.activity.meeting.ui;

import org.jspecify.annotations.NullMarked;
