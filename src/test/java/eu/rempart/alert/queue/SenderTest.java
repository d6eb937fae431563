package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.Queued.State;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages arrive once, by some way, whatever dies when. */
class SenderTest {

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

  @Test
  void aMessageGoesByTheFirstWayAloneAndProvesIt() {
    UUID erik = lab.person(lab.email, lab.sms);
    assertThat(lab.queue.tell(erik, QueueLab.note(false))).isTrue();
    lab.deliver();
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM");
    assertThat(lab.email.arrived.getFirst().message().link())
        .hasToString("https://crm.example/watch");
    Address used = lab.addresses.of(erik).getFirst();
    assertThat(used.proof().works()).isTrue();
    assertThat(used.proof().testedAt()).isNull();
    assertThat(lab.addresses.of(erik).get(1).proof().sentAt()).isNull();
    assertThat(lab.waiting).isEmpty();
  }

  @Test
  void whoHasNoWayIsNotReached() {
    UUID nobody = lab.person();
    assertThat(lab.queue.tell(nobody, QueueLab.note(false))).isFalse();
    UUID erik = lab.person(lab.email);
    lab.email.configured = false;
    assertThat(lab.queue.tell(erik, QueueLab.note(false))).isFalse();
  }

  @Test
  void everyWayIsTakenAtOnceAndNoneTwice() {
    UUID erik = lab.person(lab.email, lab.sms, lab.duty);
    lab.email.mood = Mood.REFUSES;
    lab.queue.tell(erik, QueueLab.note(true));
    lab.deliver();
    assertThat(lab.arrived(erik)).containsExactly("SMS ALARM", "PAGERDUTY ALARM");
    assertThat(heard.all)
        .contains("failed EMAIL REFUSED 550", "given up EMAIL, reached", "sent SMS");
  }

  @Test
  void aBusyPeerIsTriedThreeTimesAndThenTheNextOne() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.email.mood = Mood.BUSY;
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    pass(Duration.ofSeconds(9));
    assertThat(heard.all).containsExactly("failed EMAIL REFUSED 450");
    pass(Duration.ofSeconds(1));
    assertThat(heard.all).hasSize(2);
    pass(Duration.ofSeconds(30));
    assertThat(heard.all)
        .containsExactly(
            "failed EMAIL REFUSED 450",
            "failed EMAIL REFUSED 450",
            "failed EMAIL REFUSED 450",
            "sent SMS");
    assertThat(lab.addresses.of(erik).getFirst().proof().failure()).isEqualTo(Reason.REFUSED);
    assertThat(lab.addresses.of(erik).getFirst().proof().number()).isEqualTo(450);
  }

  @Test
  void theLastWayIsTriedForHoursAndThenGivenUp() {
    UUID erik = lab.person(lab.email);
    lab.email.mood = Mood.BUSY;
    lab.queue.tell(erik, QueueLab.note(false));
    for (int minute = 0; minute < 130; minute++) {
      lab.deliver();
      lab.clock.pass(Duration.ofMinutes(1));
    }
    lab.deliver();
    assertThat(heard.all.getLast()).isEqualTo("given up EMAIL");
    assertThat(heard.all).hasSizeBetween(20, 40);
    assertThat(lab.waiting).isEmpty();
  }

  @Test
  void aPeerThatRecoversIsReached() {
    UUID erik = lab.person(lab.email);
    lab.email.mood = Mood.BUSY;
    lab.queue.tell(erik, QueueLab.note(false));
    lab.deliver();
    lab.email.mood = Mood.FINE;
    pass(Duration.ofMinutes(1));
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM");
    assertThat(lab.addresses.of(erik).getFirst().proof().works()).isTrue();
  }

  @Test
  void whatWasQueuedAndNeverLookedAtIsFound() {
    UUID erik = lab.person(lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    UUID id = only();
    // whatever happened to the scheduler's table
    lab.waiting.clear();
    lab.clock.pass(Duration.ofMinutes(3));
    new Sweep(lab.messages, lab.waiting::put, lab.clock).run();
    assertThat(lab.waiting).containsOnlyKeys(id);
    lab.deliver();
    assertThat(lab.arrived(erik)).containsExactly("EMAIL ALARM");
  }

  @Test
  void whatNobodyHasToKnowAnyMoreIsDropped() {
    UUID erik = lab.person(lab.email);
    lab.queue.tell(erik, QueueLab.note(false));
    UUID id = only();
    heard.wanted = false;
    lab.deliver();
    assertThat(lab.email.arrived).isEmpty();
    assertThat(lab.messages.lock(id).orElseThrow().state()).isEqualTo(State.DROPPED);
  }

  @Test
  void anAddressThatIsGoneIsLeftForTheNext() {
    UUID erik = lab.person(lab.email, lab.sms);
    lab.queue.tell(erik, QueueLab.note(false));
    assertThat(lab.addresses.delete(lab.addresses.of(erik).getFirst().id(), erik)).isTrue();
    lab.deliver();
    assertThat(lab.arrived(erik)).containsExactly("SMS ALARM");
  }

  @Test
  void aTestGoesWhereItIsToGoAndNowhereElse() {
    UUID erik = lab.person(lab.email, lab.sms);
    Address first = lab.addresses.of(erik).getFirst();
    Notification test = Notification.plain(MessageKind.TEST, Severity.INFO, "Test", "", null);
    lab.queue.test(first, test);
    lab.deliver();
    assertThat(lab.addresses.find(first.id()).orElseThrow().proof().testedAt())
        .isEqualTo(lab.clock.instant());
    lab.email.mood = Mood.BUSY;
    lab.clock.pass(MessageQueue.REST.minusSeconds(1));
    assertThat(lab.queue.test(first, test)).isFalse();
    lab.clock.pass(Duration.ofSeconds(1));
    assertThat(lab.queue.test(first, test)).isTrue();
    assertThat(lab.queue.test(first, test)).isFalse();
    lab.deliver();
    assertThat(lab.sms.arrived).isEmpty();
    assertThat(lab.addresses.find(first.id()).orElseThrow().proof().works()).isFalse();
    assertThat(lab.waiting).isEmpty();
  }

  @Test
  void whateverIsSaidFitsIntoALine() {
    UUID erik = lab.person(lab.email);
    lab.queue.tell(
        erik,
        Notification.plain(
            MessageKind.ALARM,
            Severity.WARNING,
            "a\r\nBcc:\u0085b\u202e" + "😀".repeat(100),
            "<b>\0\u009f\n" + "x".repeat(5_000),
            null));
    lab.deliver();
    var message = lab.email.arrived.getFirst().message();
    assertThat(message.title()).startsWith("a Bcc: b ").endsWith("…").hasSizeLessThanOrEqualTo(120);
    assertThat(message.text()).startsWith("<b> \nxxx").hasSize(1_000);
    lab.queue.tell(erik, Notification.plain(MessageKind.ALARM, Severity.INFO, "\n", "", null));
    lab.deliver();
    assertThat(lab.email.arrived.getLast().message().title()).isEqualTo("-");
  }

  @Test
  void anAlarmGoesOutWithoutALinkWhereTheSitesAddressIsNone() {
    UUID erik = lab.person(lab.email);
    for (String site : List.of("crm.example.org", "not a site")) {
      lab.queue.tell(erik, QueueLab.note(false));
      UUID id = only();
      assertThat(lab.sender(heard, site).attempt(id)).isEmpty();
      lab.waiting.clear();
      assertThat(lab.email.arrived.getLast().message().link()).isNull();
    }
    assertThat(lab.email.arrived).hasSize(2);
  }

  @Test
  void theAddressOfTheSiteIsLookedAtAtTheStart() {
    assertThat(QueueConfiguration.site(" https://crm.example.org:8443/x/ ", List.of(), 443))
        .isEqualTo("https://crm.example.org:8443/x");
    assertThat(QueueConfiguration.site("", List.of(" ", "crm.example"), 8443))
        .isEqualTo("https://crm.example:8443");
    for (String wrong :
        List.of("crm.example.org", "crm.example.org:8443", "ftp://a", "https://", "https://a?b")) {
      assertThatThrownBy(() -> QueueConfiguration.site(wrong, List.of(), 443))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("rempart.mail.site");
    }
  }

  @Test
  void aPeerThatHangsHoldsUpWhatGoesByItAndNothingElse() {
    Sender sender = lab.listen(heard);
    List<UUID> held = new ArrayList<>();
    for (int i = 0; i <= Lanes.WIDTH; i++) {
      held.add(message(lab.person(lab.email)));
    }
    UUID text = message(lab.person(lab.sms));
    hang(
        sender,
        held.iterator(),
        () -> {
          assertThat(sender.attempt(text)).isEmpty();
          assertThat(lab.sms.arrived).hasSize(1);
        });
    assertThat(lab.email.arrived).hasSize(Lanes.WIDTH);
    // it goes out once one of the others is through
    assertThat(sender.attempt(held.getLast())).isEmpty();
    assertThat(lab.email.arrived).hasSize(Lanes.WIDTH + 1);
  }

  private UUID message(UUID member) {
    Set<UUID> before = Set.copyOf(lab.waiting.keySet());
    lab.queue.tell(member, QueueLab.note(false));
    return lab.waiting.keySet().stream()
        .filter(id -> !before.contains(id))
        .findFirst()
        .orElseThrow();
  }

  /** Sends one while the one before is under way, until there is no way free. */
  private void hang(Sender sender, Iterator<UUID> ids, Runnable full) {
    lab.email.meanwhile = () -> hang(sender, ids, full);
    Optional<Instant> later = sender.attempt(ids.next());
    if (later.isPresent()) {
      assertThat(later).contains(lab.clock.instant().plus(Sender.UNTIL_FREE));
      lab.email.meanwhile = () -> {};
      full.run();
    }
  }

  @Test
  void addressesLieInTheDatabaseSealed() {
    UUID erik = lab.person(lab.email, lab.sms);
    String dump =
        database.owner().fetch("SELECT a::text FROM alert_address a").format(Integer.MAX_VALUE);
    assertThat(dump).contains(erik.toString()).doesNotContain("email:" + erik, "+33");
    assertThat(lab.addresses.of(erik).toString()).doesNotContain("email:");
    // moved to somebody else it opens to nothing
    UUID other = UUID.randomUUID();
    database.owner().execute("UPDATE alert_address SET member_id = ?", other);
    assertThat(lab.addresses.of(other)).isEmpty();
  }
}
