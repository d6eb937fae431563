package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.second.SecondStepFilter;
import eu.rempart.account.second.ui.AppSetup;
import eu.rempart.account.signin.ReturnPath;
import java.util.Optional;

/** After the right password: what else shows who somebody is. */
@Route(value = "login/second", autoLayout = false)
@AnonymousAllowed
public final class SecondStepView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient SecondStep step;
  private final transient CurrentMember current;

  public SecondStepView(SecondStep step, CurrentMember current) {
    this.step = step;
    this.current = current;
  }

  @Override
  public String getPageTitle() {
    return t("account.second.step") + " · Rempart";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (current.find().isPresent()) {
      event.forwardTo("");
      return;
    }
    var session = VaadinSession.getCurrent().getSession();
    Optional.ofNullable(session.getAttribute(SecondStepFilter.TICKET))
        .map(Object::toString)
        .flatMap(step::question)
        .ifPresentOrElse(
            question -> show(question, event.getLocation().getQueryParameters()),
            () -> event.forwardTo("login", QueryParameters.of("second", "late")));
  }

  private void show(SecondStep.Question question, QueryParameters parameters) {
    var back =
        parameters.getSingleParameter(ReturnPath.PARAMETER).flatMap(ReturnPath::of).orElse("");
    var other = new Div(new Anchor("login", t("account.second.step.back")));
    other.addClassName("doorway-links");
    var key = question.key().orElse(null);
    if (key != null) {
      show(
          t("account.second.step.setup"),
          t("account.second.step.setup.sentence"),
          new AppSetup(key, VaadinServletRequest.getCurrent().getServerName()),
          new SecondStepForm(back, t("account.second.code"), false),
          other);
    } else {
      show(
          t("account.second.step"),
          question.app() ? t("account.second.step.sentence") : t("account.second.step.passkey"),
          new SecondStepForm(back, t("account.second.step.code"), question.passkey()),
          other);
    }
    if (parameters.getParameters().containsKey("error")) {
      notice(t("account.second.step.wrong"), true);
    }
    parameters
        .getSingleParameter("wait")
        .filter(seconds -> seconds.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .ifPresent(
            seconds -> {
              notice(t("account.signin.wait", seconds), true);
              waitIsOver(seconds);
            });
  }
}
