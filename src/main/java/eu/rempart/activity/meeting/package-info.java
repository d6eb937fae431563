/**
 * Meetings with those who take part in them: who is asked, what they answered, what calendars
 * elsewhere are told, and what comes back from there (decision record 0080). The doors in are
 * {@link eu.rempart.activity.meeting.AttendeeService}, {@link
 * eu.rempart.activity.meeting.MeetingService} and {@link
 * eu.rempart.activity.meeting.InvitationService}.
 */
@NullMarked
package eu.rempart.activity.meeting;

import org.jspecify.annotations.NullMarked;
