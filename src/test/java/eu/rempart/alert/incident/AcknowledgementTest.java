package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.queue.QueueLab;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may say that they take care, by which way, and who hears of it. */
class AcknowledgementTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IncidentLab lab = new IncidentLab(database);
  private UUID ana = UUID.randomUUID();
  private UUID ben = UUID.randomUUID();
  private UUID clo = UUID.randomUUID();
  private String source = "test";

  @BeforeEach
  void people() {
    lab = new IncidentLab(database);
    ana = lab.engineer(lab.queue.email, lab.queue.sms);
    ben = lab.engineer(lab.queue.email);
    clo = lab.engineer(lab.queue.email);
    lab.onDuty(ana, ben);
    source = "test." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
  }

  @AfterEach
  void end() {
    lab.duty.forget();
    lab.alerts.sync(source, List.of());
  }

  private static void hears(IncidentLab lab, UUID who, String... what) {
    assertThat(lab.queue.arrived(who)).containsExactly(what);
  }

  @Test
  void nobodyIsToldAnyMoreOnceSomebodyAcknowledgesAndThoseWhoWereHearOfIt() {
    UUID id = lab.raise(source, "web");
    lab.pass(Duration.ofMinutes(5));
    assertThat(lab.acknowledge(id, ben)).isTrue();
    assertThat(lab.acknowledge(id, ana)).isFalse();
    assertThat(lab.queue.arrived(ana)).contains("EMAIL ACKNOWLEDGED");
    hears(lab, ben, "EMAIL ALARM");
    assertThat(lab.queue.email.arrived.getLast().message().text())
        .startsWith("engineer 1 is on it.");
    lab.pass(Duration.ofDays(1));
    hears(lab, clo);
    assertThat(lab.alerts.resolve(source, source + ":web")).isTrue();
    lab.queue.deliver();
    hears(lab, ben, "EMAIL ALARM", "EMAIL RESOLVED");
    hears(lab, clo);
    assertThat(lab.story(id).getLast()).isIn(StepKind.SENT, StepKind.TOLD);
    assertThat(lab.find(id).isResolved()).isTrue();
    assertThat(lab.acknowledge(id, ana)).isFalse();
  }

  @Test
  void somebodyWhoIsNotOnDutyMayAcknowledgeAndThePairHearsOfIt() {
    UUID id = lab.raise(source, "web");
    assertThat(lab.acknowledge(id, clo)).isTrue();
    hears(lab, ben, "EMAIL ACKNOWLEDGED");
    assertThat(lab.queue.arrived(ana)).contains("EMAIL ACKNOWLEDGED");
    assertThat(lab.find(id).acknowledgedBy()).isEqualTo(clo);
  }

  @Test
  void theAnswerOneBySmsAcknowledgesWhatWasToldAndNothingElse() {
    UUID told = lab.raise(source, "web");
    lab.answers.answered(ChannelKind.SMS_HTTP, QueueLab.address(lab.queue.sms, ana), " 1\n");
    assertThat(lab.find(told).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    assertThat(lab.find(told).acknowledgedBy()).isEqualTo(ana);
    assertThat(lab.events).isEmpty();
    // what ana was never told of
    lab.duty.forget();
    lab.onDuty(ben, clo);
    UUID other = lab.raise(source, "other");
    lab.answers.answered(ChannelKind.SMS, QueueLab.address(lab.queue.sms, ana), "1");
    assertThat(lab.find(other).state()).isEqualTo(IncidentState.OPEN);
  }

  @Test
  void howToAnswerStandsFirstWhereAnswersArriveAndNowhereElse() {
    lab.raise(source, "web");
    assertThat(lab.queue.sms.arrived.getLast().message().text())
        .startsWith("Reply 1 to acknowledge.\n");
    assertThat(lab.queue.email.arrived.getLast().message().text()).doesNotContain("Reply 1");
  }

  @Test
  void answersOfStrangersAndOtherWordsAreRefusedAndNotedWithoutTheNumber() {
    UUID id = lab.raise(source, "web");
    lab.answers.answered(ChannelKind.SMS, "+49 170 1234567", "1");
    lab.answers.answered(ChannelKind.SMS, "1", "1");
    lab.answers.answered(ChannelKind.SMS, "<script>\0" + "9".repeat(100_000), "1");
    lab.answers.answered(ChannelKind.SMS, QueueLab.address(lab.queue.sms, ana), "STOP 1");
    lab.duty.suspended.add(ana);
    lab.answers.answered(ChannelKind.SMS, QueueLab.address(lab.queue.sms, ana), "1");
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.events).hasSize(5).allMatch(e -> e.kind().equals("alert.answer.refused"));
    assertThat(lab.events.toString()).doesNotContain("1234567", "script");
  }

  @Test
  void aNumberThatIsTwoPeoplesIsNobodys() {
    lab.queue.reach(clo, lab.queue.sms);
    UUID id = lab.raise(source, "web");
    String number = QueueLab.address(lab.queue.sms, ana);
    database.owner().execute("UPDATE alert_address SET channel = 'PAGER' WHERE member_id = ?", clo);
    lab.answers.answered(ChannelKind.SMS, number, "1");
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
  }

  @Test
  void aNumberThatSomebodyElseOnlyEntersStaysItsPersons() {
    String number = QueueLab.address(lab.queue.sms, ana);
    lab.queue.claim(clo, number);
    UUID id = lab.raise(source, "web");
    lab.answers.answered(ChannelKind.SMS, number, "1");
    assertThat(lab.find(id).acknowledgedBy()).isEqualTo(ana);
    // nor does a number count that nobody proved
    lab.queue.claim(ben, "+33 699999999");
    UUID second = lab.raise(source, "mail");
    lab.pass(Duration.ofMinutes(5));
    lab.answers.answered(ChannelKind.SMS, "+33699999999", "1");
    assertThat(lab.find(second).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.queue.arrived(ana)).contains("SMS CODE").doesNotContain("SMS ACKNOWLEDGED");
  }

  @Test
  void aTelephoneThatWasHandedOnIsTheOnesWhoIsStillThere() {
    lab.duty.forget();
    UUID dan = lab.engineer(lab.queue.email);
    lab.queue.handOn(ana, dan);
    lab.onDuty(dan, ben);
    UUID id = lab.raise(source, "web");
    String number = QueueLab.address(lab.queue.sms, ana);
    lab.answers.answered(ChannelKind.SMS, number, "1");
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.OPEN);
    lab.duty.suspended.add(ana);
    lab.answers.answered(ChannelKind.SMS, number, "1");
    assertThat(lab.find(id).acknowledgedBy()).isEqualTo(dan);
  }
}
