package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.email.template.SignatureService;
import eu.rempart.shell.part.Notices;

/** What the member writes below each new e-mail. */
final class SignatureSection extends Section {

  private static final long serialVersionUID = 1L;

  private final transient SignatureService signatures;
  private final TextArea text = new TextArea(t("email.signature"));

  SignatureSection(SignatureService signatures) {
    this.signatures = signatures;
    addClassName("emails-section");
    text.setMaxLength(SignatureService.MAX_LENGTH);
    text.setMinHeight("7rem");
    text.setWidthFull();
    text.setValue(signatures.mine());
    add(
        new H2(t("email.signature.title")),
        new Paragraph(t("email.signature.sentence")),
        text,
        new Button(t("email.signature.save"), _ -> save()));
  }

  private void save() {
    text.setInvalid(false);
    try {
      signatures.save(text.getValue());
      text.setValue(signatures.mine());
      Notices.success(t("email.signature.saved"));
    } catch (InvalidFieldException e) {
      text.setErrorMessage(t("email.compose.long", SignatureService.MAX_LENGTH));
      text.setInvalid(true);
      text.focus();
    }
  }
}
