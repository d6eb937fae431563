package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import eu.rempart.account.Role;
import eu.rempart.account.WithApplication;
import eu.rempart.shell.Scheme;
import org.junit.jupiter.api.Test;

class ProfileViewTest extends WithApplication {

  @Test
  void theProfileChangesNameLanguageAndColours() {
    act(join(Role.MEMBER));
    navigate(ProfileView.class);
    var name = find(TextField.class).withLabel("Name").single();
    assertThat(name.getValue()).isEqualTo("Max Muster");

    test(name).setValue("Maxime Muster");
    click("Save");
    Select<Scheme> colours = select("Colours");
    test(colours).selectItem("Dark");
    Select<java.util.Locale> language = select("Language");
    test(language).selectItem("English");

    var me = profile.me().orElseThrow();
    assertThat(me.name().orNull()).isEqualTo("Maxime Muster");
    assertThat(me.theme()).isEqualTo("dark");
    assertThat(me.language()).isEqualTo("en");
  }

  @Test
  void theProfileChangesThePasswordAndEndsOtherSessions() {
    admin();
    var address = someone().value();
    act(joinAs(address, Role.MEMBER));
    var elsewhere = signIn(address, PASSWORD);
    profile.chooseLanguage(java.util.Locale.ENGLISH);
    navigate(ProfileView.class);
    var old = find(PasswordField.class).withLabel("Present password").single();
    var fresh = find(PasswordField.class).withLabel("New password").single();

    test(old).setValue("not my password");
    test(fresh).setValue("another long word");
    click("Change the password");
    assertThat(old.getErrorMessage()).isEqualTo("This is not your present password.");

    test(old).setValue(PASSWORD);
    click("Change the password");
    assertThat(old.isInvalid()).isFalse();
    assertThat(fresh.getValue()).isEmpty();
    assertThat(isAlive(elsewhere)).isFalse();
    assertThat(signIn(address, "another long word").memberId()).isEqualTo(elsewhere.memberId());
  }

  @Test
  void whoGuessesThePasswordOnAStolenPageIsSlowedDownAsAtTheDoor() {
    admin();
    var address = someone().value();
    act(joinAs(address, Role.MEMBER));
    profile.chooseLanguage(java.util.Locale.ENGLISH);
    navigate(ProfileView.class);
    var old = find(PasswordField.class).withLabel("Present password").single();
    test(find(PasswordField.class).withLabel("New password").single())
        .setValue("another long word");
    boolean slowed = false;
    for (int i = 0; i < 20 && !slowed; i++) {
      test(old).setValue("guess number " + i);
      click("Change the password");
      assertThat(old.isInvalid()).isTrue();
      slowed = old.getErrorMessage().startsWith("Too many tries.");
    }
    assertThat(slowed).isTrue();
    assertThat(signIn(address, PASSWORD).role())
        .as("its owner signs in all the same")
        .isEqualTo(Role.MEMBER);
  }

  @Test
  void theProfileLeadsToOnesSessions() {
    act(join(Role.MEMBER));
    navigate(ProfileView.class);
    test(find(RouterLink.class).withText("See and end your sessions").single()).click();
    assertThat(getCurrentView()).isInstanceOf(SessionsView.class);
  }
}
