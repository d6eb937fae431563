package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.MemberService;
import eu.rempart.account.Role;
import eu.rempart.account.joining.DuplicateMemberException;
import eu.rempart.common.EmailAddress;
import eu.rempart.shell.proof.ProofDialog;

/** Name, address and role of a new member; then the link that lets them in. */
final class InviteDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient MemberService service;
  private final transient Runnable done;
  private final TextField name = new TextField(t("account.name"));
  private final EmailField email = new EmailField(t("account.email"));
  private final Select<Role> role = new Select<>();

  InviteDialog(MemberService service, Runnable done) {
    this.service = service;
    this.done = done;
    setHeaderTitle(t("account.members.invite"));
    name.setMaxLength(120);
    name.setManualValidation(true);
    email.setManualValidation(true);
    role.setLabel(t("account.role"));
    role.setItems(Role.MEMBER, Role.MANAGER, Role.READER, Role.ADMINISTRATOR, Role.ENGINEER);
    role.setItemLabelGenerator(RoleText::of);
    role.setValue(Role.MEMBER);
    role.addValueChangeListener(_ -> explain());
    explain();
    var form = new Div(name, email, role);
    form.addClassName("account-form");
    add(form);
    var invite = new Button(t("account.members.invite.make"), _ -> invite());
    invite.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(t("account.cancel"), _ -> close()), invite);
  }

  private void explain() {
    role.setHelperText(
        switch (role.getValue()) {
          case ADMINISTRATOR -> t("account.role.administrator.hint");
          case MANAGER -> t("account.role.manager.hint");
          case MEMBER -> t("account.role.member.hint");
          case READER -> t("account.role.reader.hint");
          case ENGINEER -> t("account.role.engineer.hint");
        });
  }

  private void invite() {
    var address = EmailAddress.parse(email.getValue());
    name.setErrorMessage(t("account.name.missing"));
    name.setInvalid(name.getValue().isBlank());
    email.setErrorMessage(t("account.email.invalid"));
    email.setInvalid(address.isEmpty());
    if (address.isEmpty() || name.isInvalid()) {
      return;
    }
    ProofDialog.run(() -> invite(address.get()));
  }

  private void invite(EmailAddress address) {
    try {
      var invitation = service.invite(name.getValue(), address, role.getValue());
      close();
      done.run();
      new InvitationLink(invitation, service.inviter(invitation)).open();
    } catch (DuplicateMemberException _) {
      email.setErrorMessage(t("account.members.duplicate"));
      email.setInvalid(true);
    }
  }
}
