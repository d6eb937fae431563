package eu.rempart.activity.meeting.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.activity.meeting.AttendeeService;
import eu.rempart.activity.meeting.InvitationService;
import eu.rempart.activity.meeting.InvitationService.Standing;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/** Who takes part in a meeting, with their answers; nothing on the page of what is no meeting. */
@org.springframework.stereotype.Component
@Order(1)
final class AttendeesPanel implements RelatedPanel {

  private final ActivityService activities;
  private final AttendeeService attendees;
  private final InvitationService invitations;
  private final ContactService contacts;
  private final MemberNames members;
  private final CurrentMember current;

  AttendeesPanel(
      ActivityService activities,
      AttendeeService attendees,
      InvitationService invitations,
      ContactService contacts,
      MemberNames members,
      CurrentMember current) {
    this.activities = activities;
    this.attendees = attendees;
    this.invitations = invitations;
    this.contacts = contacts;
    this.members = members;
    this.current = current;
  }

  @Override
  public String kind() {
    return "activity";
  }

  @Override
  public Component show(UUID id) {
    var place = new Div();
    place.addClassName("attendees-panel");
    fill(place, new ActivityId(id));
    return place;
  }

  private void fill(Div place, ActivityId id) {
    place.removeAll();
    Activity meeting =
        activities
            .find(id)
            .filter(found -> found.data().kind() == ActivityKind.MEETING)
            .orElse(null);
    place.setVisible(meeting != null);
    if (meeting != null) {
      place.add(card(meeting, () -> fill(place, id)));
    }
  }

  private Card card(Activity meeting, Runnable changed) {
    List<Attendee> all = attendees.of(meeting.id());
    var card = new Card(t("activity.attendees.title", all.size()));
    if (all.isEmpty()) {
      card.add(new Paragraph(t("activity.attendees.none")));
      return card;
    }
    Map<ContactId, String> people =
        contacts
            .findAll(all.stream().flatMap(each -> Stream.ofNullable(each.contact())).toList())
            .stream()
            .collect(Collectors.toMap(Contact::id, contact -> contact.data().displayName()));
    boolean writes = current.may(Right.WRITE_RECORDS, "activity", meeting.data().ownerId());
    var list = new UnorderedList();
    list.addClassNames("link-lines", "attendees");
    for (Attendee each : all) {
      String name = name(each, people);
      list.add(
          current.id().equals(each.member())
              ? AttendeeLine.own(each, name, answer -> answer(meeting.id(), answer, changed))
              : AttendeeLine.of(each, name, writes, answer -> note(each, answer, changed)));
    }
    card.add(list);
    if (invitations.enabled()) {
      posts(card, meeting, writes, changed);
    }
    return card;
  }

  /** What calendars elsewhere know, and a way to tell them. */
  private void posts(Card card, Activity meeting, boolean writes, Runnable changed) {
    Standing standing = invitations.standing(meeting);
    card.add(new Paragraph(t("activity.invited.standing." + standing.name())));
    for (String failed : invitations.undelivered(meeting)) {
      var line = new Paragraph(t("activity.invited.undelivered", failed));
      line.addClassName("attendee-trouble");
      card.add(line);
    }
    if (writes && meeting.data().status() == ActivityStatus.OPEN) {
      String label =
          standing == Standing.NEVER_TOLD ? "activity.invite.send" : "activity.invite.again";
      card.add(new Button(t(label), Glyph.MAIL.create(), _ -> send(meeting.id(), changed)));
    }
  }

  private void send(ActivityId meeting, Runnable changed) {
    int sent = invitations.send(meeting, true);
    if (sent == 0) {
      Notices.error(t("activity.invite.nobody"));
    } else {
      Notices.success(t("activity.invite.sent", sent));
    }
    changed.run();
  }

  private String name(Attendee attendee, Map<ContactId, String> people) {
    String name =
        attendee.contact() != null
            ? people.getOrDefault(attendee.contact(), "")
            : attendee.member() != null
                ? members.of(attendee.member()).orElse("")
                : attendee.address().or("");
    return name.isBlank() ? "…" : name;
  }

  private void answer(ActivityId meeting, Answer answer, Runnable changed) {
    if (attendees.answer(meeting, answer)) {
      Notices.success(t("activity.answered." + answer.name()));
    } else {
      Notices.error(t("activity.attendees.gone"));
    }
    changed.run();
  }

  private void note(Attendee attendee, Answer answer, Runnable changed) {
    if (!attendees.note(attendee.id(), answer)) {
      Notices.error(t("activity.attendees.gone"));
    }
    changed.run();
  }
}
