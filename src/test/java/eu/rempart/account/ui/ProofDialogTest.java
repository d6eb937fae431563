package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import eu.rempart.account.Member;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.account.security.ui.SecurityView;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.proof.ProofDialog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody sits down at a browser that an administrator left open. */
class ProofDialogTest extends WithApplication {

  @Test
  void newKitComesAfterPasswordOnly() {
    askForKit();

    assertThat(find(KitSheet.class).exists()).isFalse();
    type("not the password");
    assertThat(password().getErrorMessage()).startsWith("This is not your password.");
    assertThat(password().getValue()).isEmpty();
    assertThat(find(KitSheet.class).exists()).isFalse();

    type(PASSWORD);
    assertThat(find(ProofDialog.class).exists()).isFalse();
    assertThat(find(KitSheet.class).exists()).isTrue();
  }

  @Test
  void nothingIsDoneWhenPersonCancels() {
    SignedInMember member = join(Role.MEMBER);
    forgetProof();
    navigate(MembersView.class);
    new MemberDialog(members, memberAdmissions, RoleChoice.all(List.of()), now(member), () -> {})
        .open();
    Select<RoleChoice> role = select("Role");
    test(role).selectItem("Administrator");
    assertThat(now(member).role()).isEqualTo(Role.MEMBER);

    test(find(Button.class, find(ProofDialog.class).single()).withText("Cancel").single()).click();

    assertThat(find(ProofDialog.class).exists()).isFalse();
    assertThat(now(member).role()).isEqualTo(Role.MEMBER);
    assertThat(role.getValue().role()).isEqualTo(Role.MEMBER);
  }

  @Test
  void ordinaryRolesNeedNoProof() {
    SignedInMember member = join(Role.MEMBER);
    forgetProof();
    navigate(MembersView.class);
    new MemberDialog(members, memberAdmissions, RoleChoice.all(List.of()), now(member), () -> {})
        .open();
    Select<RoleChoice> role = select("Role");
    test(role).selectItem("Reader");

    assertThat(find(ProofDialog.class).exists()).isFalse();
    assertThat(now(member).role()).isEqualTo(Role.READER);
  }

  @Test
  void guessesAreSlowedDown() {
    signIn(ADMIN, PASSWORD);
    SignedInMember guesser = join(Role.ADMINISTRATOR);
    act(guesser);
    for (int i = 0; i < 6; i++) {
      profileRefuses();
    }
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> profile.prove(PASSWORD.toCharArray())))
        .isInstanceOf(eu.rempart.account.signin.TooManyTriesException.class);
  }

  private void profileRefuses() {
    try {
      assertThat(profile.prove("a wrong guess of it".toCharArray())).isFalse();
    } catch (eu.rempart.account.signin.TooManyTriesException e) {
      assertThat(e.seconds()).isPositive();
    }
  }

  private void askForKit() {
    navigate(SecurityView.class);
    forgetProof();
    click("Make a new kit");
    test(find(Button.class, find(Confirmation.class).single()).last()).click();
  }

  private PasswordField password() {
    return find(PasswordField.class, find(ProofDialog.class).single()).single();
  }

  private void type(String text) {
    test(password()).setValue(text);
    test(find(Button.class, find(ProofDialog.class).single()).withText("Continue").single())
        .click();
  }

  private Member now(SignedInMember member) {
    return members.all().stream()
        .filter(each -> each.id().equals(member.memberId()))
        .findFirst()
        .orElseThrow();
  }
}
