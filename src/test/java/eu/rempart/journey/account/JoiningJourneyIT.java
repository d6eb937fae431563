package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody joins while no administrator is signed in, and is let in by one who comes back. */
class JoiningJourneyIT {

  private static Installation installation;

  @BeforeAll
  static void start() {
    // of its own: nobody else is signed in who could let anybody in
    installation = Installation.of(Original.FOUNDED, "joining", Installation.Settings.NONE);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void whoeverIsInvitedWaitsAndIsLetInByItself(Way way) {
    Colleague zoe =
        new Colleague("Zoé Verhaege", "zoe." + way + "@rempart.test", "drei-gelbe-wolken-ziehen");
    try (Person administrator = Person.at(installation, way);
        Person here = Person.at(installation, way);
        Person there = Person.at(installation, way)) {
      administrator.signIn();
      administrator.open("/profile");
      String inviter = administrator.field("account.name").inputValue();
      String link = zoe.invitedBy(administrator, "account.role.manager");
      signOut(administrator);

      here.page().navigate("/invitation");
      assertThat(here.field("account.invitation.code")).isVisible();
      here.page().navigate(link); // the fragment alone is another
      here.sees(here.t("account.invitation.by", inviter, here.t("account.role.manager")));
      here.picture("invitation");
      zoe.choose(here, link);
      assertThat(here.heading()).hasText(here.t("account.wait.title"));
      String words = here.page().locator(".key-words-said").innerText();
      assertThat(words).matches("([a-z]+ ){5}[a-z]+");
      here.picture("waiting");
      Axe.findsNothing(here);
      here.page().reload();
      assertThat(here.heading()).hasText(here.t("account.wait.title"));

      there.signIn(zoe.email(), zoe.password());
      assertThat(there.heading()).hasText(there.t("account.wait.title"));
      there.sees(there.t("account.wait.status"));
      assertThat(there.page().locator(".key-words-said")).hasText(words);

      // signing in is done before the page's scripts run: they would ask under its former name
      there
          .page()
          .route(
              "**/*",
              route -> {
                if (route.request().isNavigationRequest()) {
                  route.resume();
                } else {
                  route.abort();
                }
              });
      administrator.signIn();
      zoe.isLetIn(here);
      zoe.isLetIn(there);
      assertThat(here.main()).isVisible();
      here.open("/profile");
      assertThat(here.page().locator(".key-words-said")).hasText(words);
      administrator.open("/members");
      administrator
          .page()
          .getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions()
                  .setName(administrator.t("account.members.manage.who", zoe.name())))
          .last()
          .click();
      assertThat(administrator.dialog().locator(".key-words-said")).hasText(words);
      administrator.picture("member-with-words");
      administrator.dialogButton("account.members.suspend").click();
      administrator.answer("account.members.suspend");
      assertThat(here.page()).hasURL(Pattern.compile(".*/login\\?.*"));
      signOut(administrator);
      assertThat(here.complaints()).isEmpty();
    }
  }

  private static void signOut(Person person) {
    person.page().locator(".user-menu-button").click();
    Locator out = person.button("shell.user.signout");
    out.click();
    assertThat(person.page()).hasURL(Pattern.compile(".*/login.*"));
  }
}
