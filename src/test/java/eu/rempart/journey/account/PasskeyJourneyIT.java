package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A passkey from the first touch to the last, with the authenticator that Chromium simulates. */
class PasskeyJourneyIT {

  private static final Pattern DOOR = Pattern.compile(".*/login.*");

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#all")
  void enrolSignInAndRemove(Way way) {
    Colleague pia = colleague("pia", way);
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      pia.join(person, pia.invitedBy(administrator, "account.role.member"));
      administrator.createContact("Petra", "Passkey", "");
      VirtualAuthenticator authenticator = new VirtualAuthenticator(person.page(), true);
      person.open("/profile");
      person.t("account.passkeys.none");
      add(person, "Laptop");
      assertThat(card(person, "Laptop")).isVisible();
      assertThat(authenticator.passkeys()).hasSize(1);
      person.picture("passkeys");

      signOut(person);
      person.picture("login-passkey");
      person.button("account.signin.passkey").click();
      assertThat(person.page()).not().hasURL(DOOR);
      person.open("/contacts");
      person.sees("Petra Passkey");

      person.open("/profile");
      card(person, "Laptop")
          .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
          .last()
          .click();
      person
          .question()
          .getByText(
              person.t("account.passkeys.remove"), new Locator.GetByTextOptions().setExact(true))
          .click();
      assertThat(card(person, "Laptop")).hasCount(0);
      signOut(person);
      person.button("account.signin.passkey").click();
      person.sees(person.t("account.signin.passkey.refused"));
      assertThat(person.complaints()).isEmpty();
    }
  }

  @org.junit.jupiter.api.Test
  void passkeyThatIsSharedSignsInOnAnotherDevice() {
    Way way = Way.DESKTOP_ENGLISH;
    Colleague sam = colleague("sam", way);
    try (Person administrator = Person.at(installation, way);
        Person person = Person.at(installation, way);
        Person elsewhere = Person.at(installation, way)) {
      administrator.signIn();
      sam.join(person, sam.invitedBy(administrator, "account.role.member"));
      VirtualAuthenticator laptop = new VirtualAuthenticator(person.page(), true);
      person.open("/profile");
      add(person, "Both");
      assertThat(card(person, "Both")).isVisible();

      VirtualAuthenticator phone = new VirtualAuthenticator(elsewhere.page(), true);
      phone.share(laptop);
      elsewhere.page().navigate("/login");
      elsewhere.button("account.signin.passkey").click();
      assertThat(elsewhere.page()).not().hasURL(DOOR);
      elsewhere.open("/contacts");
      assertThat(elsewhere.complaints()).isEmpty();
    }
  }

  @org.junit.jupiter.api.Test
  void authenticatorWithoutSecretsIsToldSo() {
    Way way = Way.DESKTOP_ENGLISH;
    Colleague nora = colleague("nora", way);
    try (Person administrator = Person.at(installation, way);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      nora.join(person, nora.invitedBy(administrator, "account.role.member"));
      VirtualAuthenticator old = new VirtualAuthenticator(person.page(), false);
      person.open("/profile");
      add(person, "Old key");
      person.sees(person.t("account.passkeys.without"));
      assertThat(card(person, "Old key")).hasCount(0);
      assertThat(old.passkeys()).hasSize(1);
    }
  }

  private static Colleague colleague(String name, Way way) {
    return new Colleague(
        name + " Passkey", name + "." + way + "@rempart.test", "vier-blaue-boote-treiben");
  }

  private static void add(Person person, String name) {
    person.button("account.passkeys.add").click();
    Locator field = person.dialog().getByLabel(person.t("account.passkeys.name"));
    field.click();
    person.page().keyboard().press("Control+A");
    Person.type(field, name);
    person.dialogButton("account.passkeys.create").click();
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
