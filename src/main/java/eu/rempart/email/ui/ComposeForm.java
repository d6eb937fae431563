package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.contact.ContactId;
import eu.rempart.email.Addressee;
import eu.rempart.email.EmailContent;
import eu.rempart.email.Outgoing;
import eu.rempart.email.Queued;
import eu.rempart.email.Sender;
import eu.rempart.email.SendingService;
import eu.rempart.email.attach.AttachmentService;
import eu.rempart.email.template.EmailTemplate;
import eu.rempart.email.template.FieldValues;
import eu.rempart.email.template.Filled;
import eu.rempart.shell.command.SubmitKeys;
import eu.rempart.shell.field.Keyboard;
import eu.rempart.shell.part.Notices;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an e-mail is written: to whom, about what, from which template. Its fields are filled below
 * it as one writes; what can't be sent stays with a sentence of why.
 */
@StyleSheet("styles/emails.css")
final class ComposeForm extends Div {

  private static final long serialVersionUID = 1L;

  private final TextField to = new TextField(t("email.compose.to"));
  private final TextField copies = new TextField(t("email.compose.copies"));
  private final TextField subject = new TextField(t("email.field.subject"));
  private final TextArea text = new TextArea(t("email.field.body"));
  private final Div hint = new Div();
  private final Preview preview = new Preview();
  private final AttachedFiles files;
  private final Div problem = new Div();
  private final transient ComposeMeans means;
  private final transient List<String> answers;
  private final transient Runnable sent;

  /**
   * @param sent called when it is kept and on its way
   * @param ended called when it is given up
   */
  ComposeForm(Outgoing begun, ComposeMeans means, Runnable sent, Runnable ended) {
    this.means = means;
    this.answers = begun.answers();
    this.sent = sent;
    files = new AttachedFiles(begun.files(), means.files());
    addClassName("email-form");
    Keyboard.EMAIL.of(to);
    Keyboard.EMAIL.of(copies);
    to.setValue(begun.to());
    to.setHelperText(t("email.compose.to.help"));
    copies.setValue(begun.copies());
    subject.setValue(begun.subject());
    subject.setMaxLength(EmailContent.MAX_SUBJECT);
    text.setValue(begun.text());
    text.setMinHeight("10rem");
    List.of(to, copies, subject).forEach(field -> field.setValueChangeMode(ValueChangeMode.LAZY));
    text.setValueChangeMode(ValueChangeMode.LAZY);
    hint.addClassName("email-hint");
    problem.addClassName("email-problem");
    problem.getElement().setAttribute("role", "alert");
    var send = new Button(t("email.send"), _ -> send());
    send.addThemeVariants(ButtonVariant.PRIMARY);
    SubmitKeys.pressByCtrlEnter(send, this); // a mail that left can't be called back
    var actions = new Div(new Button(t("shell.cancel"), _ -> ended.run()), send);
    actions.addClassName("email-form-actions");
    add(to, suggestions(), hint, copies, helpers(), subject, text, preview);
    add(files, problem, actions);
    to.addValueChangeListener(_ -> show());
    subject.addValueChangeListener(_ -> show());
    text.addValueChangeListener(_ -> show());
    show();
  }

  void focus() {
    (to.isEmpty() ? to : subject).focus();
  }

  void onChange(Consumer<Outgoing> typed) {
    List.of(to, copies, subject)
        .forEach(field -> field.addValueChangeListener(_ -> typed.accept(typed())));
    text.addValueChangeListener(_ -> typed.accept(typed()));
    files.onChange(() -> typed.accept(typed()));
  }

  private Outgoing typed() {
    return new Outgoing(
        to.getValue(),
        copies.getValue(),
        subject.getValue(),
        text.getValue(),
        answers,
        files.value());
  }

  /** The addresses that the record offers, each a button that adds it. */
  private Div suggestions() {
    var row = new Div();
    row.addClassName("email-suggestions");
    if (means.addressees().size() > 1) {
      for (Addressee each : means.addressees()) {
        var add = new Button(each.name() + " · " + each.address(), _ -> add(each));
        add.addThemeVariants(ButtonVariant.TERTIARY);
        add.setAriaLabel(t("email.compose.add", each.name(), each.address()));
        row.add(add);
      }
    }
    row.setVisible(row.getComponentCount() > 0);
    return row;
  }

  private void add(Addressee each) {
    if (written().noneMatch(each::is)) {
      to.setValue(to.isEmpty() ? each.address() : to.getValue().strip() + ", " + each.address());
    }
  }

  private Div helpers() {
    var template = new Select<EmailTemplate>();
    template.setLabel(t("email.compose.template"));
    template.setItems(means.templates());
    template.setItemLabelGenerator(EmailTemplate::name);
    template.setVisible(!means.templates().isEmpty());
    template.addValueChangeListener(
        change -> {
          if (change.getValue() != null) {
            use(change.getValue());
          }
        });
    var row = new Div(template, FieldPicker.into(text, means.own()));
    row.addClassName("email-helpers");
    return row;
  }

  /** Takes the place of an empty text, and stands above what was written. */
  private void use(EmailTemplate template) {
    if (subject.isEmpty()) {
      subject.setValue(template.subject());
    }
    String written = text.getValue().stripLeading();
    text.setValue(written.isEmpty() ? template.body() : template.body() + "\n\n" + written);
  }

  private FieldValues values() {
    return means.fields().values(means.about(), addressee());
  }

  private @Nullable ContactId addressee() {
    return known()
        .map(Addressee::contact)
        .filter(contact -> contact != null)
        .findFirst()
        .orElse(null);
  }

  /** To whom it goes of those whom the record offers, in the order in which they are written. */
  private Stream<Addressee> known() {
    return written().flatMap(one -> means.addressees().stream().filter(each -> each.is(one)));
  }

  /** The addresses that are written already; what is none yet is left out. */
  private Stream<EmailAddress> written() {
    return Sender.parts(to.getValue()).stream()
        .flatMap(one -> EmailAddress.parse(Sender.of(one).address()).stream());
  }

  private void show() {
    problem.setText("");
    boolean fields = Filled.isIn(subject.getValue()) || Filled.isIn(text.getValue());
    preview.setVisible(fields);
    if (fields) {
      FieldValues values = values();
      preview.show(Filled.of(subject.getValue(), values), Filled.of(text.getValue(), values));
    }
    hint.setText(
        known()
            .filter(each -> each.optedOut() || each.invalid())
            .map(
                each ->
                    each.invalid()
                        ? t("email.compose.invalid", each.address())
                        : t("email.compose.optedout", each.name()))
            .findFirst()
            .orElse(""));
    hint.setVisible(!hint.getText().isEmpty());
  }

  private void send() {
    to.setInvalid(false);
    subject.setInvalid(false);
    text.setInvalid(false);
    FieldValues values = values();
    Filled line = Filled.of(subject.getValue(), values);
    Filled body = Filled.of(text.getValue(), values);
    Set<String> open = new LinkedHashSet<>(line.open());
    open.addAll(body.open());
    if (!open.isEmpty()) {
      problem.setText(t("email.compose.open", String.join(", ", open)));
      text.focus();
      return;
    }
    if (means.unsaid().test(text.getValue())) {
      refuse(new InvalidFieldException("email.field.body", Problem.REQUIRED));
      return;
    }
    try {
      answer(
          means
              .send()
              .apply(
                  means.about(),
                  new Outgoing(
                      to.getValue(),
                      copies.getValue(),
                      line.text(),
                      body.text(),
                      answers,
                      files.value())));
    } catch (InvalidFieldException e) {
      refuse(e);
    }
  }

  private void answer(Queued queued) {
    switch (queued) {
      case Queued.Kept _ -> sent.run();
      case Queued.BadAddress(var wrong) -> {
        TextField field = to.getValue().contains(wrong) ? to : copies;
        field.setErrorMessage(t("email.compose.bad", wrong));
        field.setInvalid(true);
        field.focus();
      }
      case Queued.NoServer _ -> problem.setText(t("email.noserver"));
      case Queued.Gone _ -> Notices.error(t("email.gone"));
    }
  }

  private void refuse(InvalidFieldException e) {
    boolean missing = e.problem() == Problem.REQUIRED;
    switch (e.field()) {
      case "email.compose.to" -> {
        to.setErrorMessage(
            missing
                ? t("email.compose.to.none")
                : t("email.compose.to.many", SendingService.MOST_RECIPIENTS));
        to.setInvalid(true);
        to.focus();
      }
      case "email.compose.files" ->
          files.refuse(
              e.problem() == Problem.TOO_LONG
                  ? t(
                      "email.compose.files.many",
                      AttachmentService.MOST_FILES,
                      AttachmentService.MOST_BYTES >> 20)
                  : t("email.compose.files.gone"));
      case "email.field.subject" -> {
        subject.setErrorMessage(
            missing
                ? t("email.compose.subject.none")
                : t("email.compose.long", EmailContent.MAX_SUBJECT));
        subject.setInvalid(true);
        subject.focus();
      }
      default -> {
        text.setErrorMessage(
            missing
                ? t("email.compose.text.none")
                : t("email.compose.long", EmailContent.MAX_TEXT));
        text.setInvalid(true);
        text.focus();
      }
    }
  }
}
