package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A passkey from the first touch to the last, with the authenticator that Chromium simulates. */
class PasskeyJourneyIT {

  private static final Pattern DOOR = Pattern.compile(".*/login.*");

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void enrolSignInAndRemove(Way way) {
    Colleague pia = colleague("pia", way);
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      pia.join(person, pia.invitedBy(administrator, "account.role.member"));
      String petra = administrator.createContact("Petra", "Passkey", "");
      String contact = administrator.page().url();
      VirtualAuthenticator authenticator = new VirtualAuthenticator(person.page(), true);
      authenticator.onlyWhenAsked(person.page());
      person.open("/profile");
      person.sees(person.t("account.passkeys.none"));
      VirtualAuthenticator.add(person, "Laptop");
      assertThat(card(person, "Laptop")).isVisible();
      assertThat(authenticator.passkeys()).hasSize(1);
      person.picture("passkeys");

      signOut(person);
      assertThat(person.button("account.signin.passkey")).isVisible();
      person.picture("login-passkey");
      person.button("account.signin.passkey").click();
      assertThat(person.page()).not().hasURL(DOOR);
      person.page().navigate(contact);
      assertThat(person.heading()).hasText(petra);

      person.open("/profile");
      remove(person, "Laptop");
      signOut(person);
      person.button("account.signin.passkey").click();
      person.sees(person.t("account.signin.passkey.refused"));
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void eachDeviceHasItsOwnAndTheBrowserSuggestsIt() {
    Way way = Way.DESKTOP_ENGLISH;
    Colleague sam = colleague("sam", way);
    try (Person administrator = Person.at(installation, way);
        Person laptop = Person.at(installation, way);
        Person phone = Person.at(installation, way)) {
      administrator.signIn();
      sam.join(laptop, sam.invitedBy(administrator, "account.role.member"));
      new VirtualAuthenticator(laptop.page(), true);
      laptop.open("/profile");
      VirtualAuthenticator.add(laptop, "Laptop");
      assertThat(card(laptop, "Laptop")).isVisible();

      phone.signIn(sam.email(), sam.password());
      assertThat(phone.page()).not().hasURL(DOOR);
      new VirtualAuthenticator(phone.page(), true);
      phone.open("/profile");
      VirtualAuthenticator.add(phone, "Phone");
      assertThat(card(phone, "Phone")).isVisible();
      remove(phone, "Laptop");

      phone.page().locator(".user-menu-button").click();
      // nobody presses a button: this authenticator takes what the browser suggests
      phone
          .page()
          .waitForRequest(
              request ->
                  request.method().equals("POST") && request.url().endsWith("/login/passkey"),
              () -> phone.button("shell.user.signout").click());
      assertThat(phone.page().locator(".user-menu-button")).isVisible();
      phone.open("/profile");
      assertThat(card(phone, "Phone")).isVisible();
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  void authenticatorWithoutSecretsIsToldSo() {
    Way way = Way.DESKTOP_ENGLISH;
    Colleague nora = colleague("nora", way);
    try (Person administrator = Person.at(installation, way);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      nora.join(person, nora.invitedBy(administrator, "account.role.member"));
      VirtualAuthenticator old = new VirtualAuthenticator(person.page(), false);
      person.open("/profile");
      VirtualAuthenticator.add(person, "Old key");
      assertThat(person.dialog()).containsText(person.t("account.passkeys.without"));
      person.dialogButton("shell.cancel").click();
      assertThat(card(person, "Old key")).hasCount(0);
      assertThat(old.passkeys()).hasSize(1);
    }
  }

  private static Colleague colleague(String name, Way way) {
    return new Colleague(
        name + " Passkey", name + "." + way + "@rempart.test", "vier-blaue-boote-treiben");
  }

  private static void remove(Person person, String name) {
    card(person, name)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(person.t("account.passkeys.remove.which", name)))
        .click();
    person
        .question()
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(person.t("account.passkeys.remove")))
        .click();
    assertThat(card(person, name)).isHidden();
  }

  private static Locator card(Person person, String name) {
    return person
        .page()
        .locator(".account-session")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  private static void signOut(Person person) {
    person.page().locator(".user-menu-button").click();
    person.button("shell.user.signout").click();
    assertThat(person.page()).hasURL(DOOR);
  }
}
