package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.email.mailbox.MailboxService;
import eu.rempart.email.template.SignatureService;
import eu.rempart.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** What e-mails begin and end with, and the mailboxes that file themselves. */
@StyleSheet("styles/emails.css")
@Route(value = EmailNavigation.SETTINGS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class EmailSettingsView extends Div implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  EmailSettingsView(
      TemplateDesk templates,
      SignatureService signatures,
      MailboxService mailboxes,
      CurrentMember member) {
    addClassName("emails-view");
    boolean writes = member.may(Right.WRITE_RECORDS);
    add(new H1(t("email.settings.title")), new TemplatesSection(templates));
    if (writes) {
      add(new SignatureSection(signatures));
    }
    add(new MailboxesSection(mailboxes, writes));
  }

  @Override
  public String getPageTitle() {
    return t("email.settings.title");
  }
}
