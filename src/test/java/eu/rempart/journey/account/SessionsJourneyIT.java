package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One member at two browsers, who ends one from the other. */
class SessionsJourneyIT {

  private static final Way OFFICE = Way.DESKTOP_ENGLISH;

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#pocket")
  void whatIsEndedHereMeetsTheSignInThere(Way way) {
    String email = "zoe." + way + "@rempart.test";
    Colleague zoe = new Colleague("Zoé Verhaege", email, "drei-gelbe-wolken-ziehen");
    try (Person administrator = Person.at(installation, OFFICE);
        Person here = Person.at(installation, way);
        Person there = Person.at(installation, way)) {
      administrator.signIn();
      zoe.join(here, zoe.invitedBy(administrator, "account.role.member"));
      there.signIn(email, zoe.password());
      assertThat(there.page()).not().hasURL(Pattern.compile(".*/login.*"));
      there.open("/contacts");

      here.page().locator(".user-menu-button").click();
      here.page()
          .getByRole(
              AriaRole.LINK, new Page.GetByRoleOptions().setName(here.t("shell.user.sessions")))
          .click();
      Locator sessions = here.page().locator(".account-session");
      assertThat(sessions).hasCount(2);
      assertThat(sessions.filter(new Locator.FilterOptions().setHasText("Linux"))).hasCount(2);
      here.sees(here.t("account.sessions.this"));
      here.picture("sessions");
      here.page().getByText(here.t("account.sessions.end"), exactly()).click();
      assertThat(sessions).hasCount(1);

      assertThat(there.page()).hasURL(Pattern.compile(".*/login\\?ended.*"));
      there.sees(there.t("account.end.ended"));
      there.picture("session-ended-elsewhere");
      assertThat(here.complaints()).isEmpty();
    }
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }
}
