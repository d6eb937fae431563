package eu.rempart.account.ui.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.account.WithApplication;
import eu.rempart.account.joining.InvitedBy;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.signin.TypedAddress;
import eu.rempart.account.ui.InvitationFragment;
import eu.rempart.account.ui.KeyWords;
import eu.rempart.shell.DoorNotice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/** The pages before sign-in, once there is a vault. */
class DoorwayViewsTest extends WithApplication {

  @Autowired CurrentMember current;
  @Autowired RecoveryKitService kits;

  private static void signOut() {
    SecurityContextHolder.clearContext();
  }

  private static void openSignIn(String parameter, String value) {
    UI.getCurrent().navigate("login", QueryParameters.of(parameter, value));
  }

  private String notice() {
    return find(Paragraph.class).withClassName("doorway-notice").single().getText();
  }

  @Test
  void theSignInPageHasTheFieldsThatEverybodyReliesOn() {
    signOut();
    navigate("login", LoginView.class);

    assertThat(find(EmailField.class).single().getLabel()).isEqualTo("Email");
    assertThat(find(PasswordField.class).single().getLabel()).isEqualTo("Password");
    assertThat(find(NativeButton.class).withText("Sign in").exists()).isTrue();
  }

  @Test
  void signInPageSaysWhyASecondStepDidNotLetAnybodyIn() {
    signOut();
    openSignIn("second", "missing");
    assertThat(notice()).contains("has no second step", "ask an administrator");
    openSignIn("second", "late");
    assertThat(notice()).contains("Begin with your password again");
  }

  @Test
  void secondStepWithoutAPasswordLeadsBackToTheSignInPage() {
    signOut();
    navigate("login/second", LoginView.class);
    assertThat(find(EmailField.class).single().getLabel()).isEqualTo("Email");
  }

  @Test
  void signInPageSaysWhatRoomsHaveToSay() {
    signOut();
    DoorNotice room = () -> Optional.of("The demo firm is moving in: 42 %");
    var page =
        new LoginView(
            joining,
            current,
            new StaticListableBeanFactory(Map.of("room", room)).getBeanProvider(DoorNotice.class));
    UI ui = UI.getCurrent();
    ui.add(page);
    page.beforeEnter(
        new BeforeEnterEvent(
            ui.getInternals().getRouter(),
            NavigationTrigger.PAGE_LOAD,
            new Location("login"),
            LoginView.class,
            ui,
            List.of()));

    var said = find(Paragraph.class).withText("The demo firm is moving in: 42 %").single();
    assertThat(said.getElement().getAttribute("role")).isEqualTo("status");
    assertThat(find(EmailField.class).exists()).isTrue();
  }

  @Test
  void theAddressNeedNotBeTypedAgainAfterAWrongPassword() {
    signOut();
    VaadinSession.getCurrent()
        .getSession()
        .setAttribute(TypedAddress.class.getName(), "ada@firm.example");
    openSignIn("error", "");
    assertThat(find(EmailField.class).single().getValue()).isEqualTo("ada@firm.example");
    openSignIn("error", "");
    assertThat(find(EmailField.class).single().getValue()).isEmpty();
  }

  @Test
  void theSignInPageSaysWhyOneIsBack() {
    signOut();
    openSignIn("error", "");
    assertThat(notice()).isEqualTo("Email or password is wrong. Check both and try again.");
    openSignIn("wait", "8");
    assertThat(notice()).isEqualTo("Too many tries. Wait 8 seconds, then try again.");
    assertThat(slowed("account"))
        .isEqualTo(
            "Sign-in is slowed down, since wrong passwords were tried for this account."
                + " Wait 8 seconds, then try again; nobody is locked out.");
    assertThat(slowed("source")).contains("from your network", "Wait 8 seconds");
    assertThat(slowed("busy")).startsWith("Many people are signing in").contains("8 seconds");
    assertThat(slowed("<script>")).startsWith("Too many tries.");
    openSignIn("code", "K-ABCDEFG");
    assertThat(notice()).contains("K-ABCDEFG");
    openSignIn("idle", "");
    assertThat(notice()).startsWith("Rempart locked itself");
    openSignIn("code", "<script>");
    assertThat(find(Paragraph.class).withClassName("doorway-notice").exists()).isFalse();
  }

  private String slowed(String why) {
    UI.getCurrent().navigate("login", QueryParameters.fromString("wait=8&why=" + why));
    var notice = find(Paragraph.class).withClassName("doorway-notice").single();
    // spoken at once, and again when the wait is over
    assertThat(notice.getElement().getAttribute("role")).isEqualTo("alert");
    return notice.getText();
  }

  @Test
  void theSignInPageSaysWhenTheWaitIsOver() {
    signOut();
    roundTrip();
    UI.getCurrent().navigate("login", QueryParameters.fromString("wait=8&why=account"));
    UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();

    assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
        .map(pending -> pending.getInvocation().getParameters())
        .anyMatch(
            given ->
                given.contains(8000) && given.contains("The wait is over: you can try again now."));
  }

  @Test
  void setUpIsOverOnceSomebodyDidIt() {
    signOut();
    navigate("setup", LoginView.class);
  }

  @Test
  void anInvitationIsAcceptedWithAGoodPasswordAlone() {
    var invitation = members.invite("Moritz", someone(), Role.READER);
    var by = members.inviter(invitation);
    members.lockEverybody();
    signOut();
    var view = navigate(InvitationView.class);
    assertThat(find(TextField.class).single().getLabel()).isEqualTo("Invitation code");
    view.read(
        new InvitationFragment(
                invitation.code(), Optional.of(new InvitedBy("Moriarty", by.orElseThrow().mark())))
            .text());
    assertThat(find(Paragraph.class).withClassName("doorway-invited").single().getText())
        .isEqualTo("You are invited to join as: Reader.");
    assertThat(notice()).startsWith("The name of the person who invites you was changed");
    view.read(new InvitationFragment(invitation.code(), by).text());
    assertThat(find(Paragraph.class).withClassName("doorway-invited").single().getText())
        .isEqualTo(by.orElseThrow().name() + " invites you to join as: Reader.");
    assertThat(find(Paragraph.class).withClassName("doorway-notice").exists()).isFalse();
    var password = find(PasswordField.class).single();
    test(password).setValue("short");
    assertThat(password.getErrorMessage()).isEqualTo("Use at least 15 characters.");

    test(password).setValue(PASSWORD);
    click("Join");
    assertThat(current.find()).isEmpty();
    assertThat(find(H1.class).single().getText()).isEqualTo("Almost there");
    assertThat(find(KeyWords.class).single().getElement().getTextRecursively())
        .matches("Six words([a-z]+ ){5}[a-z]+");

    // the page is loaded anew, and waits on
    navigate(InvitationView.class);
    assertThat(find(H1.class).single().getText()).isEqualTo("Almost there");

    admin();
    letIn();
    signOut();
    navigate(InvitationView.class);
    assertThat(current.role()).isEqualTo(Role.READER);
    assertThat(profile.me().orElseThrow().name().orNull()).isEqualTo("Moritz");
  }

  @Test
  void whoWasRefusedReadsSo() {
    var address = someone();
    var invitation = members.invite("Moritz", address, Role.READER);
    members.lockEverybody();
    signOut();
    var view = navigate(InvitationView.class);
    var lost = new AtomicBoolean();
    var _ = find(PasswordField.class).single().addDetachListener(_ -> lost.set(true));
    view.read(invitation.code());
    assertThat(lost).as("what was typed before the code was read").isFalse();
    assertThat(find(Paragraph.class).withClassName("doorway-invited").single().getText())
        .isEqualTo("You are invited to join as: Reader.");
    test(find(PasswordField.class).single()).setValue(PASSWORD);
    click("Join");

    admin();
    members.suspend(
        members.all().stream()
            .filter(member -> address.value().equals(member.email().orNull()))
            .findFirst()
            .orElseThrow()
            .id());
    signOut();
    find(WaitingStep.class).single().look();
    assertThat(notice()).startsWith("You were not let in");
    assertThat(find(PasswordField.class).exists()).as("what they have joins nobody").isFalse();
  }

  @Test
  void anInvitationThatNobodyMadeIsRefusedInWords() {
    signOut();
    var view = navigate(InvitationView.class);
    view.read("0000-1111-2222-3333-4444-5555");
    assertThat(notice()).startsWith("This invitation can’t be used");

    test(find(PasswordField.class).single()).setValue(PASSWORD);
    click("Join");
    assertThat(notice()).startsWith("This code is not known");
    assertThat(current.find()).isEmpty();
  }

  @Test
  void theKitMakesItsHolderAnAdministrator() {
    var kit = kits.renew().reveal();
    var address = someone().value();
    signOut();
    navigate(RecoverView.class);
    test(find(TextArea.class).single()).setValue(kit);
    test(find(TextField.class).withLabel("Name").single()).setValue("Rita Rescue");
    test(find(EmailField.class).single()).setValue(address);
    test(find(PasswordField.class).single()).setValue(PASSWORD);
    click("Open with the kit");

    assertThat(current.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(members.all()).anyMatch(member -> "Rita Rescue".equals(member.name().orNull()));
    assertThat(signIn(address, PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);
  }

  @Test
  void aMistypedKitAndAnotherInstallationsKitAreRefusedInWords() {
    var former = kits.renew().reveal();
    kits.renew();
    signOut();
    navigate(RecoverView.class);
    click("Open with the kit");
    assertThat(find(TextArea.class).single().getErrorMessage())
        .isEqualTo("A character is wrong or missing. Compare with your paper.");

    test(find(TextArea.class).single()).setValue(former);
    test(find(TextField.class).withLabel("Name").single()).setValue("Rita Rescue");
    test(find(EmailField.class).single()).setValue(someone().value());
    test(find(PasswordField.class).single()).setValue(PASSWORD);
    click("Open with the kit");
    assertThat(notice()).startsWith("This kit does not open this installation");
    assertThat(current.find()).isEmpty();
  }
}
