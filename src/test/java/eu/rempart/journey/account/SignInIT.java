package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Coming in, and not coming in. */
class SignInIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void theAdministratorSignsIn(Way way) {
    try (Person person = Person.at(installation, way)) {
      person.open("/contacts");
      assertThat(person.page()).hasURL(Pattern.compile(".*/login.*"));
      person.picture("login");
      person.signIn();
      person.picture("home");
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void theBrowserRemembersThatSomebodySignedIn() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      assertThat(person.page().context().cookies())
          .filteredOn(cookie -> cookie.name.equals("__Host-rempart-device"))
          .singleElement()
          .matches(cookie -> cookie.secure && cookie.httpOnly && cookie.path.equals("/"));
    }
  }

  @Test
  void pagesLiveOnWhereAProxyLetsNoWebSocketsThrough() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.page().addInitScript("delete window.WebSocket");
      person.signIn();
      // the figures of this page come by push
      Response push =
          person
              .page()
              .waitForResponse(
                  answer -> answer.url().contains("/VAADIN/push"), () -> person.open("/traffic"));
      assertThat(push.status()).isEqualTo(200);
    }
  }

  @Test
  void newsComeByWebSocketThroughTheEdge() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      List<String> news = new ArrayList<>();
      person.page().onWebSocket(socket -> socket.onFrameReceived(frame -> news.add(frame.text())));
      // the figures of this page come by push
      WebSocket socket = person.page().waitForWebSocket(() -> person.open("/traffic"));
      assertThat(socket.url()).startsWith("wss://").contains("/VAADIN/push");
      Waits.until(person.page(), () -> !news.isEmpty());
      assertThat(news.getFirst()).isNotEmpty();
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void leavingAndReloadingAPageIsNoErrorToTheServer() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      person.open("/contacts");
      person.page().reload();
      assertThat(person.main()).isVisible();
      person.open("/companies");
    }
    assertThat(installation.errors()).isEmpty();
  }

  @Test
  void signInPageKeepsTheLanguageOfTheLastMember() {
    Colleague lea =
        new Colleague("Léa Signout", "lea.signout@rempart.test", "drei-gelbe-wolken-ziehen");
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person here = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      lea.join(here, lea.invitedBy(administrator, "account.role.member"));
      Locator page = here.page().locator("html");
      assertThat(page).hasAttribute("lang", "en");
      here.page().locator(".user-menu-button").click();
      here.page()
          .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Français"))
          .click();
      assertThat(page).hasAttribute("lang", "fr");

      here.page().locator(".user-menu-button").click();
      here.page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Se déconnecter"))
          .click();
      assertThat(here.page()).hasURL(Pattern.compile(".*/login.*"));
      assertThat(page).hasAttribute("lang", "fr");
      here.sees("Mot de passe");
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressGetTheSameWords() {
    String wrong = refusal(Installation.EMAIL, "not the password at all");
    String unknown = refusal("nobody@rempart.test", Installation.PASSWORD);
    assertThat(wrong).isEqualTo(unknown).isNotBlank();
  }

  private String refusal(String email, String password) {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn(email, password);
      assertThat(person.page()).hasURL(Pattern.compile(".*/login\\?error.*"));
      person.sees(person.t("account.signin.error"));
      person.picture("refused");
      return person.main().innerText();
    }
  }
}
