package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import eu.rempart.journey.Axe;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Lights;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboard on the wall of a control room, and the events behind its numbers. */
class WallJourneyIT {

  private static final String SILENT_UNTIL_PRESSED =
      """
      let pressed = false;
      for (const gesture of ['pointerdown', 'keydown'])
        window.addEventListener(gesture, () => { pressed = true; }, true);
      const resume = AudioContext.prototype.resume;
      const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state').get;
      AudioContext.prototype.resume = function () {
        return pressed ? resume.call(this) : new Promise(() => {});
      };
      Object.defineProperty(BaseAudioContext.prototype, 'state', {
        get() { return pressed ? state.call(this) : 'suspended'; }
      });
      """;

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void theWallMovesOnByItselfHoldsAtAKeyAndSaysWhenTheServerIsSilent(Way way) {
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/security/wall");
      person.sees(person.t("edge.wall.leave"));
      Page page = person.page();
      Locator rota = page.locator("rempart-rota");
      assertThat(rota.locator(".wall-part:visible")).hasCount(1);
      assertThat(rota.getByText(Pattern.compile("^1 / 10$"))).isVisible();
      look(person, "wall");

      // sooner than on a wall
      rota.evaluate("rota => { rota.seconds = 2; rota.moveAt = 0; rota.heldUntil = 0; }");
      assertThat(rota.getByText(Pattern.compile("^([3-9]|10) / 10$"))).isVisible();
      page.keyboard().press("ArrowRight");
      assertThat(rota.getByText(person.t("edge.wall.held"))).isVisible();

      // the server tells every five seconds that it is there: sooner than that is silence
      rota.evaluate("rota => { rota.silence = 1; }");
      assertThat(page.getByText(person.t("edge.wall.lost"))).isVisible();
      rota.evaluate("rota => { rota.silence = 20; }");
      assertThat(page.getByText(person.t("edge.wall.lost"))).hasCount(0);
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void everyDetectorFitsAScreenOf1920By1080() {
    for (Way way : List.of(Way.DESKTOP_ENGLISH, new Way(Way.Window.DESKTOP, Locale.FRENCH))) {
      try (Person person = Person.at(installation, way)) {
        person.signIn();
        person.page().setViewportSize(1920, 1080);
        person.open("/security/wall");
        Locator shown = person.page().locator("rempart-rota .wall-part:visible");
        String last = person.t("edge.detection.mass-archive");
        assertThat(shown).hasCount(1);
        for (int part = 1; !shown.textContent().contains(last); part++) {
          assertThat(part).as("parts without detections").isLessThan(10);
          person.page().keyboard().press("ArrowRight");
          assertThat(person.page().getByText(Pattern.compile("^" + (part + 1) + " / 10$")))
              .isVisible();
        }
        person.picture("wall-detections");
        assertThat((Integer) shown.evaluate("part => part.scrollHeight - part.clientHeight"))
            .as("%s: pixels that are cut off", way)
            .isZero();
      }
    }
  }

  @Test
  void soundThatWasArmedComesBackAfterAReload() {
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      // as a browser does that lets nothing sound before a press on the page itself
      person.page().addInitScript(SILENT_UNTIL_PRESSED);
      person.signIn();
      person.open("/security/wall");
      Locator sound = person.page().locator(".alarm-sound");
      assertThat(sound).hasText(person.t("alert.sound.off"));
      sound.click();
      assertThat(sound).hasText(person.t("alert.sound.on"));

      person.page().reload();
      assertThat(sound).hasText(person.t("alert.sound.lost"));
      person.picture("wall-sound-lost");
      person.page().keyboard().press("a");
      assertThat(sound).hasText(person.t("alert.sound.on"));

      sound.click();
      assertThat(sound).hasText(person.t("alert.sound.off"));
      person.page().reload();
      assertThat(sound).hasText(person.t("alert.sound.off"));
      assertThat(person.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void anEngineerHangsItUpAndReadsNoName(Way way) {
    var engineer =
        new Colleague("Wanda " + way, "wanda." + way + "@operator.test", "vier-rote-lampen-hell");
    String link;
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      link = engineer.invitedBy(administrator, "account.role.engineer");
    }
    try (Person person = Person.at(installation, way)) {
      engineer.join(person, link);
      person.open("/security/wall");
      assertThat(person.page().locator("rempart-rota .wall-part:visible")).hasCount(1);
      assertThat(person.page().locator(".wall-head .traffic-note")).hasCount(0);
      person.open("/traffic");
      person.sees(person.t("edge.holders.title"));
      assertThat(person.page().getByText(person.t("edge.ban.impose"))).hasCount(0);
      look(person, "engineer-dashboard");
      assertThat(person.complaints()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#desk")
  void aNumberLeadsToItsEvents(Way way) {
    try (Person person = Person.at(installation, way)) {
      person.signIn();
      person.open("/traffic");
      person
          .page()
          .getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions()
                  .setName(person.t("edge.events.of", person.t("edge.tile.sign-ins")))
                  .setExact(true))
          .click();
      assertThat(person.page().getByRole(AriaRole.HEADING).first())
          .hasText(person.t("account.events.title"));
      person.sees(person.t("account.event.account.signin.done"));
      look(person, "events");
      assertThat(person.complaints()).isEmpty();
    }
  }

  /** Both colour schemes, as people and as axe see them. */
  private static void look(Person person, String name) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
      Lights.show(person.page(), scheme);
      person.picture(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
      assertThat(Axe.violations(person.page())).as(name + " " + scheme).isEmpty();
    }
  }
}
