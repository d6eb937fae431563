package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** What people say on screens before anybody can be told of anything. */
final class AlertDesk {

  /** Counts what an audio graph plays, for want of ears. */
  private static final String EARS =
      """
      window.__notes = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...at) {
        window.__notes++;
        return start.apply(this, at);
      };
      """;

  /** What makes the button do something. */
  private static final Pattern SCRIPT = Pattern.compile(".*/rempart-alarm[^/]*\\.js.*");

  private AlertDesk() {}

  /** Says whom each channel speaks to. */
  static void setUp(Person administrator, AlertPeers peers) {
    administrator.open("/alert-servers");
    administrator.picture("alert-servers");
    open(administrator, ChannelKind.SMS);
    place(administrator, peers.smsc.port());
    fill(administrator, "user", "rempart");
    administrator.picture("alert-server");
    save(administrator);
    open(administrator, ChannelKind.PAGER);
    place(administrator, peers.pager.port());
    save(administrator);
    for (ChannelKind kind :
        new ChannelKind[] {ChannelKind.SMS_HTTP, ChannelKind.PAGERDUTY, ChannelKind.PUSH}) {
      open(administrator, kind);
      fill(administrator, "url", peers.url(kind));
      save(administrator);
    }
  }

  private static void open(Person administrator, ChannelKind kind) {
    administrator
        .button("alert-channel.set-up.of", administrator.t("alert.channel." + kind.key()))
        .click();
    assertThat(administrator.dialog()).hasCount(1);
  }

  private static void place(Person administrator, int port) {
    fill(administrator, "host", "127.0.0.1");
    fill(administrator, "port", Integer.toString(port));
    administrator
        .dialog()
        .getByLabel(administrator.t("alert-channel.field.protection"))
        .first()
        .click();
    option(administrator, administrator.t("alert-channel.field.protection.none"));
  }

  private static void fill(Person administrator, String field, String value) {
    Person.type(
        administrator
            .dialog()
            .getByLabel(
                administrator.t("alert-channel.field." + field),
                new Locator.GetByLabelOptions().setExact(true)),
        value);
  }

  private static void option(Person person, String name) {
    person
        .page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void save(Person administrator) {
    administrator.dialogButton("alert-channel.save").click();
    assertThat(administrator.dialog()).hasCount(0);
  }

  static void join(Person administrator, Person engineer, Colleague colleague) {
    String link = colleague.invitedBy(administrator, "account.role.engineer");
    engineer.page().addInitScript(EARS);
    colleague.join(engineer, link);
  }

  /**
   * Says where somebody is reached, and types in what came there; the first is where they are told
   * what is less urgent.
   */
  static void reach(Person engineer, ChannelKind kind, String address, AlertPeers peers) {
    engineer.main().getByLabel(engineer.t("alert.channels.kind")).first().click();
    option(engineer, engineer.t("alert.channel." + kind.key()));
    Person.type(engineer.field("alert.channels.address"), address);
    engineer.button("alert.channels.add").click();
    assertThat(
            engineer
                .main()
                .getByText(
                    engineer.t(
                        "alert.channels.line", engineer.t("alert.channel." + kind.key()), address)))
        .isVisible();
    AlertPeers.until("code at " + kind, () -> peers.code(kind, address).isPresent());
    Person.type(
        engineer.main().getByLabel(engineer.t("alert.channels.code.of", address)).first(),
        peers.code(kind, address).orElseThrow());
    Locator confirm = engineer.button("alert.channels.confirm.of", address);
    confirm.click();
    assertThat(confirm).hasCount(0);
  }

  static void putOnDuty(Person administrator, Colleague first, Colleague second) {
    administrator.open("/duty");
    administrator.button("alert.duty.rotate").click();
    Locator dialog = administrator.dialog();
    dialog.getByLabel(administrator.t("alert.duty.first.of", 1)).first().click();
    option(administrator, first.name());
    dialog.getByLabel(administrator.t("alert.duty.second.of", 1)).first().click();
    option(administrator, second.name());
    administrator.dialogButton("alert.duty.save").click();
    assertThat(administrator.dialog()).hasCount(0);
  }

  /** Has alarms sound, and hears none of what proves that they do. */
  static void arm(Person engineer) {
    // the button is there before what it does is fetched, and a press counts
    Deque<Route> held = new ArrayDeque<>();
    engineer.page().route(SCRIPT, held::add);
    engineer.open("/alerts");
    Waits.until(engineer.page(), () -> !held.isEmpty());
    engineer.button("alert.sound.off").click();
    engineer.page().unroute(SCRIPT);
    held.forEach(Route::resume);
    assertThat(engineer.button("alert.sound.on")).isVisible();
    engineer.page().evaluate("() => { window.__notes = 0; }");
  }

  /** How many notes of alarms somebody heard. */
  static int notes(Person engineer) {
    return ((Number) engineer.page().evaluate("() => window.__notes")).intValue();
  }
}
