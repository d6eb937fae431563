package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.JoiningService;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.signin.ReturnPath;
import eu.rempart.account.signin.TypedAddress;
import eu.rempart.shell.DoorNotice;
import eu.rempart.shell.part.Live;
import eu.rempart.vault.answer.VaultState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** The sign-in page. Says nothing of anybody before the password is right. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public final class LoginView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;
  private static final Duration NEWS = Duration.ofSeconds(3);

  private final transient JoiningService joining;
  private final transient CurrentMember current;
  private final transient List<DoorNotice> notices;

  public LoginView(
      JoiningService joining, CurrentMember current, ObjectProvider<DoorNotice> notices) {
    this.joining = joining;
    this.current = current;
    this.notices = notices.orderedStream().toList();
    addClassName("login-view");
  }

  @Override
  public String getPageTitle() {
    return t("account.signin") + " · Rempart";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var state = joining.state();
    if (state == VaultState.NEW) {
      event.forwardTo(SetupView.class);
    } else if (state == VaultState.PEPPER_LOST) {
      show(
          t("account.mismatch.title"),
          t("account.pepper.sentence"),
          new Anchor("recover", t("account.recover.title")));
    } else if (state == VaultState.MISMATCH) {
      show(t("account.mismatch.title"), t("account.mismatch.sentence"));
    } else if (current.find().isPresent()) {
      event.forwardTo("");
    } else {
      showForm(event.getLocation().getQueryParameters());
    }
  }

  private void showForm(QueryParameters parameters) {
    var form = new SignInForm();
    var back = parameters.getSingleParameter(ReturnPath.PARAMETER).flatMap(ReturnPath::of);
    back.ifPresent(form::returnTo);
    TypedAddress.take(VaadinSession.getCurrent().getSession()).ifPresent(form::typed);
    form.remember(isBack(parameters));
    show(
        t("account.signin.title"),
        t("account.signin.sentence"),
        new PasskeyForm(back.orElse("")),
        form,
        otherWays());
    notices.forEach(this::tell);
    failure(parameters).ifPresent(text -> notice(text, true));
    seconds(parameters).ifPresent(this::waitIsOver);
    farewell(parameters).ifPresent(text -> notice(text, false));
  }

  /** What a room has to say, as long as it has. */
  private void tell(DoorNotice notice) {
    notice
        .sentence()
        .ifPresent(
            text -> {
              var said = new Paragraph(text);
              said.addClassNames("doorway-notice-of-room", "doorway-hint");
              said.getElement().setAttribute("role", "status");
              Live.every(
                  said,
                  NEWS,
                  () -> notice.sentence().ifPresentOrElse(said::setText, said::removeFromParent));
              tell(said);
            });
  }

  private static Div otherWays() {
    var invitation = new Anchor("invitation", t("account.signin.invitation"));
    var recovery = new Anchor("recover", t("account.signin.recovery"));
    var links = new Div(invitation, recovery);
    links.addClassName("doorway-links");
    return links;
  }

  private static Optional<String> failure(QueryParameters parameters) {
    var names = parameters.getParameters().keySet();
    if (names.contains("wait")) {
      return seconds(parameters).map(seconds -> slowed(parameters, seconds));
    }
    if (names.contains("passkey")) {
      return parameters.getSingleParameter("passkey").map(LoginView::passkey);
    }
    if (names.contains("second")) {
      return parameters.getSingleParameter("second").map(LoginView::second);
    }
    if (names.contains("code")) {
      return parameters
          .getSingleParameter("code")
          .filter(code -> code.matches("[A-Z0-9-]{1,12}"))
          .map(code -> t("account.signin.damaged", code));
    }
    return names.contains("error") ? Optional.of(t("account.signin.error")) : Optional.empty();
  }

  private static String passkey(String reason) {
    return switch (reason) {
      case "late" -> t("account.signin.passkey.late");
      case "beside" -> t("account.signin.passkey.beside");
      case "no-key" -> t("account.signin.passkey.nokey");
      default -> t("account.signin.passkey.refused");
    };
  }

  private static String second(String reason) {
    return reason.equals("missing") ? t("account.second.missing") : t("account.second.late");
  }

  private static Optional<Integer> seconds(QueryParameters parameters) {
    return parameters
        .getSingleParameter("wait")
        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
        .map(Integer::valueOf);
  }

  /** That it is slowed down, why, and for how long. */
  private static String slowed(QueryParameters parameters, int seconds) {
    return switch (parameters.getSingleParameter("why").orElse("")) {
      case "account" -> t("account.signin.wait.account", seconds);
      case "source" -> t("account.signin.wait.source", seconds);
      case "busy" -> t("account.signin.wait.busy", seconds);
      default -> t("account.signin.wait", seconds);
    };
  }

  /** Whether the same person is expected: the session ended without their saying so. */
  private static boolean isBack(QueryParameters parameters) {
    return Stream.of(SessionEnd.IDLE, SessionEnd.LOCKED, SessionEnd.EXPIRED)
        .anyMatch(end -> parameters.getParameters().containsKey(end.parameter()));
  }

  private static Optional<String> farewell(QueryParameters parameters) {
    return Arrays.stream(SessionEnd.values())
        .filter(end -> parameters.getParameters().containsKey(end.parameter()))
        .findFirst()
        .map(LoginView::sentence);
  }

  private static String sentence(SessionEnd end) {
    return switch (end) {
      case SIGNED_OUT -> t("account.end.signedout");
      case ENDED -> t("account.end.ended");
      case IDLE -> t("account.end.idle");
      case LOCKED -> t("account.end.locked");
      case PASSWORD_CHANGED -> t("account.end.password");
      case ACCOUNT_CHANGED -> t("account.end.changed");
      case EXPIRED -> t("account.end.expired");
    };
  }
}
