package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import eu.rempart.account.Admissions;
import eu.rempart.account.Member;
import eu.rempart.account.MemberService;
import eu.rempart.account.MemberState;
import eu.rempart.account.right.LastAdministratorException;
import eu.rempart.account.right.RoleTamperedException;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.proof.ProofDialog;
import java.util.List;

/** What an administrator does with one account. */
final class MemberDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient MemberService service;
  private final transient List<RoleChoice> choices;
  private final transient Member member;
  private final transient Runnable done;

  MemberDialog(
      MemberService service,
      Admissions admissions,
      List<RoleChoice> choices,
      Member member,
      Runnable done) {
    this.service = service;
    this.choices = choices;
    this.member = member;
    this.done = done;
    setHeaderTitle(MemberText.of(member.name()));
    var body = new Div();
    body.addClassName("account-form");
    var fault = service.roleFault(member);
    fault.ifPresent(code -> body.add(tampered(code)));
    if (member.role().holdsKey()) {
      body.add(roles());
    }
    fault.ifPresent(_ -> body.add(giveAgain()));
    var invite = new Button(t("account.members.newinvitation"), Glyph.KEY.create());
    invite.addClickListener(_ -> ProofDialog.run(this::inviteAgain));
    invite.setVisible(fault.isEmpty());
    var lock = new Button(t("account.members.lock"), Glyph.LOCK.create());
    lock.addClickListener(_ -> lock());
    lock.setVisible(member.state() == MemberState.ACTIVE);
    var suspend = new Button(t("account.members.suspend"));
    suspend.addThemeVariants(ButtonVariant.ERROR);
    suspend.addClickListener(_ -> askSuspend());
    suspend.setVisible(member.state() != MemberState.SUSPENDED);
    body.add(invite, lock, suspend);
    var words = admissions.words(member.id());
    if (!words.isEmpty()) {
      var compare = new Paragraph(t("account.words.member"));
      compare.addClassName("account-soft");
      body.add(new KeyWords(words), compare);
    }
    add(body);
    getFooter().add(new Button(t("account.close"), _ -> close()));
  }

  private Select<RoleChoice> roles() {
    var role = new Select<RoleChoice>();
    role.setLabel(t("account.role"));
    role.setItems(choices);
    role.setItemLabelGenerator(RoleChoice::label);
    choices.stream().filter(choice -> choice.isOf(member)).findFirst().ifPresent(role::setValue);
    role.addValueChangeListener(
        change -> {
          if (change.getValue() != null && !change.getValue().isOf(member)) {
            ProofDialog.run(
                () -> give(change.getValue()), () -> role.setValue(change.getOldValue()));
          }
        });
    return role;
  }

  private static Paragraph tampered(String code) {
    var words = new Paragraph(t("account.members.tampered", code));
    words.getElement().setAttribute("role", "alert");
    return words;
  }

  /** The same role, meant by an administrator this time. */
  private Button giveAgain() {
    return new Button(
        t("account.members.role.again", RoleText.of(member.role())),
        _ -> ProofDialog.run(() -> give(RoleChoice.of(member.role()))));
  }

  private void give(RoleChoice role) {
    try {
      keepingAnAdministrator(
          () -> {
            service.changeRole(member.id(), role.role(), role.custom());
            Notices.success(t("account.members.role.changed"));
          });
    } catch (RoleTamperedException e) {
      Notices.error(t("account.members.tampered", e.code()));
    }
  }

  private void inviteAgain() {
    try {
      var invitation = service.inviteAgain(member.id());
      close();
      done.run();
      new InvitationLink(invitation, service.inviter(invitation)).open();
    } catch (RoleTamperedException e) {
      Notices.error(t("account.members.tampered", e.code()));
    }
  }

  private void lock() {
    service.lockNow(member.id());
    close();
    Notices.success(t("account.members.locked"));
  }

  private void askSuspend() {
    Confirmation.askDanger(
        t("account.members.suspend.title"),
        t("account.members.suspend.sentence"),
        t("account.members.suspend"),
        () -> ProofDialog.run(() -> keepingAnAdministrator(() -> service.suspend(member.id()))));
  }

  private void keepingAnAdministrator(Runnable step) {
    try {
      step.run();
      close();
      done.run();
    } catch (LastAdministratorException _) {
      Notices.error(t("account.members.last"));
    }
  }
}
