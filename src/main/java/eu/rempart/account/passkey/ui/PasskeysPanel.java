package eu.rempart.account.passkey.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinServletRequest;
import eu.rempart.account.passkey.PasskeyService;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import eu.rempart.vault.passkey.Passkey;
import jakarta.servlet.http.HttpServletRequest;

/** One's own passkeys: what they are called, where each was used last, and the way to one more. */
public final class PasskeysPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient PasskeyService service;
  private final transient Runnable changed;
  private final UnorderedList list = new UnorderedList();
  private final Span none = new Span(t("account.passkeys.none"));

  /**
   * @param changed told after a passkey came or went
   */
  public PasskeysPanel(PasskeyService service, Runnable changed) {
    this.service = service;
    this.changed = changed;
    addClassName("account-section");
    var sentence = new Span(t("account.passkeys.sentence"));
    sentence.addClassName("account-soft");
    none.addClassName("account-soft");
    list.addClassName("account-sessions");
    var add = new Button(t("account.passkeys.add"), Glyph.KEY.create());
    add.addClickListener(_ -> ProofDialog.run(this::begin));
    add(new H2(t("account.passkeys")), sentence, none, list, add);
    refresh();
  }

  static HttpServletRequest request() {
    return VaadinServletRequest.getCurrent().getHttpServletRequest();
  }

  private void refresh() {
    list.removeAll();
    var mine = service.mine();
    none.setVisible(mine.isEmpty());
    list.setVisible(!mine.isEmpty());
    mine.forEach(each -> list.add(new PasskeyCard(each, this::rename, this::askRemove)));
  }

  private void change() {
    refresh();
    changed.run();
  }

  private void begin() {
    service
        .begin(request())
        .ifPresentOrElse(
            invitation -> new AddPasskeyDialog(service, invitation, this::change).open(),
            () -> Notices.error(t("account.passkeys.nowhere")));
  }

  private void rename(Passkey passkey) {
    new RenamePasskeyDialog(
            passkey.name(),
            name -> {
              service.rename(passkey.id(), name);
              refresh();
            })
        .open();
  }

  private void askRemove(Passkey passkey) {
    Confirmation.askDanger(
        t("account.passkeys.remove.title", passkey.name()),
        t("account.passkeys.remove.sentence"),
        t("account.passkeys.remove"),
        () -> ProofDialog.run(() -> remove(passkey)));
  }

  private void remove(Passkey passkey) {
    service.remove(request(), passkey.id());
    Notices.success(t("account.passkeys.removed"));
    change();
  }
}
