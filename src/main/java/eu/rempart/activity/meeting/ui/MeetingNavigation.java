package eu.rempart.activity.meeting.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.shell.part.Notices;
import java.util.Optional;

/** What screens of other rooms show of meetings: buttons to answer with one click. */
@org.springframework.stereotype.Component
public final class MeetingNavigation {

  private final AttendeeService attendees;

  MeetingNavigation(AttendeeService attendees) {
    this.attendees = attendees;
  }

  /** Buttons for whoever looks; empty where they are not asked any more, or may not see it. */
  public Optional<Component> answering(ActivityId meeting) {
    return attendees
        .mine(meeting)
        .map(
            me -> {
              var place = new Div();
              fill(place, meeting, me.answer());
              return place;
            });
  }

  private void fill(Div place, ActivityId meeting, Answer now) {
    place.removeAll();
    place.add(
        new AnswerButtons(
            now,
            answer -> {
              if (attendees.answer(meeting, answer)) {
                Notices.success(t("activity.answered." + answer.name()));
                fill(place, meeting, answer);
              } else {
                Notices.error(t("activity.attendees.gone"));
                place.removeAll();
              }
            }));
  }
}
