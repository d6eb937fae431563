package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Looks;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An administrator has something watched that does not answer; an engineer is told of it on the
 * screen, takes care of it, and says who is on duty. All of it on screens, on a desk and on the go.
 */
class WatchJourneyIT {

  private static final String PASSWORD = "acht-gruene-lampen-singen-nie";
  private static final String WORKS = "A new door";
  private static final String PUBLIC = "Somebody is on the way to the door.";
  private static final String REASON = "The door is known to be shut.";

  private static final String READ_WHOLE =
      """
      banner => [...banner.children].every(
          each => each.scrollWidth <= each.clientWidth + 1
              && each.scrollHeight <= each.clientHeight + 1)
      """;

  private static final Colleague RITA = new Colleague("Rita", "rita@operator.test", PASSWORD);

  private static final Installation installation = Installation.shared();

  @BeforeAll
  static void aColleagueIsThere() {
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person rita = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      RITA.join(rita, RITA.invitedBy(administrator, "account.role.engineer"));
    }
  }

  /**
   * Whatever went wrong: other journeys find no alarm, and need not wait until it ends by itself.
   */
  @AfterEach
  void allIsCalm() throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          UPDATE watch_check SET enabled = false, retired_at = now()
            WHERE name LIKE 'Door %' AND retired_at IS NULL;
          UPDATE watch_incident SET ended_at = now() WHERE ended_at IS NULL;
          UPDATE watch_maintenance SET ends_at = begins_at WHERE ends_at > now();
          DELETE FROM alert_silence;
          DELETE FROM alert_duty;
          DELETE FROM watch_agent_code;
          UPDATE alert_incident SET state = 'RESOLVED', resolved_at = now(), escalate_at = NULL
            WHERE state <> 'RESOLVED' AND source IN ('watch', 'duty');
          """);
    }
  }

  @ParameterizedTest
  @MethodSource("eu.rempart.journey.Way#two")
  void anOutageIsToldTakenCareOfAndOver(Way way) throws Exception {
    String door = "Door " + way;
    var nils = new Colleague("Nils " + way, "nils." + way + "@operator.test", PASSWORD);
    try (Socket nobody = new Socket();
        Person administrator = Person.at(installation, way);
        Person engineer = Person.at(installation, way)) {
      // has a port that nobody listens on, and that nobody else gets
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      administrator.signIn();
      String link = nils.invitedBy(administrator, "account.role.engineer");
      WatchDesk desk = new WatchDesk(administrator);
      desk.watch(door, nobody.getLocalPort());
      desk.plan(WORKS, door);
      desk.admit();
      desk.seesDown(door);
      desk.note(door, PUBLIC);
      thePublicReads(administrator, door);

      nils.join(engineer, link);
      anAlarmIsTakenCareOf(engineer, door, nils);
      desk.leave(WORKS, door);
      dutyIsEnteredAndSwapped(engineer, nils);
      assertThat(administrator.complaints()).isEmpty();
      assertThat(engineer.complaints()).isEmpty();
    }
  }

  private static void thePublicReads(Person person, String door) {
    Page page = person.page();
    // the page may be seconds old
    Waits.until(
        page,
        () -> {
          page.navigate("/status");
          return page.getByText(PUBLIC).count() == 1;
        });
    assertThat(page.getByText(person.t("watch.status.all.down", 1))).isVisible();
    assertThat(page.getByRole(AriaRole.HEADING).filter(has(door)))
        .containsText(person.t("watch.stage.down"));
    assertThat(page.getByText(WORKS)).isVisible();
    Looks.fits(page);
    Looks.at(person, "status-down");
  }

  private static void anAlarmIsTakenCareOf(Person engineer, String door, Colleague nils) {
    String title = engineer.t("alert.what.watch-down.title", door);
    Page page = engineer.page();
    engineer.open("/alerts");
    Locator banner = page.locator(".alarm-banner").filter(has(title));
    assertThat(banner).isVisible();
    assertThat(banner.evaluate(READ_WHOLE)).as("is read whole").isEqualTo(true);
    assertThat(page).hasTitle(Pattern.compile("⚠.*"));
    engineer.button("alert.story.show.of", title).click();
    engineer.sees(engineer.t("alert.step.opened"));
    Looks.fits(page);
    Looks.at(engineer, "alerts");

    String note = "I go there, on " + engineer.way();
    engineer.button("alert.note.of", title).click();
    Person.type(inDialog(engineer, "alert.note.words"), note);
    Looks.at(engineer, "alerts-note");
    engineer.dialogButton("alert.note.add").click();
    engineer.sees(engineer.t("alert.step.note", nils.name(), note));

    engineer.button("alert.silence.of", title).click();
    Person.type(inDialog(engineer, "alert.silence.reason"), REASON);
    Looks.at(engineer, "alerts-silence");
    engineer.dialogButton("alert.silence.save").click();
    engineer.isTold(engineer.t("alert.silence.made"));
    engineer.sees(REASON);

    engineer.button("alert.acknowledge.of", title).click();
    engineer.isTold(engineer.t("alert.acknowledged"));
    engineer.sees(engineer.t("alert.by", nils.name()));
    assertThat(banner).isHidden();
    Looks.at(engineer, "alerts-acknowledged");
    String silence = engineer.t("alert.silence.what", engineer.t("alert.source.watch"), door);
    engineer.button("alert.silence.lift.of", silence).click();
    engineer.seesNot(REASON);
  }

  private static void dutyIsEnteredAndSwapped(Person engineer, Colleague nils) {
    engineer.open("/duty");
    engineer.button("alert.duty.pair").click();
    WatchDesk.choose(engineer, "alert.duty.first", nils.name());
    WatchDesk.choose(engineer, "alert.duty.second", RITA.name());
    Looks.at(engineer, "duty-pair");
    engineer.dialogButton("alert.duty.save").click();
    engineer.isTold(engineer.t("alert.duty.saved"));
    String pair = engineer.t("alert.duty.pair.line", nils.name(), RITA.name());
    engineer.sees(pair);

    engineer.button("alert.duty.swap").click();
    WatchDesk.choose(engineer, "alert.duty.leaves", nils.name());
    // whoever was there first
    inDialog(engineer, "alert.duty.stands").click();
    Locator administrator = engineer.page().getByRole(AriaRole.OPTION).first();
    String other = administrator.innerText().strip();
    administrator.click();
    engineer.dialogButton("alert.duty.save").click();
    String swap = engineer.t("alert.duty.swap.line", other, nils.name());
    engineer.sees(swap);
    engineer.sees(engineer.t("alert.duty.pair.line", other, RITA.name()));
    Looks.fits(engineer.page());
    Looks.at(engineer, "duty");

    for (String entered : new String[] {swap, pair}) {
      engineer.button("alert.duty.cancel.of", entered).click();
      assertThat(engineer.button("alert.duty.cancel.of", entered)).hasCount(0);
    }
  }

  private static Locator inDialog(Person person, String key) {
    return person.dialog().getByLabel(person.t(key)).first();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
