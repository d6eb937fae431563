package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.second.Codes;
import java.time.Instant;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for after the password, with an app of bytes and Chromium's authenticator. */
class SecondStepJourneyIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void appIsSetUpAndAskedFor(Way way) {
    Colleague tom = colleague("tom", way);
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      tom.join(person, tom.invitedBy(administrator, "account.role.member"));
      person.open("/profile");
      person.button("account.second.app.add").click();
      Secret seed = seed(person.dialog().locator(".account-app-key"));
      person.picture("second-app");
      Person.type(
          person.dialog().getByLabel(person.t("account.second.code")),
          Codes.of(seed, Instant.now(), 0));
      person.dialogButton("account.second.app.go").click();
      person.sees(person.t("account.second.app"));
      person.button("account.second.codes.make").click();
      Locator codes = person.dialog().getByRole(AriaRole.LISTITEM);
      assertThat(codes).hasCount(10);
      String spare = codes.first().innerText();
      person.picture("second-codes");
      person.dialogButton("account.second.codes.have").click();
      person.picture("second-profile");

      password(person, tom);
      assertThat(person.page().locator("input[name=code]")).isVisible();
      person.picture("second-step");
      code(person, "000000");
      person.sees(person.t("account.second.step.wrong"));
      code(person, Codes.of(seed, Instant.now(), 0));
      assertThat(person.page().locator(".user-menu-button")).isVisible();

      password(person, tom);
      code(person, spare.toLowerCase(Locale.ROOT));
      assertThat(person.page().locator(".user-menu-button")).isVisible();
      person.open("/profile");
      person.sees(person.t("account.second.codes.left", 9));
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void passkeyWithoutSecretsIsAskedForAfterThePassword() {
    Way way = Way.DESKTOP_ENGLISH;
    Colleague uma = colleague("uma", way);
    try (Person administrator = Person.at(installation, way);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      uma.join(person, uma.invitedBy(administrator, "account.role.member"));
      new VirtualAuthenticator(person.page(), false).onlyWhenAsked(person.page());
      person.open("/profile");
      VirtualAuthenticator.add(person, "Old key");
      person.dialogButton("account.passkeys.beside").click();
      person.sees(person.t("account.second.passkey"));
      person.sees(person.t("account.passkeys.factor"));

      password(person, uma);
      assertThat(person.button("account.second.step.use")).isVisible();
      person.picture("second-step-passkey");
      person.button("account.second.step.use").click();
      assertThat(person.page().locator(".user-menu-button")).isVisible();
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void roleThatNeedsOneSetsItUpAtTheDoor() {
    Way way = new Way(Way.Window.PHONE, Locale.FRENCH);
    Colleague vera = colleague("vera", way);
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person person = Person.at(installation, way)) {
      administrator.signIn();
      vera.join(person, vera.invitedBy(administrator, "account.role.manager"));
      demand(administrator);
      password(person, vera);
      Secret seed = seed(person.page().locator(".account-app-key"));
      person.picture("second-setup");
      code(person, Codes.of(seed, Instant.now(), 0));
      assertThat(person.page().locator(".user-menu-button")).isVisible();
      person.open("/profile");
      person.sees(person.t("account.second.app"));
      demand(administrator);
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** Ticks managers, or takes the tick away. */
  private static void demand(Person administrator) {
    administrator.open("/security");
    Locator panel =
        administrator
            .page()
            .locator(".account-section")
            .filter(
                new Locator.FilterOptions()
                    .setHasText(administrator.t("account.second.demand.roles")));
    panel.getByLabel(administrator.t("account.role.manager")).click();
    administrator.picture("second-demand");
    panel.getByRole(AriaRole.BUTTON).click();
    assertThat(administrator.page().getByText(administrator.t("account.profile.saved")).first())
        .isVisible();
  }

  private static Colleague colleague(String name, Way way) {
    return new Colleague(
        name + " Second", name + "." + way + "@rempart.test", "vier-blaue-boote-treiben");
  }

  private static Secret seed(Locator letters) {
    return Secret.owning(
        Base32.decode(letters.innerText().replace(" ", "").toUpperCase(Locale.ROOT)));
  }

  private static void code(Person person, String code) {
    Locator field = person.page().locator("input[name=code]");
    assertThat(field).isVisible();
    Person.type(field, code);
    person.button("account.second.step.go").click();
  }

  /** Signs out, and gives the password anew. */
  private static void password(Person person, Colleague colleague) {
    person.page().locator(".user-menu-button").click();
    person.button("shell.user.signout").click();
    assertThat(person.button("account.signin")).isVisible();
    person.signIn(colleague.email(), colleague.password());
  }
}
