package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import eu.rempart.account.WithApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

class AccountViewsTest extends WithApplication {

  @Autowired NavigationAccessControl access;

  /** Rules on routes have a test of their own; here the person on the thread opens the views. */
  @BeforeEach
  void withoutRouteRules() {
    access.setEnabled(false);
    admin();
  }

  @Test
  void theSignInPageHasTheFieldsThatEverybodyReliesOn() {
    SecurityContextHolder.clearContext();
    navigate("login", LoginView.class);

    assertThat(find(EmailField.class).single().getLabel()).isEqualTo("Email");
    assertThat(find(PasswordField.class).single().getLabel()).isEqualTo("Password");
    assertThat(find(NativeButton.class).withText("Sign in").exists()).isTrue();
  }

  @Test
  void setUpIsOverOnceSomebodyDidIt() {
    SecurityContextHolder.clearContext();
    navigate("setup", LoginView.class);
  }

  @Test
  void anInvitationPageAsksForCodeAndPassword() {
    SecurityContextHolder.clearContext();
    navigate(InvitationView.class);

    assertThat(find(TextField.class).single().getLabel()).isEqualTo("Invitation code");
    assertThat(find(PasswordField.class).single().getLabel()).isEqualTo("New password");
  }

  @Test
  void aShortPasswordIsRefusedInWords() {
    navigate(InvitationView.class);
    var password = find(PasswordField.class).single();
    test(password).setValue("short");

    assertThat(password.isInvalid()).isTrue();
    assertThat(password.getErrorMessage()).isEqualTo("Use at least 12 characters.");
  }

  @Test
  void aMistypedKitIsRefusedInWords() {
    navigate(RecoverView.class);
    test(find(Button.class).withText("Open with the kit").single()).click();

    assertThat(find(com.vaadin.flow.component.textfield.TextArea.class).single().isInvalid())
        .isTrue();
  }

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
    test(find(Button.class).withText("Invite a member").single()).click();
    test(find(TextField.class).withLabel("Name").single()).setValue("Moritz");
    test(find(EmailField.class).single()).setValue(someone().value());
    test(find(Button.class).withText("Make the invitation").single()).click();

    assertThat(find(TextField.class).withLabel("One-time link").single().getValue())
        .contains("/invitation#");
  }

  @Test
  void theProfileShowsOnesOwnName() {
    navigate(ProfileView.class);

    assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Ada Admin");
  }

  @Test
  void theSecurityPageShowsFactsAndEvents() {
    navigate(SecurityView.class);

    assertThat(find(H1.class).single().getText()).isEqualTo("Security");
    assertThat(find(Facts.class).exists()).isTrue();
    assertThat(find(KitPanel.class).exists()).isTrue();
  }

  @Test
  void theOperationsPageNamesTheDatabase() {
    navigate(OperationsView.class);

    assertThat(find(Facts.class).single().getElement().getTextRecursively())
        .contains("PostgreSQL 18");
  }
}
