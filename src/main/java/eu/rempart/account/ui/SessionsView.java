package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.account.session.LiveSession;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import jakarta.annotation.security.PermitAll;

/** Where one is signed in, and the way to end it. */
@Route(value = AccountNavigation.SESSIONS, layout = MainLayout.class)
@PermitAll
@OpenToEngineers
@StyleSheet("styles/account.css")
public final class SessionsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient ProfileService service;
  private final transient CurrentMember current;
  private final UnorderedList list = new UnorderedList();
  private final Button others;

  public SessionsView(ProfileService service, CurrentMember current) {
    this.service = service;
    this.current = current;
    others = new Button(t("account.sessions.others"), Glyph.SIGN_OUT.create(), _ -> endOthers());
    list.addClassName("account-sessions");
    var head = new Div(new H1(t("account.sessions")), others);
    head.addClassName("account-head");
    getContent().addClassNames("account-page", "account-narrow");
    getContent().add(head, new Paragraph(t("account.sessions.sentence")), list);
    refresh();
  }

  @Override
  public String getPageTitle() {
    return t("account.sessions");
  }

  private void refresh() {
    list.removeAll();
    var own = current.get().signIn();
    var sessions = service.sessions();
    sessions.forEach(
        session -> list.add(new SessionCard(session, session.signIn().equals(own), this::end)));
    others.setVisible(sessions.size() > 1);
  }

  private void end(LiveSession session) {
    service.endSession(session.signIn());
    Notices.success(t("account.sessions.ended"));
    refresh();
  }

  private void endOthers() {
    service.endOtherSessions();
    Notices.success(t("account.sessions.others.ended"));
    refresh();
  }
}
