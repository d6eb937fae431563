package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.session.LiveSession;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.text.Formats;
import java.util.function.Consumer;

/** One session in words. */
final class SessionCard extends ListItem {

  private static final long serialVersionUID = 1L;

  SessionCard(LiveSession session, boolean own, Consumer<LiveSession> end) {
    addClassName("account-session");
    var device = session.device().isEmpty() ? t("account.sessions.unknown") : session.device();
    var place = PlaceText.of(session.place());
    var name = new Span(device);
    name.addClassName("account-session-device");
    var first = new Div(name);
    first.addClassName("account-session-head");
    if (own) {
      var mark = new Span(t("account.sessions.this"));
      mark.addClassName("account-session-this");
      first.add(mark);
    }
    var begun = t("account.sessions.since", Formats.dateTime(session.since()));
    var used = new Div(new Span(t("account.sessions.used")), new RelativeTime(session.lastUsed()));
    used.addClassName("account-session-used");
    var facts = new Div(new Span(place), new Span(begun), used);
    facts.addClassNames("account-session-facts", "account-soft");
    var words = new Div(first, facts);
    words.addClassName("account-session-words");
    add(words);
    if (!own) {
      var button = new Button(t("account.sessions.end"), _ -> end.accept(session));
      button.setAriaLabel(t("account.sessions.end.which", device, place));
      add(button);
    }
  }
}
