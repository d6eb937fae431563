package eu.rempart.journey.operations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.rempart.journey.operations.AlertPeers.until;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Original;
import eu.rempart.journey.Person;
import eu.rempart.journey.Waits;
import eu.rempart.journey.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Something does not answer. Whoever is first on duty is told of it by pager, mail, SMPP, an HTTP
 * gateway, PagerDuty, push, and a sound in the browser; the server is killed while messages are at
 * each step of their way; the second is told when the first is silent, and stops it by answering
 * "1".
 */
class AlertIT {

  private static final Colleague FIRST =
      new Colleague("Frida", "frida@operator.test", "fuenf-gelbe-lampen-singen-laut");
  private static final Colleague SECOND =
      new Colleague("Sven", "sven@operator.test", "sechs-blaue-lampen-singen-leise");
  private static final String SECOND_PHONE = "+33687654321";

  /** Where the first is reached, in that order: what is but a warning goes to the pager. */
  private static final Map<ChannelKind, String> FIRST_REACHED = new LinkedHashMap<>();

  static {
    FIRST_REACHED.put(ChannelKind.PAGER, "5551001");
    FIRST_REACHED.put(ChannelKind.EMAIL, FIRST.email());
    FIRST_REACHED.put(ChannelKind.SMS, "+33612345678");
    FIRST_REACHED.put(ChannelKind.SMS_HTTP, "+33612345678");
    FIRST_REACHED.put(ChannelKind.PAGERDUTY, "0123456789abcdef0123456789abcdef");
    FIRST_REACHED.put(ChannelKind.PUSH, "duty-first");
  }

  /** What is watched, by how far the way of its messages is when the process is killed. */
  private static final String QUEUED = "desk queued";

  private static final String BEGUN = "desk begun";
  private static final String SENT = "desk sent";
  private static final String NOTED = "desk noted";

  private static final List<String> DOWN = List.of(QUEUED, SENT, NOTED);
  private static final Pattern ALARMED = Pattern.compile("⚠.*");

  private final AlertPeers peers = new AlertPeers();

  /** Has a port that nobody listens on, and that nobody else gets. */
  private final Socket silent = new Socket();

  @BeforeEach
  void nobodyListens() throws IOException {
    silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterEach
  void leave() throws IOException {
    silent.close();
    peers.close();
  }

  @Test
  void anIncidentReachesTheFirstThenTheSecondOnceEachWhoeverIsKilledInBetween() throws Exception {
    Path home;
    try (Installation killed =
        Installation.of(Original.FOUNDED, "alerted", MailedFirm.settings())) {
      home = killed.home();
      reachTheFirst(killed);
    }
    long before = peers.smsc.binds.size();
    try (Installation again = Installation.start(home, false, MailedFirm.settings());
        Person first = Person.at(again, Way.DESKTOP_ENGLISH)) {
      nothingIsLostOrTwice(again);
      first.signIn(FIRST.email(), FIRST.password());
      assertThat(first.page()).hasTitle(ALARMED);
      until("connected anew", () -> peers.smsc.binds.size() > before);
      reachTheSecond(again);
      peers.smsc.answer(SECOND_PHONE.substring(1), "1");
      allIsCalm(again);
      assertThat(first.page()).not().hasTitle(ALARMED);
      assertThat(again.errors()).isEmpty();
    }
  }

  private void reachTheFirst(Installation installation) throws Exception {
    try (HeldSteps steps = new HeldSteps(installation);
        Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person first = Person.at(installation, Way.DESKTOP_ENGLISH);
        Person second = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      AlertDesk.setUp(administrator, peers);
      AlertDesk.join(administrator, first, FIRST);
      AlertDesk.join(administrator, second, SECOND);
      first.open("/alert-channels");
      FIRST_REACHED.forEach((kind, address) -> AlertDesk.reach(first, kind, address, peers));
      second.open("/alert-channels");
      AlertDesk.reach(second, ChannelKind.SMS, SECOND_PHONE, peers);
      AlertDesk.putOnDuty(administrator, FIRST, SECOND);
      AlertDesk.arm(first);

      int channels = FIRST_REACHED.size();
      steps.keepQueued(QUEUED);
      steps.keepUnnoted(SENT);
      peers.holdPages(BEGUN);
      whatDoesNotAnswer(steps);
      until("noted", () -> steps.messages(NOTED, "SENT") == channels);
      until("sent and not noted", () -> steps.unnoted() == channels);
      until("queued", () -> steps.messages(QUEUED, "QUEUED") == channels);
      Waits.until(first.page(), () -> AlertDesk.notes(first) > 0);
      assertThat(first.page()).hasTitle(ALARMED);
      first.picture("alarm");
      // last, since nobody waits for a silent pager for long
      whatIsBeyondItsLimit(steps);
      until("begun", () -> peers.holdsPage() && steps.messages(BEGUN, "SENDING") == 1);
      assertThat(installation.errors()).isEmpty();
      installation.kill();
      peers.holdNoMore();

      assertThat(told(critical(NOTED))).isEqualTo(once(FIRST_REACHED.keySet()));
      assertThat(told(critical(SENT))).isEqualTo(once(FIRST_REACHED.keySet()));
      assertThat(told(critical(QUEUED))).isEmpty();
      assertThat(told(warning(BEGUN))).isEmpty();
      steps.letGo();
    }
  }

  private void nothingIsLostOrTwice(Installation again) throws Exception {
    try (HeldSteps steps = new HeldSteps(again)) {
      String waiting = "SELECT count(*) FROM alert_message WHERE state IN ('QUEUED', 'SENDING')";
      until("all is sent", () -> steps.count(waiting) == 0);
      for (String label : DOWN) {
        assertThat(told(critical(label))).as(label).isEqualTo(once(FIRST_REACHED.keySet()));
      }
      // nobody knows whether the pager sent it: another way, and never that one again
      assertThat(told(warning(BEGUN))).isEqualTo(once(List.of(ChannelKind.EMAIL)));
      assertThat(steps.count("SELECT count(*) FROM alert_incident WHERE level > 1")).isZero();
    }
  }

  private void reachTheSecond(Installation again) throws Exception {
    HeldSteps.letNobodyAnswer(again);
    for (String words : allWords()) {
      until("second: " + words, () -> peers.alarms(ChannelKind.SMS, SECOND_PHONE, words) > 0);
    }
  }

  private void allIsCalm(Installation again) throws Exception {
    try (HeldSteps steps = new HeldSteps(again)) {
      String open =
          """
          SELECT count(*) FROM alert_incident WHERE label LIKE 'desk %'
            AND (state <> 'ACKNOWLEDGED' OR escalate_at IS NOT NULL)
          """;
      until("acknowledged", () -> steps.count(open) == 0);
      for (String label : DOWN) {
        until("calm at PagerDuty: " + label, () -> peers.calmed(label));
      }
      for (String words : allWords()) {
        assertThat(peers.alarms(ChannelKind.SMS, SECOND_PHONE, words)).as(words).isEqualTo(1);
      }
      for (String label : DOWN) {
        assertThat(told(critical(label))).as(label).isEqualTo(once(FIRST_REACHED.keySet()));
      }
      assertThat(
              steps.count(
                  """
                  SELECT count(*) FROM alert_step s JOIN alert_incident i ON i.id = s.incident_id
                    WHERE i.label LIKE 'desk %' AND s.kind = 'ACKNOWLEDGED' AND s.channel = 'SMS'
                  """))
          .isEqualTo(DOWN.size() + 1);
    }
  }

  /** By which channels the first got an alarm with these words, and how often. */
  private Map<ChannelKind, Long> told(String words) {
    Map<ChannelKind, Long> told = new EnumMap<>(ChannelKind.class);
    FIRST_REACHED.forEach((kind, address) -> told.put(kind, peers.alarms(kind, address, words)));
    told.values().removeIf(count -> count == 0);
    return told;
  }

  private static Map<ChannelKind, Long> once(Iterable<ChannelKind> kinds) {
    Map<ChannelKind, Long> once = new EnumMap<>(ChannelKind.class);
    kinds.forEach(kind -> once.put(kind, 1L));
    return once;
  }

  private static String critical(String label) {
    return "Critical: " + label + " is down";
  }

  private static String warning(String label) {
    return "Warning: " + label + " is beyond its limit";
  }

  private static List<String> allWords() {
    return List.of(critical(QUEUED), critical(SENT), critical(NOTED), warning(BEGUN));
  }

  private void whatDoesNotAnswer(HeldSteps steps) throws SQLException {
    for (String label : DOWN) {
      watch(steps, label, "'SERVER', '127.0.0.1', %d, '/', NULL".formatted(silent.getLocalPort()));
    }
  }

  private static void whatIsBeyondItsLimit(HeldSteps steps) throws SQLException {
    watch(steps, BEGUN, "'LEVEL', NULL, NULL, NULL, 'DATABASE'");
  }

  /** As often as can be, and bad at once where it is. */
  private static void watch(HeldSteps steps, String label, String what) throws SQLException {
    steps.run(
        """
        INSERT INTO watch_check (id, name, kind, host, port, path, level, limit_value, clear_value,
          period_seconds, fail_after, recover_after, zones, quorum, shown, enabled)
        VALUES (gen_random_uuid(), '%s', %s, %d, %d, 10, 1, 1, '{HOME}', 1, false, true)
        """
            .formatted(label, what, 0, 0));
  }
}
