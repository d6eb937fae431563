package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.alert.queue.FakeChannel.Killed;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.Queued.State;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nodes that die or sleep while they send: nothing is lost, and nothing goes twice by one way. */
class SenderInDoubtTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Heard heard = new Heard();
  private QueueLab lab = new QueueLab(database, new HandClock());

  @BeforeEach
  void listen() {
    lab = new QueueLab(database, new HandClock());
    lab.listen(heard);
  }

  private UUID only() {
    assertThat(lab.waiting).hasSize(1);
    return lab.waiting.keySet().iterator().next();
  }

  private void pass(Duration time) {
    lab.clock.pass(time);
    lab.deliver();
  }

  /** The process dies while it sends, and another looks at what it left. */
  private void killed() {
    assertThatThrownBy(lab::deliver).isInstanceOf(Killed.class);
    lab.email.mood = Mood.FINE;
    lab.duty.mood = Mood.FINE;
    lab.deliver();
  }

  @Test
  void whoDiesBeforeSendingLosesNothing() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.email.mood = Mood.KILLS_BEFORE;
    lab.queue.tell(erik, QueueLab.note(false));
    killed();
    assertThat(lab.arrived(erik)).isEmpty();
    pass(Sender.LEASE);
    // nobody knows that it was not sent: it goes by another way, and never twice by this one
    assertThat(lab.arrived(erik)).containsExactly("SMS ALARM");
    assertThat(heard.all).containsExactly("failed EMAIL IN_DOUBT", "sent SMS");
  }

  @Test
  void whoDiesAfterSendingSendsNothingTwiceByOneWay() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.email.mood = Mood.KILLS_AFTER;
    lab.queue.tell(erik, QueueLab.note(false));
    killed();
    pass(Sender.LEASE);
    pass(Duration.ofHours(1));
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM", "SMS ALARM");
  }

  @Test
  void whoTellsTwoOfOneIdApartByItselfGetsItAgain() {
    UUID erik = lab.person(lab.duty);
    lab.duty.mood = Mood.KILLS_AFTER;
    lab.queue.tell(erik, QueueLab.note(false));
    killed();
    pass(Sender.LEASE);
    pass(Duration.ofMinutes(1));
    assertThat(lab.duty.arrived).hasSize(2);
    assertThat(lab.duty.arrived.stream().map(each -> each.message().id()).distinct()).hasSize(1);
    assertThat(heard.all.getLast()).isEqualTo("sent PAGERDUTY");
  }

  @Test
  void theOnlyWayInDoubtIsSaidToReachNobodyForSure() {
    UUID erik = lab.person(lab.email);
    lab.email.mood = Mood.LOSES_ITS_ANSWER;
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    pass(Duration.ofHours(1));
    assertThat(lab.email.arrived).hasSize(1);
    assertThat(heard.all).containsExactly("failed EMAIL IN_DOUBT", "given up EMAIL");
  }

  @Test
  void aDoubtThatIsNoticedLateIsOlderThanWhatArrivedSince() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.email.mood = Mood.KILLS_AFTER;
    lab.queue.tell(erik, QueueLab.note(false));
    killed();
    lab.clock.pass(Duration.ofSeconds(20));
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    pass(Sender.LEASE);
    assertThat(heard.all).contains("failed EMAIL IN_DOUBT");
    assertThat(lab.book.ways(erik).getFirst().proof().works()).isTrue();
  }

  @Test
  void aBugInAChannelIsADoubtToo() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.email.mood = Mood.BROKEN;
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    assertThat(heard.all).containsExactly("failed EMAIL IN_DOUBT", "sent SMS");
  }

  @Test
  void aNodeThatWakesUpLateChangesNothingAnyMore() {
    UUID erik = lab.person(lab.email, lab.sms);
    Heard other = new Heard();
    Sender second = lab.sender(other);
    lab.queue.tell(erik, QueueLab.note(false));
    UUID id = only();
    // the first node stands still while it sends, and the second takes over
    lab.email.meanwhile =
        () -> {
          lab.clock.pass(Sender.LEASE);
          assertThat(second.attempt(id)).isEmpty();
        };
    lab.deliver();
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM", "SMS ALARM");
    assertThat(other.all).containsExactly("failed EMAIL IN_DOUBT", "sent SMS");
    assertThat(heard.all).isEmpty();
    assertThat(lab.messages.lock(id).orElseThrow().state()).isEqualTo(State.SENT);
  }

  @Test
  void twoNodesThatBothThinkTheyMustSendSendOnce() {
    UUID erik = lab.person(lab.email);
    Sender second = lab.sender(heard);
    lab.queue.tell(erik, QueueLab.note(false));
    UUID id = only();
    Instant[] later = new Instant[1];
    lab.email.meanwhile = () -> later[0] = second.attempt(id).orElseThrow();
    lab.deliver();
    assertThat(second.attempt(id)).isEqualTo(Optional.empty());
    assertThat(later[0]).isEqualTo(lab.clock.instant().plus(Sender.LEASE));
    assertThat(lab.email.arrived).hasSize(1);
  }
}
