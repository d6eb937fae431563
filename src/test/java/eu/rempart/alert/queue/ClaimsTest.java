package eu.rempart.alert.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Message;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.Queued.State;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose an address is, and what counts until that is proven. */
class ClaimsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String NUMBER = "+33612345678";

  private final UUID erik = UUID.randomUUID();
  private QueueLab lab = new QueueLab(database, new HandClock());

  @BeforeEach
  void listen() {
    lab = new QueueLab(database, new HandClock());
    lab.listen(new Heard());
  }

  private Address claimed() {
    lab.claim(erik, NUMBER);
    lab.deliver();
    return lab.addresses.of(erik).getLast();
  }

  /** What stands on the telephone. */
  private String code() {
    Message message = lab.sms.arrived.getLast().message();
    assertThat(message.title()).matches("[0-9]{6} is your code");
    return message.title().substring(0, 6);
  }

  private static String wrong(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private boolean again(Address address) {
    boolean goes = lab.claims.again(erik, address.id(), "{code} is your code", "");
    lab.deliver();
    return goes;
  }

  @Test
  void nothingGoesThereBeforeTheCodeWasTypedIn() {
    Address address = claimed();
    assertThat(lab.sms.arrived).hasSize(1);
    assertThat(lab.sms.arrived.getFirst().address()).isEqualTo(NUMBER);
    assertThat(lab.queue.tell(erik, QueueLab.note(true))).isFalse();
    assertThat(lab.book.owners(ChannelKind.SMS, NUMBER)).doesNotContain(erik);
    assertThat(lab.claims.prove(erik, address.id(), wrong(code()))).isFalse();
    assertThat(lab.claims.prove(erik, address.id(), " " + code() + "\n")).isTrue();
    assertThat(lab.claims.prove(erik, address.id(), code())).as("once").isFalse();
    assertThat(lab.queue.tell(erik, QueueLab.note(true))).isTrue();
    assertThat(lab.book.owners(ChannelKind.SMS, NUMBER)).contains(erik);
    assertThat(again(address)).as("there is nothing to prove").isFalse();
  }

  @Test
  void nobodyGuessesACode() {
    Address address = claimed();
    String right = code();
    for (int i = 0; i < Claims.TRIES; i++) {
      assertThat(lab.claims.prove(erik, address.id(), i == 0 ? "" : wrong(right))).isFalse();
    }
    assertThat(lab.claims.prove(erik, address.id(), right)).isFalse();
    lab.clock.pass(MessageQueue.REST);
    assertThat(again(address)).isTrue();
    assertThat(code()).isNotEqualTo(right);
    assertThat(lab.claims.prove(erik, address.id(), code())).isTrue();
  }

  @Test
  void aCodeHoldsForItsPersonForAWhileAndUntilThereIsAnother() {
    Address address = claimed();
    UUID other = UUID.randomUUID();
    assertThat(lab.claims.prove(other, address.id(), code())).isFalse();
    assertThat(lab.claims.again(other, address.id(), "{code}", "")).isFalse();
    lab.clock.pass(Claims.LIFE);
    assertThat(lab.claims.prove(erik, address.id(), code())).isFalse();
    String former = code();
    assertThat(again(address)).isTrue();
    assertThat(lab.claims.prove(erik, address.id(), former)).isFalse();
    assertThat(lab.claims.prove(erik, address.id(), code())).isTrue();
  }

  @Test
  void nobodyHasTheTelephonesOfOthersRing() {
    for (int i = 0; i < Claims.CODES; i++) {
      Address address = claimed();
      assertThat(again(address)).as("too soon").isFalse();
      assertThat(lab.addresses.delete(address.id(), erik)).isTrue();
    }
    assertThatThrownBy(this::claimed).hasMessage("alert.address.codes");
    assertThat(lab.addresses.of(erik)).isEmpty();
    assertThat(lab.sms.arrived).hasSize(Claims.CODES);
    lab.clock.pass(Duration.ofHours(1));
    Address address = claimed();
    assertThat(lab.claims.prove(erik, address.id(), code())).isTrue();
  }

  /** All of them have counted before the first one writes. */
  @Test
  void whoAddsManyAtTheSameMomentHasNoMoreThanOthers() throws Exception {
    for (int i = 0; i < AddressService.MOST - 1; i++) {
      lab.claim(erik, "+3361234560" + i);
    }
    int before = lab.waiting.size();
    List<Future<Boolean>> adding = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(3)) {
      database
          .owner()
          .transaction(
              held -> {
                held.dsl().execute("LOCK TABLE alert_message IN SHARE MODE");
                for (int i = 0; i < 3; i++) {
                  String number = "+3361234561" + i;
                  adding.add(threads.submit(() -> added(number)));
                }
                await().until(() -> waiting() == 3);
              });
    }
    int added = 0;
    for (Future<Boolean> each : adding) {
      added += each.get() ? 1 : 0;
    }
    assertThat(added).isEqualTo(1);
    assertThat(lab.addresses.count(erik)).isEqualTo(AddressService.MOST);
    assertThat(lab.messages.codes(erik, lab.clock.instant().minusSeconds(1)))
        .isEqualTo(Claims.CODES);
    assertThat(lab.waiting).hasSize(before + 1);
  }

  private boolean added(String number) {
    try {
      lab.claim(erik, number);
      return true;
    } catch (IllegalArgumentException enough) {
      return false;
    }
  }

  private static int waiting() {
    return database
        .owner()
        .fetchSingle(
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND"
                + " (database IS NULL OR database = (SELECT oid FROM pg_database"
                + " WHERE datname = current_database()))")
        .get(0, Integer.class);
  }

  @Test
  void noCodeLiesInTheDatabase() {
    claimed();
    String dump =
        database
                .owner()
                .fetch("SELECT a::text FROM alert_address a WHERE member_id = ?", erik)
                .format(Integer.MAX_VALUE)
            + database
                .owner()
                .fetch("SELECT m::text FROM alert_message m WHERE member_id = ?", erik)
                .format(Integer.MAX_VALUE);
    assertThat(dump).contains("{code} is your code").doesNotContain(code(), NUMBER);
  }

  @Test
  void aCodeGoesThereAndNowhereElseAndIsDroppedWithItsAddress() {
    lab.reach(erik, lab.email);
    lab.sms.mood = Mood.BUSY;
    Address address = claimed();
    assertThat(lab.waiting).isEmpty();
    assertThat(lab.email.arrived).isEmpty();
    assertThat(lab.addresses.find(address.id()).orElseThrow().proof().works()).isFalse();
    lab.sms.mood = Mood.FINE;
    lab.claim(erik, "+33612345679");
    UUID message = lab.waiting.keySet().iterator().next();
    lab.addresses.delete(lab.addresses.of(erik).getLast().id(), erik);
    lab.deliver();
    assertThat(lab.sms.arrived).isEmpty();
    assertThat(lab.messages.lock(message).orElseThrow().state()).isEqualTo(State.DROPPED);
  }

  @Test
  void aCodeThatHoldsNoMoreIsNotSent() {
    lab.claim(erik, NUMBER);
    UUID message = lab.waiting.keySet().iterator().next();
    lab.clock.pass(Claims.LIFE);
    lab.deliver();
    assertThat(lab.sms.arrived).isEmpty();
    assertThat(lab.messages.lock(message).orElseThrow().state()).isEqualTo(State.DROPPED);
  }

  /** What calls people until it hears that it was but a code must hear so. */
  @Test
  void aCodeGoesAgainWhereTwoOfOneAreOne() {
    lab.duty.mood = Mood.BUSY;
    lab.claims.add(erik, ChannelKind.PAGERDUTY, "pagerduty:erik", "{code} is your code", "");
    lab.deliver();
    assertThat(lab.waiting).hasSize(1);
    lab.duty.mood = Mood.FINE;
    lab.clock.pass(Duration.ofSeconds(10));
    lab.deliver();
    assertThat(lab.duty.arrived).hasSize(1);
    assertThat(lab.waiting).isEmpty();
    lab.duty.mood = Mood.BUSY;
    lab.claims.add(erik, ChannelKind.PAGERDUTY, "pagerduty:other", "{code} is your code", "");
    for (int i = 0; i < Sender.TRIES; i++) {
      lab.deliver();
      lab.clock.pass(Duration.ofSeconds(30));
    }
    assertThat(lab.waiting).as("not for hours: somebody waits for it").isEmpty();
  }

  /** It may be that it calls people already, and the call was not ended. */
  @Test
  void aCallThatACodeBeganIsEndedThoughTheCodeWasTypedInMeanwhile() {
    lab.duty.mood = Mood.BUSY;
    lab.claims.add(erik, ChannelKind.PAGERDUTY, "pagerduty:erik", "{code} is your code", "");
    lab.deliver();
    Address address = lab.addresses.of(erik).getLast();
    String code = lab.book.code(address.id()).orElseThrow();
    assertThat(lab.claims.prove(erik, address.id(), code)).isTrue();
    lab.duty.mood = Mood.FINE;
    lab.clock.pass(Duration.ofSeconds(10));
    lab.deliver();
    assertThat(lab.duty.arrived).hasSize(1);
  }
}
