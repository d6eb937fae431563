package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.Joined;
import eu.rempart.account.JoiningService;
import eu.rempart.account.session.SignIns;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.ui.NewPassword;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.Arrays;

/**
 * Where an invitation's link leads. The code is in the fragment of the address, which browsers keep
 * to themselves; the page reads it there and removes it.
 */
@Route(value = "invitation", autoLayout = false)
@AnonymousAllowed
public final class InvitationView extends Doorway implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient JoiningService joining;
  private final transient SignIns signIns;
  private final TextField code = new TextField(t("account.invitation.code"));
  private final NewPassword password = new NewPassword(t("account.password.new"), () -> "");

  public InvitationView(JoiningService joining, SignIns signIns) {
    this.joining = joining;
    this.signIns = signIns;
    addClassName("invitation-view");
    code.setAutocomplete(Autocomplete.OFF);
    code.setManualValidation(true);
    var join = new Button(t("account.invitation.join"), _ -> join());
    join.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(code, password, join);
    form.addClassName("doorway-form");
    SubmitKeys.press(join, form);
    var links = new Div(new Anchor("login", t("account.doorway.back")));
    links.addClassName("doorway-links");
    show(t("account.invitation.title"), t("account.invitation.sentence"), form, links);
  }

  @Override
  public String getPageTitle() {
    return t("account.invitation.title") + " · Rempart";
  }

  @Override
  protected void onAttach(AttachEvent event) {
    getElement()
        .executeJs(
            """
            const code = location.hash.slice(1);
            if (code) history.replaceState(history.state, '', location.pathname);
            return code;
            """)
        .then(String.class, this::read);
  }

  /** Takes the code that came in the address. */
  void read(String found) {
    if (found.isBlank()) {
      return;
    }
    code.setValue(found);
    code.setVisible(false);
    password.focus();
    try {
      if (!joining.isInvited(found, Arrival.source())) {
        code.setVisible(true);
        notice(t("account.invitation.unusable"), true);
      }
    } catch (TooManyTriesException e) {
      notice(t("account.signin.wait.source", e.seconds()), true);
      waitIsOver((int) e.seconds());
    }
  }

  private void join() {
    var chosen = password.chosen();
    if (chosen.isEmpty()) {
      return;
    }
    try {
      answer(joining.accept(code.getValue(), chosen.get(), Texts.locale(), Arrival.source()));
    } catch (WeakPasswordException e) {
      password.refuse(t(e.fault().messageKey()));
    } catch (TooManyTriesException e) {
      notice(t("account.signin.wait.source", e.seconds()), true);
      waitIsOver((int) e.seconds());
    } catch (VaultBusyException _) {
      notice(t("account.busy"), true);
    } finally {
      Arrays.fill(chosen.get(), '\0');
    }
  }

  private void answer(Joined joined) {
    switch (joined) {
      case Joined.Welcome(var member) -> {
        Arrival.establish(signIns, member);
        Arrival.goHome();
      }
      case Joined.UnknownCode _ -> notice(t("account.invitation.unknown"), true);
      case Joined.ExpiredCode _ -> notice(t("account.invitation.expired"), true);
      case Joined.UsedCode _ -> notice(t("account.invitation.used"), true);
      case Joined.DamagedCode _ -> notice(t("account.invitation.damaged"), true);
    }
  }
}
