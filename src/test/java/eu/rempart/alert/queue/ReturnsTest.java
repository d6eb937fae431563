package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Receipt;
import eu.rempart.alert.channel.Severity;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a peer took and could not deliver goes another way. */
class ReturnsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Heard heard = new Heard();
  private final List<Runnable> later = new ArrayList<>();
  private QueueLab lab = new QueueLab(database, new HandClock());
  private Returns returns = returns(lab);

  @BeforeEach
  void listen() {
    lab = new QueueLab(database, new HandClock());
    returns = returns(lab);
  }

  private Returns returns(QueueLab of) {
    return new Returns(
        of.messages,
        of.book,
        of.listen(heard),
        of.waiting::put,
        of.transactions,
        of.clock,
        later::add);
  }

  private void comesBack(String to, String... names) {
    returns.returned(ChannelKind.SMS, Set.of(names), to, 27);
    lab.deliver();
  }

  private Proof proof(UUID member) {
    return lab.addresses.of(member).getFirst().proof();
  }

  @Test
  void aTextThatComesBackGoesByTheNextWayOnce() {
    UUID erik = lab.person(lab.sms, lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    assertThat(proof(erik).works()).isTrue();
    lab.clock.pass(Duration.ofHours(1));
    String phone = QueueLab.address(lab.sms, erik);
    // as telephones are written elsewhere
    comesBack(phone.replace("+", "00").replace(" ", ""), "x", "ref-1");
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM", "SMS ALARM");
    assertThat(heard.all).containsExactly("sent SMS", "failed SMS NOT_DELIVERED 27", "sent EMAIL");
    assertThat(proof(erik).works()).isFalse();
    assertThat(proof(erik).failure()).isEqualTo(Reason.NOT_DELIVERED);
    comesBack(phone, "ref-1");
    assertThat(lab.arrived(erik)).hasSize(2);
  }

  @Test
  void theOnlyWayThatFailsLeavesNobodyReached() {
    UUID erik = lab.person(lab.sms);
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    comesBack(QueueLab.address(lab.sms, erik), "ref-1");
    assertThat(heard.all)
        .containsExactly("sent SMS", "failed SMS NOT_DELIVERED 27", "given up SMS");
    assertThat(lab.sms.arrived).as("never twice by one way").hasSize(1);
  }

  @Test
  void aTestThatComesBackIsNoProof() {
    UUID erik = lab.person(lab.sms, lab.email);
    lab.queue.test(
        lab.addresses.of(erik).getFirst(),
        Notification.plain(MessageKind.TEST, Severity.INFO, "Test", "", null));
    lab.deliver();
    lab.clock.pass(Duration.ofMinutes(1));
    comesBack(QueueLab.address(lab.sms, erik), "ref-1");
    assertThat(proof(erik).works()).isFalse();
    assertThat(lab.email.arrived).isEmpty();
  }

  @Test
  void whatIsSomebodyElsesOrForgottenChangesNothing() {
    UUID erik = lab.person(lab.sms, lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    comesBack("+4479000001", "ref-1");
    comesBack(QueueLab.address(lab.sms, erik), "ref-2", "ref");
    lab.clock.pass(Duration.ofDays(8));
    comesBack(QueueLab.address(lab.sms, erik), "ref-1");
    later.forEach(Runnable::run);
    assertThat(lab.waiting).isEmpty();
    assertThat(heard.all).containsExactly("sent SMS");
  }

  @Test
  void oneThatIsBackBeforeItIsKeptThatItWasTakenIsFoundAWhileLater() {
    UUID erik = lab.person(lab.sms, lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    lab.sms.meanwhile =
        () -> returns.returned(ChannelKind.SMS, Set.of("ref-1"), address(erik), null);
    lab.deliver();
    assertThat(heard.all).containsExactly("sent SMS");
    later.forEach(Runnable::run);
    lab.deliver();
    assertThat(heard.all).containsExactly("sent SMS", "failed SMS NOT_DELIVERED", "sent EMAIL");
  }

  private String address(UUID member) {
    return QueueLab.address(lab.sms, member);
  }

  @Test
  void eachPartHasANameAndWhatIsNoneIsLeftOut() {
    assertThat(Receipt.of(List.of("a1", "<b>", "a2")).reference()).isEqualTo("a1 a2");
    assertThat(Receipt.of(List.of()).reference()).isNull();
    assertThat(new Receipt("x".repeat(101)).reference()).isNull();
    UUID erik = lab.person(lab.sms, lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    database
        .owner()
        .execute("UPDATE alert_message SET reference = 'p1 p2 p3' WHERE member_id = ?", erik);
    comesBack(address(erik), "p2");
    assertThat(heard.all).endsWith("sent EMAIL");
  }
}
