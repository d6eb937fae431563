package eu.rempart.alert.channel.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.peer.ChannelSettings;
import eu.rempart.alert.channel.peer.ChannelSettingsService;
import eu.rempart.alert.channel.peer.WrongSettingException;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;

/** Says of a channel whom it speaks to. */
final class ChannelDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient ChannelSettingsService settings;
  private final transient Runnable done;
  private final ChannelForm form;

  ChannelDialog(ChannelSettings before, ChannelSettingsService settings, Runnable done) {
    this.settings = settings;
    this.done = done;
    this.form = new ChannelForm(before);
    boolean mail = before.kind() == ChannelKind.EMAIL;
    setHeaderTitle(t(mail ? "alert-channel.mail.server" : "alert.channel." + before.kind().key()));
    addClassName("channel-dialog");
    setCloseOnOutsideClick(false);
    var about = new Paragraph(t("alert-channel.about." + before.kind().key()));
    about.addClassName("line-soft");
    add(about, form);
    var go =
        new Button(
            t(
                before.kind() == ChannelKind.EMAIL
                    ? "alert-channel.mail.save"
                    : "alert-channel.save"),
            _ -> check());
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), go);
  }

  /** Mistakes are told before the password is asked for. */
  private void check() {
    form.forgive();
    try {
      settings.check(form.settings(), form.secret());
    } catch (WrongSettingException wrong) {
      form.blame(wrong.setting());
      return;
    }
    ProofDialog.run(this::save);
  }

  private void save() {
    try {
      if (settings.save(form.settings(), form.secret())) {
        close();
        Notices.success(
            t(
                form.settings().kind() == ChannelKind.EMAIL
                    ? "alert-channel.mail.saved"
                    : "alert-channel.saved"));
      } else {
        Notices.error(t("alert-channel.stale"));
      }
      done.run();
    } catch (WrongSettingException wrong) {
      form.blame(wrong.setting());
    }
  }
}
