package eu.rempart.account.ui.door;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.rempart.account.InvitedService;
import eu.rempart.account.joining.Invited;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.session.SignIns;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.account.ui.InvitationFragment;
import eu.rempart.account.ui.NewPassword;
import eu.rempart.account.ui.RoleText;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.text.Texts;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.Arrays;

/**
 * Where an invitation's link leads. The code is in the fragment of the address, which browsers keep
 * to themselves; the page reads it there and removes it. Whoever chose a password waits here until
 * an administrator's session lets them in, also after loading the page anew.
 */
@Route(value = "invitation", autoLayout = false)
@AnonymousAllowed
public final class InvitationView extends Doorway implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient InvitedService invited;
  private final transient SignIns signIns;
  private final transient SecondStep step;
  private final TextField code = new TextField(t("account.invitation.code"));
  private final NewPassword password;
  private final Div form;
  private final Div links = new Div(new Anchor("login", t("account.doorway.back")));

  public InvitationView(InvitedService invited, SignIns signIns, SecondStep step) {
    this.invited = invited;
    this.signIns = signIns;
    this.step = step;
    password = new NewPassword(t("account.password.new"), this::rule);
    addClassName("invitation-view");
    code.setAutocomplete(Autocomplete.OFF);
    code.setManualValidation(true);
    var join = new Button(t("account.invitation.join"), _ -> join());
    join.addThemeVariants(ButtonVariant.PRIMARY);
    form = new Div(code, password, join);
    form.addClassName("doorway-form");
    SubmitKeys.press(join, form);
    links.addClassName("doorway-links");
    showForm();
  }

  private void showForm() {
    show(t("account.invitation.title"), t("account.invitation.sentence"), form, links);
  }

  private PasswordRule rule() {
    return invited.passwordRule();
  }

  @Override
  public String getPageTitle() {
    return t("account.invitation.title") + " · Rempart";
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    WaitingStep.kept().ifPresent(this::stand);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    getElement()
        .executeJs(
            """
            const code = location.hash.slice(1);
            if (code) history.replaceState(history.state, '', location.pathname);
            // a link that is pasted while this page is open changes the fragment alone
            const pasted = () => {
              if (!this.isConnected) removeEventListener('hashchange', pasted);
              else if (location.hash.length > 1) location.reload();
            };
            addEventListener('hashchange', pasted);
            return code;
            """)
        .then(String.class, this::read);
  }

  /** Takes the code that came in the address, and who invites. */
  void read(String found) {
    if (found.isBlank() || WaitingStep.kept().isPresent()) {
      return; // who waits and loads the link again, waits on
    }
    var fragment = InvitationFragment.parse(found);
    if (form.getParent().isPresent()) {
      hush(); // and leaves the form: who types fast would lose what they typed
    } else {
      showForm();
    }
    code.setValue(fragment.code());
    code.setVisible(false);
    password.focus();
    try {
      invited
          .invited(fragment.code(), fragment.by(), Arrival.source())
          .ifPresentOrElse(this::tell, this::unusable);
    } catch (TooManyTriesException e) {
      slowedDown(e);
    }
  }

  private void unusable() {
    code.setVisible(true);
    notice(t("account.invitation.unusable"), true);
  }

  /** Who invites, and to what. */
  private void tell(Invited invitation) {
    var role = RoleText.of(invitation.role());
    var words =
        new Paragraph(
            invitation
                .by()
                .map(inviter -> t("account.invitation.by", inviter, role))
                .orElseGet(() -> t("account.invitation.as", role)));
    words.addClassNames("doorway-hint", "doorway-invited");
    tell(words);
    if (invitation.altered()) {
      notice(t("account.invitation.altered"), true);
    }
  }

  private void join() {
    var chosen = password.chosen();
    if (chosen.isEmpty()) {
      return;
    }
    try {
      answer(invited.accept(code.getValue(), chosen.get(), Texts.locale(), Arrival.source()));
    } catch (WeakPasswordException e) {
      password.refuse(t(e.fault().messageKey()));
    } catch (TooManyTriesException e) {
      slowedDown(e);
    } catch (VaultBusyException _) {
      notice(t("account.busy"), true);
    } finally {
      Arrays.fill(chosen.get(), '\0');
    }
  }

  private void slowedDown(TooManyTriesException e) {
    notice(t("account.signin.wait.source", e.seconds()), true);
    waitIsOver((int) e.seconds());
  }

  private void answer(Joined joined) {
    switch (joined) {
      case Joined.Welcome(var member) -> Arrival.enter(signIns, step, member);
      case Joined.Waiting(var handle) -> {
        WaitingStep.keep(handle);
        password.clear();
        stand(handle);
      }
      case Joined.UnknownCode _ -> notice(t("account.invitation.unknown"), true);
      case Joined.ExpiredCode _ -> notice(t("account.invitation.expired"), true);
      case Joined.UsedCode _ -> notice(t("account.invitation.used"), true);
      case Joined.DamagedCode _ -> notice(t("account.invitation.damaged"), true);
    }
  }

  /** Shows how it stands with whoever waits in this browser, and lets them in. */
  private void stand(WaitingHandle handle) {
    switch (invited.look(handle)) {
      case Entrance.Waiting waiting ->
          show(
              t("account.wait.title"),
              t("account.wait.sentence"),
              new WaitingStep(invited, handle, waiting, this::left),
              links);
      case Entrance.Ready _, Entrance.Entered _ -> {
        var member = invited.enter(handle);
        WaitingStep.forget();
        if (member.isPresent()) {
          Arrival.enter(signIns, step, member.get());
        } else {
          left(t("account.wait.forgotten"));
        }
      }
      case Entrance.Expired _ -> left(t("account.wait.expired"));
      case Entrance.Refused _ -> left(t("account.wait.refused"));
      case Entrance.Forgotten _ -> left(t("account.wait.forgotten"));
    }
  }

  private void left(String why) {
    WaitingStep.forget();
    show(t("account.invitation.title"), "", links); // what they have joins nobody any more
    notice(why, true);
  }
}
