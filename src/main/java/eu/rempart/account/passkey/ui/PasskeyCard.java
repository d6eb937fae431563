package eu.rempart.account.passkey.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.ui.PlaceText;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKind;
import java.util.function.Consumer;

/** One passkey in words. */
final class PasskeyCard extends ListItem {

  private static final long serialVersionUID = 1L;

  PasskeyCard(Passkey passkey, Consumer<Passkey> rename, Consumer<Passkey> remove) {
    addClassName("account-session");
    var name = new Span(passkey.name());
    name.addClassName("account-session-device");
    var head = new Div(name);
    head.addClassName("account-session-head");
    var facts =
        new Div(
            new Span(t("account.passkeys.since", Formats.dateTime(passkey.createdAt()))),
            new Span(
                passkey.synced() ? t("account.passkeys.synced") : t("account.passkeys.device")),
            new Span(
                passkey.kind() == PasskeyKind.FACTOR
                    ? t("account.passkeys.factor")
                    : t("account.passkeys.alone")),
            used(passkey));
    facts.addClassNames("account-session-facts", "account-soft");
    var words = new Div(head, facts);
    words.addClassName("account-session-words");
    var change = new Button(t("account.passkeys.rename"), _ -> rename.accept(passkey));
    change.setAriaLabel(t("account.passkeys.rename.which", passkey.name()));
    var away = new Button(t("account.passkeys.remove"), _ -> remove.accept(passkey));
    away.setAriaLabel(t("account.passkeys.remove.which", passkey.name()));
    var buttons = new Div(change, away);
    buttons.addClassName("account-passkey-buttons");
    add(words, buttons);
  }

  private static Div used(Passkey passkey) {
    var last = passkey.lastUsedAt();
    var place = passkey.lastUsedPlace();
    var used = new Div();
    used.addClassName("account-session-used");
    if (last == null) {
      used.add(new Span(t("account.passkeys.unused")));
    } else {
      used.add(new Span(t("account.sessions.used")), new RelativeTime(last));
      if (place != null) {
        used.add(new Span(PlaceText.of(place)));
      }
    }
    return used;
  }
}
