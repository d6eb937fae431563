package eu.rempart.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.ProfileService;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.Sessions;
import eu.rempart.account.signin.ReturnPath;
import eu.rempart.shell.Scheme;
import org.springframework.stereotype.Component;

/**
 * Ties every open page to its sign-in: the page speaks its member's language, and leaves for the
 * sign-in page by itself when the sign-in ends, so that nothing readable stays on the screen.
 */
@Component
class SessionWatch implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private final transient CurrentMember current;
  private final transient ProfileService profile;
  private final transient Sessions sessions;

  SessionWatch(CurrentMember current, ProfileService profile, Sessions sessions) {
    this.current = current;
    this.profile = profile;
    this.sessions = sessions;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(init -> current.find().ifPresent(member -> watch(init.getUI(), member)));
  }

  private void watch(UI ui, SignedInMember member) {
    profile
        .language()
        .ifPresent(
            language -> {
              VaadinSession.getCurrent().setLocale(language);
              ui.setLocale(language);
            });
    profile.theme().map(Scheme::of).ifPresent(scheme -> scheme.apply(ui));
    ui.addBeforeEnterListener(
        enter -> {
          // engineers have no home page: theirs is the operations screen
          if (member.role() == Role.ENGINEER && enter.getLocation().getPath().isEmpty()) {
            enter.forwardTo("operations");
          }
        });
    var forget = sessions.onEnd(member.signIn(), why -> leave(ui, why));
    var forgetIdle = sessions.onIdle(member.signIn(), new IdleWarning(ui));
    ui.addDetachListener(
        _ -> {
          forget.run();
          forgetIdle.run();
        });
  }

  private static void leave(UI ui, SessionEnd why) {
    if (why == SessionEnd.SIGNED_OUT && ui.equals(UI.getCurrent())) {
      return; // its page goes by the answer to that click: told twice, it would load the door twice
    }
    var _ =
        ui.access(
            () -> {
              var path = ui.getActiveViewLocation().getPath();
              var back =
                  why == SessionEnd.SIGNED_OUT
                      ? ""
                      : ReturnPath.of(path)
                          .map(to -> "&" + ReturnPath.PARAMETER + "=" + to)
                          .orElse("");
              ui.getPage().setLocation(why.signInPage() + back);
            });
  }
}
