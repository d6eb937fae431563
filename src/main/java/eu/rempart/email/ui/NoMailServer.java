package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.alert.channel.ui.ChannelNavigation;
import java.util.UUID;

/** Why a button sends nothing: there is no mail server, and this is who can set one up. */
@StyleSheet("styles/emails.css")
final class NoMailServer extends Paragraph {

  private static final long serialVersionUID = 1L;

  private NoMailServer(boolean administrator) {
    addClassName("email-noserver");
    setId("no-mail-server-" + UUID.randomUUID());
    add(new Span(t("email.noserver")), new Span(" "));
    if (administrator) {
      add(new Anchor(ChannelNavigation.MAIL, t("email.noserver.set-up")));
    } else {
      add(new Span(t("email.noserver.ask")));
    }
  }

  /** Disables a button, which says the reason too when it is read out. */
  static NoMailServer disabling(Button button, boolean administrator) {
    var why = new NoMailServer(administrator);
    button.setEnabled(false);
    button.getElement().setAttribute("aria-describedby", why.getId().orElseThrow());
    return why;
  }
}
