package eu.rempart.activity.meeting.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import eu.rempart.activity.meeting.Answer;
import eu.rempart.activity.meeting.Attendee;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.shell.part.Avatar;
import java.util.function.Consumer;

/** One person who is asked to a meeting: who, what they answered, how their invitation fared. */
final class AttendeeLine {

  private AttendeeLine() {}

  /** Oneself, with buttons to answer. */
  static ListItem own(Attendee attendee, String name, Consumer<Answer> answered) {
    ListItem item = line(attendee, name);
    item.add(new AnswerButtons(attendee.answer(), answered));
    return item;
  }

  /**
   * Somebody else.
   *
   * @param writes whether what they said may be written down
   */
  static ListItem of(Attendee attendee, String name, boolean writes, Consumer<Answer> answered) {
    ListItem item = line(attendee, name);
    if (writes) {
      var said = new Select<Answer>();
      said.setItems(Answer.values());
      said.setItemLabelGenerator(AttendeeLine::word);
      said.setValue(attendee.answer());
      said.setAriaLabel(t("activity.answer.of", name));
      said.addClassName("attendee-answer");
      said.addValueChangeListener(change -> answered.accept(change.getValue()));
      item.add(said);
    }
    return item;
  }

  static String word(Answer answer) {
    return t("activity.answer." + answer.name());
  }

  private static ListItem line(Attendee attendee, String name) {
    ContactId contact = attendee.contact();
    Component who;
    if (contact == null) {
      who = new Span(name);
    } else {
      var link = new Anchor(ContactNavigation.details(contact), name);
      link.getElement().setAttribute("router-link", true);
      who = link;
    }
    var answer = new Span(word(attendee.answer()));
    answer.addClassName("link-what");
    var words = new Div(who, answer);
    words.addClassName("link-words");
    Attendee.Invitation invitation = attendee.invitation();
    if (invitation != null) {
      words.add(fared(invitation));
    }
    return new ListItem(new Avatar(name, Avatar.Shape.PERSON), words);
  }

  private static Span fared(Attendee.Invitation invitation) {
    String state = t("activity.invited." + invitation.state().name());
    String said = invitation.said();
    var span = new Span(said == null ? state : t("activity.invited.said", state, said));
    span.addClassName("link-what");
    if (invitation.state().isTrouble()) {
      span.addClassName("attendee-trouble");
    }
    return span;
  }
}
