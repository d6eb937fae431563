package eu.rempart.shell.field;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.EmailKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The e-mail addresses of a person or company. */
public final class EmailsField extends EntriesField<EmailEntry, EmailsField.Row> {

  private static final long serialVersionUID = 1L;

  public EmailsField() {
    super(t("shell.field.emails"), t("shell.field.emails.add"));
  }

  @Override
  Row line(@Nullable EmailEntry entry, Runnable makePrimary, Runnable remove) {
    return new Row(entry, makePrimary, remove);
  }

  @Override
  EmailEntry marked(EmailEntry entry, boolean primary) {
    return new EmailEntry(
        entry.address(), entry.kind(), primary, entry.optedOut(), entry.invalid());
  }

  @Override
  boolean isPrimary(EmailEntry entry) {
    return entry.primary();
  }

  static final class Row extends EntryRow<EmailEntry> {

    private static final long serialVersionUID = 1L;

    private final Select<EmailKind> kind = new Select<>();
    private final TextField address = new TextField();
    private final Checkbox optedOut = new Checkbox(t("shell.field.optedout"));
    private final Checkbox invalid = new Checkbox(t("shell.field.bounced"));

    private Row(@Nullable EmailEntry entry, Runnable makePrimary, Runnable remove) {
      kind.setItems(EmailKind.values());
      kind.setItemLabelGenerator(Kinds::label);
      kind.setAriaLabel(t("shell.field.kind"));
      kind.addClassName("entry-kind");
      address.setAriaLabel(t("shell.field.email"));
      address.setMaxLength(EmailAddress.MAX_LENGTH);
      address.addClassName("entry-value");
      Keyboard.EMAIL.of(address);
      kind.setValue(entry == null ? EmailKind.WORK : entry.kind());
      address.setValue(entry == null ? "" : entry.address().value());
      optedOut.setValue(entry != null && entry.optedOut());
      invalid.setValue(entry != null && entry.invalid());
      assemble(makePrimary, remove, true, kind, address, optedOut, invalid);
    }

    @Override
    Optional<EmailEntry> entry() {
      return EmailAddress.parse(address.getValue())
          .map(
              parsed ->
                  new EmailEntry(
                      parsed,
                      kind.getValue(),
                      isPrimary(),
                      optedOut.getValue(),
                      invalid.getValue()));
    }

    @Override
    Optional<String> unread() {
      String text = address.getValue();
      return text.isBlank() || EmailAddress.parse(text).isPresent()
          ? Optional.empty()
          : Optional.of(text);
    }

    @Override
    void showUnread(String text) {
      address.setValue(text);
    }

    @Override
    boolean check() {
      boolean wrong = unread().isPresent();
      address.setErrorMessage(t("shell.field.email.wrong"));
      address.setInvalid(wrong);
      return wrong;
    }

    @Override
    void onChange(Runnable changed) {
      address.setValueChangeMode(ValueChangeMode.ON_BLUR);
      address.addValueChangeListener(
          _ -> {
            var _ = check();
            changed.run();
          });
      kind.addValueChangeListener(_ -> changed.run());
      optedOut.addValueChangeListener(_ -> changed.run());
      invalid.addValueChangeListener(_ -> changed.run());
    }
  }
}
