package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.Member;
import eu.rempart.account.MemberState;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.account.security.ui.Facts;
import eu.rempart.account.security.ui.KitPanel;
import eu.rempart.account.security.ui.OperationsView;
import eu.rempart.account.security.ui.SecurityView;
import eu.rempart.shell.field.Typing;
import eu.rempart.shell.field.number.WholeNumberField;
import eu.rempart.shell.part.Confirmation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What members see of accounts once they are signed in. */
class AccountViewsTest extends WithApplication {

  @Test
  void administratorsSeeTheMembers() {
    navigate(MembersView.class);

    assertThat(find(H1.class).single().getText()).isEqualTo("Members");
    Grid<?> grid = find(Grid.class).single();
    assertThat(grid.getListDataView().getItemCount()).isPositive();
  }

  @Test
  void anInvitationShowsItsLinkOnce() {
    navigate(MembersView.class);
    click("Invite a member");
    test(find(TextField.class).withLabel("Name").single()).setValue("Moritz");
    test(find(EmailField.class).single()).setValue(someone().value());
    click("Create invitation");

    assertThat(find(TextField.class).withLabel("One-time link").single().getValue())
        .contains("/invitation#");
    click("Close");
    assertThat(find(TextField.class).withLabel("One-time link").exists()).isFalse();
  }

  @Test
  void anInvitationNeedsANameAndAnAddressThatNobodyHas() {
    navigate(MembersView.class);
    click("Invite a member");
    click("Create invitation");

    assertThat(find(TextField.class).withLabel("Name").single().getErrorMessage())
        .isEqualTo("Type a name.");
    assertThat(find(EmailField.class).single().getErrorMessage())
        .isEqualTo("This is not an email address.");

    test(find(TextField.class).withLabel("Name").single()).setValue("Ada again");
    test(find(EmailField.class).single()).setValue(ADMIN);
    click("Create invitation");
    assertThat(find(EmailField.class).single().getErrorMessage())
        .isEqualTo("This address has an account already.");
  }

  @Test
  void whoWaitsIsShownAndCanBeRefused() {
    sql("DELETE FROM waiting_key"); // of tests before this one
    var invitation = members.invite("Walter Waits", someone(), Role.READER);
    members.lockEverybody();
    invitees.accept(invitation.code(), PASSWORD.toCharArray(), Locale.ENGLISH, newSource());
    sql("UPDATE waiting_key SET proof = '\\x00'"); // else they are let in at once
    admin();
    navigate(MembersView.class);

    var panel = find(WaitingPanel.class).single();
    assertThat(panel.isVisible()).isTrue();
    assertThat(panel.getElement().getTextRecursively())
        .contains("Waiting to be let in", "Walter Waits", "Reader · password chosen")
        .contains("What waits is not what was made with the invitation");
    var drawn = panel.getChildren().toList();
    panel.look();
    assertThat(panel.getChildren().toList()).as("without news").isEqualTo(drawn);
    click("Refuse");
    test(find(Button.class, find(Confirmation.class).single()).last()).click();
    assertThat(find(WaitingPanel.class).exists()).as("shown").isFalse();
  }

  @Test
  void pageOfALockedSessionAsksNobodyWhoWaits() {
    admin();
    var panel = new WaitingPanel(memberAdmissions, () -> {});
    members.lockEverybody();
    assertThatCode(panel::look).doesNotThrowAnyException();
  }

  @Test
  void aMembersRoleIsChangedInTheirDialog() {
    var member = join(Role.MEMBER);
    manage(member);
    Select<RoleChoice> role = select("Role");
    test(role).selectItem("Reader");

    assertThat(now(member).role()).isEqualTo(Role.READER);
    assertThat(sessionsOf(member)).isZero();
  }

  @Test
  void aMemberIsSuspendedAndComesBackByANewInvitation() {
    var member = join(Role.MEMBER);
    manage(member);
    click("Suspend");
    confirm();
    assertThat(now(member).state()).isEqualTo(MemberState.SUSPENDED);

    manage(member);
    assertThat(find(Button.class).withText("Suspend").exists()).isFalse();
    click("New invitation");
    assertThat(find(TextField.class).withLabel("One-time link").exists()).isTrue();
    assertThat(now(member).state()).isEqualTo(MemberState.INVITED);
  }

  @Test
  void aMembersSessionsAreLockedNow() {
    var member = join(Role.MEMBER);
    manage(member);
    click("Lock now");

    assertThat(sessionsOf(member)).isZero();
    assertThat(now(member).state()).isEqualTo(MemberState.ACTIVE);
  }

  @Test
  void everybodyIsLockedAfterAQuestion() {
    var member = join(Role.MEMBER);
    admin();
    navigate(MembersView.class);
    click("Lock everybody");
    assertThat(sessionsOf(member)).isPositive();
    confirm();

    admin();
    assertThat(sessionsOf(member)).isZero();
  }

  @Test
  void aRoleThatSomebodyElseWroteIsShownAndGivenAnew() {
    var member = join(Role.MEMBER);
    sql("UPDATE member SET role = 'MANAGER' WHERE id = ?", member.memberId());
    manage(member);

    assertThat(dialogText()).contains("Somebody other than Rempart wrote this role");
    assertThat(find(Button.class).withText("New invitation").exists()).isFalse();
    click("Confirm the role: Manager");
    assertThat(members.roleFault(now(member))).isEmpty();
  }

  @Test
  void theLastAdministratorIsNotSuspended() {
    var admin = onlyAdmin();
    manage(admin);
    click("Suspend");
    confirm();

    assertThat(now(admin).state()).isEqualTo(MemberState.ACTIVE);
  }

  @Test
  void theSecurityPageShowsFacts() {
    admin();
    var view = navigate(SecurityView.class);

    assertThat(find(H1.class).single().getText()).isEqualTo("Security");
    assertThat(view.getElement().getTextRecursively())
        .contains("Ledger")
        .contains("whole")
        .contains("Lengths of sealed texts and pictures");
  }

  @Test
  void theIdleTimeIsSetOnTheSecurityPage() {
    navigate(SecurityView.class);
    Typing.into(find(WholeNumberField.class).single(), "20");
    click("Save");

    assertThat(sessions.idleLimit()).hasMinutes(20);
    assertThat(security.facts().idle()).hasMinutes(20);
    security.setIdle(15);
  }

  @Test
  void aNewRecoveryKitIsShownAndTypedBack() {
    navigate(SecurityView.class);
    click("Make a new kit");
    confirm();

    var groups = find(KitSheet.class).single().getElement().getTextRecursively();
    var asked =
        find(TextField.class).all().stream()
            .filter(field -> field.getLabel() != null && field.getLabel().startsWith("Group"))
            .toList();
    assertThat(asked).hasSize(2);
    test(asked.getFirst()).setValue("XXXX");
    click("Confirm");
    assertThat(asked.getFirst().getErrorMessage()).isEqualTo("This is not what stands on the kit.");
    for (var field : asked) {
      int group = Integer.parseInt(field.getLabel().replaceAll("\\D", ""));
      test(field).setValue(groups.replaceAll("[^0-9A-Z]", "").substring(4 * group - 4, 4 * group));
    }
    click("Confirm");
    assertThat(find(KitSheet.class).exists()).isFalse();
    assertThat(find(KitPanel.class).single().getElement().getTextRecursively())
        .contains("Somebody has confirmed");
  }

  @Test
  void engineersSeeOperationsAndThatTheDatabaseIsThere() {
    act(join(Role.ENGINEER));
    navigate(OperationsView.class);

    assertThat(find(Facts.class).single().getElement().getTextRecursively())
        .contains("PostgreSQL 17", "Countries of addresses", "The file that came with Rempart, of ")
        .doesNotContain("ipvAll");
  }

  private void confirm() {
    var question = find(Confirmation.class).single();
    test(find(Button.class, question).last()).click();
  }

  @Test
  void theWarningBeforeTheIdleLockGoesAwayWithWhateverThePersonDoes() {
    var warning = new IdleWarning(UI.getCurrent());
    warning.soonLocked();
    runWhatWaits();
    assertThat(text(warning)).contains("Rempart locks itself soon");
    assertThat(warning.isAttached()).isTrue();

    warning.awake();
    runWhatWaits();
    assertThat(warning.isAttached()).isFalse();
  }

  /** What came from another thread than the person's. */
  private static void runWhatWaits() {
    VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
  }

  private void manage(SignedInMember member) {
    admin();
    navigate(MembersView.class);
    new MemberDialog(members, memberAdmissions, RoleChoice.all(List.of()), now(member), () -> {})
        .open();
  }

  private String dialogText() {
    return text(find(MemberDialog.class).single());
  }

  private static String text(Component component) {
    return component.getElement().getTextRecursively();
  }

  private Member now(SignedInMember member) {
    return members.all().stream()
        .filter(each -> each.id().equals(member.memberId()))
        .findFirst()
        .orElseThrow();
  }

  private long sessionsOf(SignedInMember member) {
    return members.signedIn().stream()
        .filter(session -> session.memberId().equals(member.memberId()))
        .count();
  }
}
