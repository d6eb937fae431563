package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.joining.InvitedBy;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.secret.ShownOnce;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.answer.Invitation;
import java.util.Optional;

/** The one-time link, shown this once, for the administrator to hand over. */
final class InvitationLink extends Dialog {

  private static final long serialVersionUID = 1L;

  InvitationLink(Invitation invitation, Optional<InvitedBy> by) {
    var fragment = new InvitationFragment(invitation.code(), by).text();
    setHeaderTitle(t("account.link.title"));
    ShownOnce.guard(this);
    var link = new TextField(t("account.link.label"));
    link.setReadOnly(true);
    link.setValue("/invitation#" + fragment);
    link.getElement()
        .executeJs("return location.origin")
        .then(String.class, origin -> link.setValue(origin + "/invitation#" + fragment));
    var copy = new Button(t("account.link.copy"), Glyph.COPY.create());
    copy.addThemeVariants(ButtonVariant.PRIMARY);
    copy.addClickListener(
        _ -> {
          copy.getElement().executeJs("navigator.clipboard?.writeText($0)", link.getValue());
          copy.setText(t("account.link.copied"));
        });
    var body =
        new Div(
            new Paragraph(t("account.link.sentence", Formats.dateTime(invitation.expiresAt()))),
            link);
    addClassName("invitation-link");
    body.addClassName("account-form");
    add(body);
    getFooter().add(new Button(t("account.close"), _ -> close()), copy);
  }
}
