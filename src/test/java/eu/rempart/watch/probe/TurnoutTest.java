package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.wire.RequestSeal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for any order of requests; each repetition has a seed of its own. */
class TurnoutTest {

  private static final UUID AGENT = new UUID(1, 2);

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private Contact contact = Contact.NONE;

  /** Somebody with the key: its numbers rise, also over starts, which leave some out. */
  private static final class Signer {
    private UUID boot = UUID.randomUUID();
    private long sequence;

    RequestSeal sign(Instant at) {
      return new RequestSeal(AGENT, boot, ++sequence, at);
    }

    void startAnew() {
      boot = UUID.randomUUID();
      sequence = (sequence / 1_000 + 1) * 1_000;
    }

    Signer copy() {
      Signer copy = new Signer();
      copy.sequence = (sequence / 1_000 + 1) * 1_000;
      return copy;
    }
  }

  private Turnout come(RequestSeal seal) {
    Turnout turnout = Turnout.of(contact, seal, now);
    if (turnout == Turnout.FRESH) {
      Instant before = contact.moment();
      Instant latest = before != null && before.isAfter(seal.moment()) ? before : seal.moment();
      contact = new Contact(seal.sequence(), latest, contact.bootsWith(seal.boot()), 0, null, null);
    }
    return turnout;
  }

  @RepeatedTest(40)
  void anHonestAgentIsNeverTakenForACopyWhateverIsRepeatedOrLost(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Signer agent = new Signer();
    List<RequestSeal> seen = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      now = now.plusMillis(1 + random.nextInt(20_000));
      if (random.nextInt(20) == 0) {
        agent.startAnew();
      }
      RequestSeal seal = agent.sign(now);
      // one in ten never arrives, or later than the next
      if (random.nextInt(10) > 0) {
        assertThat(come(seal)).isEqualTo(Turnout.FRESH);
      }
      seen.add(seal);
      if (seen.size() > 1) {
        RequestSeal again = seen.get(random.nextInt(seen.size() - 1));
        if (again.sequence() <= contact.sequence()) {
          assertThat(come(again)).isIn(Turnout.REPLAYED, Turnout.CLOCK);
        }
      }
    }
  }

  @RepeatedTest(40)
  void twoPlacesWithOneKeyAreNoticedAsSoonAsBothHaveSpoken(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Signer agent = new Signer();
    for (int i = 0; i < random.nextInt(3_000); i++) {
      now = now.plusMillis(1 + random.nextInt(20_000));
      come(agent.sign(now));
    }
    Signer copy = agent.copy();
    Signer first = random.nextBoolean() ? agent : copy;
    Signer second = first == agent ? copy : agent;
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      now = now.plusMillis(1 + random.nextInt(20_000));
      come(first.sign(now));
    }
    List<Turnout> turnouts = new ArrayList<>();
    for (Signer each : List.of(second, first, second)) {
      now = now.plusMillis(1 + random.nextInt(20_000));
      turnouts.add(come(each.sign(now)));
    }
    assertThat(turnouts).contains(Turnout.COPIED);
  }

  @RepeatedTest(10)
  void whatIsNotOfNowIsNotTaken(RepetitionInfo info) {
    Signer agent = new Signer();
    Duration off = Turnout.NEAR.plusMillis(info.getCurrentRepetition());
    assertThat(come(agent.sign(now.plus(off)))).isEqualTo(Turnout.CLOCK);
    assertThat(come(agent.sign(now.minus(off)))).isEqualTo(Turnout.CLOCK);
    assertThat(come(agent.sign(now.plus(Turnout.NEAR)))).isEqualTo(Turnout.FRESH);
  }
}
