package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.email.mailbox.Checked;
import eu.rempart.email.mailbox.Mailbox;
import eu.rempart.email.mailbox.MailboxData;
import eu.rempart.email.mailbox.MailboxService;
import eu.rempart.email.mailbox.MailboxTls;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.TypedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a mailbox is reached, with a button that tries it and says what its server said. */
final class MailboxDialog extends Dialog {

  private static final long serialVersionUID = 1L;
  private static final String INBOX = "INBOX";

  private final TextField address = new TextField(t("mailbox.field.address"));
  private final TextField host = new TextField(t("mailbox.field.host"));
  private final WholeNumberField port = new WholeNumberField(t("mailbox.field.port"));
  private final Select<MailboxTls> tls = new Select<>();
  private final TextField username = new TextField(t("mailbox.field.username"));
  private final PasswordField password = new PasswordField(t("mailbox.field.password"));
  private final ChoiceField<String> folder = new ChoiceField<>(t("mailbox.field.folder"));
  private final Div answer = new Div();
  private final transient MailboxService mailboxes;
  private final transient @Nullable Mailbox before;
  private final transient Runnable saved;

  /**
   * @param before null for a new one
   * @param saved called when it is kept
   */
  MailboxDialog(MailboxService mailboxes, @Nullable Mailbox before, Runnable saved) {
    this.mailboxes = mailboxes;
    this.before = before;
    this.saved = saved;
    addClassName("email-dialog");
    setHeaderTitle(before == null ? t("mailbox.new") : before.data().address());
    setCloseOnOutsideClick(false); // a slip of the hand loses nothing
    prepare();
    fill();
    var test = new Button(t("mailbox.test"), _ -> test());
    var form = new Div(address, host, tls, port, username, password, folder, test, answer);
    form.addClassName("email-form");
    add(form);
    var save = new Button(t("mailbox.save"), _ -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("shell.cancel"), _ -> close()), save);
  }

  private void prepare() {
    Keyboard.EMAIL.of(address);
    Keyboard.LINK.of(host);
    Keyboard.EMAIL.of(username);
    address.setHelperText(t("mailbox.field.address.help"));
    port.setMin(1);
    port.setMax(65_535);
    tls.setLabel(t("mailbox.field.tls"));
    tls.setItems(MailboxTls.values());
    tls.setItemLabelGenerator(each -> t("mailbox.tls." + each.name()));
    tls.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            port.setValue(change.getValue() == MailboxTls.TLS ? 993 : 143);
          }
        });
    username.setAutocomplete(Autocomplete.OFF);
    username.setHelperText(t("mailbox.field.username.help"));
    password.setAutocomplete(Autocomplete.NEW_PASSWORD);
    password.setHelperText(before == null ? "" : t("mailbox.field.password.help"));
    folder.otherwise(Optional::of, "");
    answer.addClassName("email-answer");
    answer.getElement().setAttribute("role", "status");
  }

  private void fill() {
    MailboxData data =
        before == null
            ? new MailboxData("", 993, MailboxTls.TLS, "", "", INBOX, "")
            : before.data();
    address.setValue(data.address());
    host.setValue(data.host());
    port.setValue(data.port());
    tls.setValue(data.tls());
    username.setValue(data.username());
    folder.setItems(data.folder());
    folder.setValue(data.folder());
  }

  private MailboxData typed() {
    return new MailboxData(
        host.getValue(),
        port.getValue() == null ? 0 : port.getValue(),
        tls.getValue(),
        username.getValue().isBlank() ? address.getValue() : username.getValue(),
        password.getValue(),
        folder.getValue() == null ? "" : folder.getValue(),
        address.getValue());
  }

  private void test() {
    answer.removeAll();
    clear();
    if (!port.check()) {
      return;
    }
    try {
      switch (mailboxes.check(Optional.ofNullable(before).map(Mailbox::id), typed())) {
        case Checked.Opens(var folders) -> {
          String chosen = folder.getValue();
          folder.setItems(folders);
          folder.setValue(chosen);
          answer.add(Glyph.CHECK.create(), new Span(t("mailbox.opens", folders.size())));
        }
        case Checked.Refused(var fault, var words) -> {
          var said = new Span(words);
          said.addClassName("email-said");
          answer.add(Glyph.ALERT.create(), new Span(t("mailbox.fault." + fault.name())), said);
        }
      }
    } catch (InvalidFieldException e) {
      refuse(e);
    }
  }

  private void save() {
    if (!TypedText.isAllRead(this)) {
      return;
    }
    clear();
    if (!port.check()) {
      return;
    }
    try {
      Mailbox known = before;
      if (known == null) {
        mailboxes.create(typed());
      } else if (!mailboxes.save(known.id(), typed())) {
        Notices.error(t("mailbox.gone"));
        return;
      }
      close();
      Notices.success(t("mailbox.saved"));
      saved.run();
    } catch (InvalidFieldException e) {
      refuse(e);
    }
  }

  private void clear() {
    List.<HasValidation>of(address, host, port, username, password, folder)
        .forEach(field -> field.setInvalid(false));
  }

  private void refuse(InvalidFieldException e) {
    Map<String, HasValidation> fields =
        Map.of(
            "mailbox.field.address", address,
            "mailbox.field.port", port,
            "mailbox.field.username", username,
            "mailbox.field.password", password,
            "mailbox.field.folder", folder);
    HasValidation field = fields.getOrDefault(e.field(), host);
    field.setErrorMessage(
        e.problem() == Problem.REQUIRED
            ? t("mailbox.required")
            : e.problem() == Problem.TOO_LONG
                ? t("mailbox.many", MailboxService.MOST)
                : t("mailbox.wrong"));
    field.setInvalid(true);
  }
}
