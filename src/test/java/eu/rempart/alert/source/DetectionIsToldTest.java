package eu.rempart.alert.source;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Message;
import eu.rempart.alert.incident.IncidentLab;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.FakeChannel.Arrived;
import eu.rempart.db.TestDatabase;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEventQueries;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of what detection only watches somebody on duty is told, in words. */
class DetectionIsToldTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final IncidentLab lab = new IncidentLab(database);
  private final EventSource source =
      new EventSource(new SeenQueries(database.app()), lab.alerts, lab.transactions, lab.clock);
  private UUID ana = UUID.randomUUID();

  @BeforeEach
  void duty() {
    ana = lab.engineer(lab.queue.email);
    lab.onDuty(ana, lab.engineer(lab.queue.email));
  }

  @AfterEach
  void forget() {
    lab.duty.forget();
    List.of(Sources.DETECTION, Sources.EDGE).forEach(each -> lab.alerts.sync(each, List.of()));
  }

  private void noted(SecurityEvent event) {
    SecurityEventQueries.insert(
        database.app(), event, DSL.val(lab.clock.instant().atOffset(ZoneOffset.UTC)));
    source.run();
    lab.queue.deliver();
  }

  private static SecurityEvent rise(String topic) {
    return SecurityEvent.of("edge.rise", Severity.WARNING)
        .with("topic", topic)
        .with("number", "1900")
        .with("usual", "105");
  }

  private List<Message> heard() {
    return lab.queue.email.arrived.stream().map(Arrived::message).toList();
  }

  @Test
  void aRiseIsToldWithItsTopicPlaceAndNumbers() {
    noted(rise("SIGN_INS_FAILED").with("place", "BR"));
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM");
    Message told = heard().getFirst();
    assertThat(told.title()).isEqualTo("Warning: Far more than usual: Failed sign-ins (Brazil)");
    assertThat(told.text())
        .contains("Failed sign-ins (Brazil): 1,900 in an hour, usually 105 at this time");
    assertThat(told.link()).hasToString("https://crm.example/security/events?kinds=edge.rise");
    // seen again it is the same; another is another
    noted(rise("SIGN_INS_FAILED").with("place", "BR"));
    assertThat(heard()).hasSize(1);
    noted(rise("EXPORTS"));
    assertThat(heard()).hasSize(2);
    assertThat(heard().getLast().title()).isEqualTo("Warning: Far more than usual: Exports");
  }

  @Test
  void anAccountThatIsTriedAgainAndAgainIsToldOnceForEach() {
    SecurityEvent tried =
        SecurityEvent.of("edge.account.tried", Severity.WARNING)
            .with("tries", "40")
            .with("sources", "7")
            .with("within", "10");
    UUID max = UUID.randomUUID();
    noted(tried.member(max));
    noted(tried.member(max));
    noted(tried);
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM", "EMAIL ALARM");
    assertThat(heard().getFirst().text())
        .contains("Wrong passwords for one account: 40 tries from 7 sources within 10 minutes.")
        .doesNotContain(max.toString());
  }

  @Test
  void manyRisesAtOnceAreOneMessageAndHideNoFlood() {
    for (int i = 0; i < 20; i++) {
      noted(rise("REQUESTS").with("place", "" + (char) ('A' + i) + "A"));
    }
    assertThat(heard()).hasSizeLessThanOrEqualTo(6);
    int before = heard().size();
    noted(SecurityEvent.of("edge.flood.begun", Severity.ALARM).with("refused", "900"));
    assertThat(heard().subList(before, heard().size()))
        .extracting(Message::title)
        .containsExactly("Critical: A flood of connections");
  }

  private static SecurityEvent flood(String end, String of) {
    return SecurityEvent.of("edge.flood." + end, Severity.ALARM)
        .with("refused", "900")
        .with("flood", of);
  }

  private long going() {
    return database
        .owner()
        .fetchCount(
            DSL.table("alert_incident"),
            DSL.condition("key = 'edge:flood' AND state <> 'RESOLVED'"));
  }

  @Test
  void aFloodOnSeveralNodesIsOneAndIsOverOnceItIsOnAll() {
    noted(flood("begun", "n1"));
    noted(flood("begun", "n2"));
    assertThat(heard()).hasSize(1);
    noted(flood("over", "n1"));
    assertThat(going()).isEqualTo(1);
    noted(flood("over", "n3"));
    noted(flood("over", "n1"));
    assertThat(going()).isEqualTo(1);
    noted(flood("over", "n2"));
    assertThat(going()).isZero();
    assertThat(heard().getLast().title()).isEqualTo("Over: A flood of connections");
  }

  @Test
  void aNodeThatDiedInAFloodKeepsNoLaterOneOpen() {
    noted(flood("begun", "dead"));
    lab.alerts.resolve(Sources.EDGE, "edge:flood"); // as somebody does by hand
    noted(flood("begun", "n4"));
    noted(flood("over", "n4"));
    assertThat(going()).isZero();
  }
}
