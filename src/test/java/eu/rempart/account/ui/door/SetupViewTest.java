package eu.rempart.account.ui.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.account.WithApplication;
import eu.rempart.account.setup.KitState;
import eu.rempart.account.setup.RecoveryKitService;
import eu.rempart.account.setup.SetupCode;
import eu.rempart.account.setup.TestSetupCode;
import eu.rempart.common.EmailAddress;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.password.WeakPasswordException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** The first page of a new installation, on a home folder that nobody has used. */
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class SetupViewTest extends WithApplication {

  @Autowired CurrentMember current;
  @Autowired RecoveryKitService kits;
  @Autowired SetupCode setupCode;

  @Override
  protected void arrive() {}

  private String title() {
    return find(H1.class).single().getText();
  }

  @Test
  void theFirstAdministratorChoosesAPasswordAndTypesTheKitBack() {
    serviceRefusesWeakPasswords();
    navigate("login", SetupView.class);
    click("Set up Rempart");
    assertThat(field("Name").getErrorMessage()).isEqualTo("Type a name.");
    assertThat(field("Set-up code").getErrorMessage()).isEqualTo("Type the set-up code.");
    assertThat(find(EmailField.class).single().isInvalid()).isTrue();
    assertThat(find(PasswordField.class).single().isInvalid()).isTrue();

    test(field("Name")).setValue("Ada Admin");
    test(find(EmailField.class).single()).setValue(ADMIN);
    test(find(PasswordField.class).single()).setValue("too short");
    assertThat(find(PasswordField.class).single().getErrorMessage())
        .isEqualTo("Use at least 15 characters.");
    test(find(PasswordField.class).single()).setValue(PASSWORD);
    test(field("Set-up code")).setValue("0000-0000-0000");
    click("Set up Rempart");
    assertThat(field("Set-up code").getErrorMessage()).startsWith("This is not the set-up code.");
    assertThat(joining.state()).isEqualTo(VaultState.NEW);

    String code = TestSetupCode.of(setupCode);
    test(field("Set-up code")).setValue(code.toLowerCase(Locale.ROOT).replace("-", " "));
    click("Set up Rempart");

    assertThat(title()).isEqualTo("Your recovery kit");
    assertThat(current.role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(kits.state()).isEqualTo(KitState.UNCONFIRMED);
    var groups =
        find(ListItem.class).all().stream()
            .map(item -> item.getElement().getTextRecursively())
            .toList();
    assertThat(groups).hasSize(14);

    click("I have written it down");
    assertThat(title()).isEqualTo("Type two groups back");
    for (var field : find(TextField.class).all()) {
      int group = Integer.parseInt(field.getLabel().replaceAll("\\D", ""));
      test(field).setValue(groups.get(group - 1));
    }
    click("Confirm");
    assertThat(kits.state()).isEqualTo(KitState.SAFE);
    assertThat(signIn(ADMIN, PASSWORD).role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(setupCode.isRight(code)).as("lost when set up").isFalse();
    assertThat(kits.knownToOperator()).as("nobody but Ada typed the password").isEmpty();
  }

  /** Which no screen judged before. */
  private void serviceRefusesWeakPasswords() {
    for (String weak : List.of("fourteen signs", "Ada-Admin-Firm-1", "Qazwsxedcrfvtgb")) {
      assertThatThrownBy(
              () ->
                  joining.setUp(
                      "Ada Admin", EmailAddress.of(ADMIN), weak.toCharArray(), Locale.ENGLISH))
          .as(weak)
          .isInstanceOf(WeakPasswordException.class);
    }
  }

  private TextField field(String label) {
    return find(TextField.class).withLabel(label).single();
  }
}
