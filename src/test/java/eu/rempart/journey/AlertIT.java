package eu.rempart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.rempart.journey.AlertPeers.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Something does not answer. Whoever is first on duty is told of it by mail, SMPP, an HTTP gateway,
 * pager, push, and a sound in the browser; the server is killed in between; the second is told when
 * the first is silent, and stops it by answering "1".
 */
class AlertIT {

  private static final Colleague FIRST =
      new Colleague("Frida", "frida@operator.test", "fuenf-gelbe-lampen-singen-laut");
  private static final Colleague SECOND =
      new Colleague("Sven", "sven@operator.test", "sechs-blaue-lampen-singen-leise");
  private static final String FIRST_PHONE = "+33612345678";
  private static final String SECOND_PHONE = "+33687654321";
  private static final String WATCHED = "Front desk";

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

  private static Installation.Settings settings() {
    List<String> options = new ArrayList<>(MailedFirm.settings().options());
    options.add("-Drempart.alert.escalation.second=45s");
    options.add("-Drempart.alert.escalation.everybody=10m");
    options.add("-Drempart.alert.escalation.reminder=10m");
    return new Installation.Settings(Map.of(), options);
  }

  @Test
  void anIncidentReachesTheFirstThenTheSecondUntilSomebodyAnswers() throws Exception {
    Path home = Installation.newHome("alerted");
    try (AlertPeers peers = new AlertPeers();
        ServerSocket watched = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      try (Installation installation = Installation.begin(home, false, settings());
          Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
          Person first = Person.at(installation, Way.DESKTOP_ENGLISH);
          Person second = Person.at(installation, Way.DESKTOP_ENGLISH)) {
        administrator.signIn();
        setUp(administrator, peers);
        join(administrator, first, FIRST);
        join(administrator, second, SECOND);
        reach(first, "email", FIRST.email());
        reach(first, "sms", FIRST_PHONE);
        reach(first, "sms-http", FIRST_PHONE);
        reach(first, "pager", "5551001");
        reach(first, "push", "duty-first");
        reach(second, "sms", SECOND_PHONE);
        putOnDuty(administrator);
        arm(first);
        watch(installation, watched.getLocalPort());
        stopListening(watched);

        until("mail", () -> !AlertPeers.mails(FIRST.email(), WATCHED).isEmpty());
        until("text", () -> !peers.texts(FIRST_PHONE, WATCHED).isEmpty());
        until("gateway", () -> peers.posts("/sms", FIRST_PHONE, WATCHED) > 0);
        until("page", () -> peers.pages("5551001", WATCHED) > 0);
        until("push", () -> peers.posts("/", "duty-first", WATCHED) > 0);
        until("sound", () -> notes(first) > 0);
        assertThat(first.page()).hasTitle(Pattern.compile("⚠.*"));
        first.picture("alarm");
        installation.kill();
      }
      long before = peers.smsc.binds.size();
      try (Installation again = Installation.start(home, false, settings())) {
        until("connected anew", () -> peers.smsc.binds.size() > before);
        until("second", () -> !peers.texts(SECOND_PHONE, WATCHED).isEmpty());
        assertThat(AlertPeers.mails(FIRST.email(), WATCHED)).hasSize(1);
        assertThat(peers.texts(FIRST_PHONE, WATCHED)).hasSize(1);
        assertThat(peers.posts("/sms", FIRST_PHONE, WATCHED)).isEqualTo(1);
        assertThat(peers.pages("5551001", WATCHED)).isEqualTo(1);
        assertThat(peers.posts("/", "duty-first", WATCHED)).isEqualTo(1);
        assertThat(peers.texts(SECOND_PHONE, WATCHED)).hasSize(1);

        peers.smsc.answer(SECOND_PHONE.substring(1), "1");
        until("acknowledged", () -> state(again).equals("ACKNOWLEDGED"));
        assertThat(again.errors()).isEmpty();
      }
    }
  }

  /** Says on the screen whom each channel speaks to. */
  private static void setUp(Person administrator, AlertPeers peers) {
    administrator.open("/alert-servers");
    administrator.picture("alert-servers");
    open(administrator, "sms");
    fill(administrator, "host", "127.0.0.1");
    fill(administrator, "port", Integer.toString(peers.smsc.port()));
    choose(administrator, "protection", "none");
    fill(administrator, "user", "rempart");
    administrator.picture("alert-server");
    save(administrator);
    open(administrator, "sms-http");
    fill(administrator, "url", peers.url("/sms"));
    save(administrator);
    open(administrator, "pager");
    fill(administrator, "host", "127.0.0.1");
    fill(administrator, "port", Integer.toString(peers.pager.port()));
    choose(administrator, "protection", "none");
    save(administrator);
    open(administrator, "push");
    fill(administrator, "url", peers.url("/"));
    save(administrator);
  }

  private static void open(Person administrator, String kind) {
    administrator
        .button("alert-channel.set-up.of", administrator.t("alert-channel.kind." + kind))
        .click();
    assertThat(administrator.dialog()).hasCount(1);
  }

  private static void fill(Person administrator, String field, String value) {
    administrator
        .dialog()
        .getByLabel(
            administrator.t("alert-channel.field." + field),
            new Locator.GetByLabelOptions().setExact(true))
        .fill(value);
  }

  private static void choose(Person administrator, String field, String choice) {
    administrator
        .dialog()
        .getByLabel(administrator.t("alert-channel.field." + field))
        .first()
        .click();
    option(administrator, administrator.t("alert-channel.field." + field + "." + choice));
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

  private static void join(Person administrator, Person engineer, Colleague colleague) {
    String link = colleague.invitedBy(administrator, "account.role.engineer");
    engineer.page().addInitScript(EARS);
    colleague.join(engineer, link);
  }

  /** Says where somebody is reached. */
  private static void reach(Person engineer, String kind, String address) {
    engineer.open("/alert-channels");
    engineer.main().getByLabel(engineer.t("alert.channels.kind")).first().click();
    option(engineer, engineer.t("alert.channel." + kind));
    engineer.field("alert.channels.address").fill(address);
    engineer.button("alert.channels.add").click();
    engineer.sees(address);
  }

  private static void putOnDuty(Person administrator) {
    administrator.open("/duty");
    administrator.button("alert.duty.rotate").click();
    Locator dialog = administrator.dialog();
    dialog.getByLabel(administrator.t("alert.duty.first.of", 1)).first().click();
    option(administrator, FIRST.name());
    dialog.getByLabel(administrator.t("alert.duty.second.of", 1)).first().click();
    option(administrator, SECOND.name());
    administrator.dialogButton("alert.duty.save").click();
    assertThat(administrator.dialog()).hasCount(0);
  }

  private static void arm(Person engineer) {
    engineer.open("/alerts");
    engineer.button("alert.sound.off").click();
    assertThat(engineer.button("alert.sound.on")).isVisible();
    engineer.page().evaluate("() => { window.__notes = 0; }");
  }

  private static int notes(Person engineer) {
    return ((Number) engineer.page().evaluate("() => window.__notes")).intValue();
  }

  private static void stopListening(ServerSocket socket) throws IOException {
    socket.close();
  }

  /** Has a port watched, as often as there is. */
  private static void watch(Installation installation, int port) throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(
          """
          INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
            period_seconds, fail_after, recover_after, zones, quorum, shown, enabled)
          VALUES (gen_random_uuid(), '%s', 'SERVER', '127.0.0.1', %d, '/', 15000, 15000,
            10, 1, 1, '{HOME}', 1, false, true)
          """
              .formatted(WATCHED, port));
    }
  }

  private static String state(Installation installation) throws Exception {
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT state FROM alert_incident WHERE label = '%s'".formatted(WATCHED))) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
