package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeLab.Answer;
import eu.rempart.watch.probe.ProbeLab.Hand;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Exchange.Refused;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents, or those who say that they are, bring and is not taken. */
class ExchangeRefusalsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");

  private final ProbeLab lab = new ProbeLab(database);

  private long checks(Check check) {
    return lab.watch.known(check).all().checks();
  }

  @Test
  void aStrangerIsAnsweredBeforeAnythingOfItIsRead() throws IOException {
    RequestSeal seal = new RequestSeal(UUID.randomUUID(), UUID.randomUUID(), 1, lab.now());
    byte[] body = "{".getBytes(StandardCharsets.UTF_8);
    String header = seal.sign(ProbeKeys.generate().getPrivate(), "POST", Exchange.PATH, body);
    Reply reply =
        lab.exchanges.answer(
            header,
            () -> {
              throw new AssertionError("nobody reads what a stranger sends");
            });
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.signature()).isNull();
    for (String wrong : new String[] {null, "", "1 2 3", "x".repeat(3_000)}) {
      assertThat(lab.ask(wrong, body).status()).isEqualTo(401);
    }
  }

  @Test
  void aSignatureOfAnotherKeyIsRefusedBeforeItsContentIsRead() {
    Hand agent = lab.agent(BR);
    RequestSeal seal = agent.seal();
    byte[] nonsense = "{{{".getBytes(StandardCharsets.UTF_8);
    String forged = seal.sign(ProbeKeys.generate().getPrivate(), "POST", Exchange.PATH, nonsense);
    assertThat(agent.send(seal, forged, nonsense).reason()).isEqualTo("signature");
    String ofOther = seal.sign(agent.pair.getPrivate(), "POST", Exchange.PATH, nonsense);
    assertThat(agent.send(seal, ofOther, agent.report("BR")).reason()).isEqualTo("signature");
    // the number is still there for the agent itself
    assertThat(lab.known(agent).contact().sequence()).isZero();
    assertThat(agent.send(seal, nonsense).reason()).isEqualTo("malformed");
    assertThat(lab.known(agent).conduct().trouble()).isEqualTo("malformed");
  }

  @Test
  void aReplayedResultIsRefusedAndCountsNothing() {
    Check check = lab.watch.watch("replayed", BR);
    Hand agent = lab.agent(BR);
    RequestSeal seal = agent.seal();
    byte[] body = agent.report("BR", agent.found(check, lab.now(), false));
    assertThat(agent.send(seal, body).status()).isEqualTo(200);
    lab.watch.clock.pass(Duration.ofSeconds(20));
    assertThat(agent.deliver().status()).isEqualTo(200);
    Answer replayed = agent.send(seal, body);
    assertThat(replayed.status()).isEqualTo(409);
    assertThat(replayed.reason()).isEqualTo("replay");
    assertThat(checks(check)).isEqualTo(1);
    // whoever replays can't have the agent shut out
    assertThat(lab.known(agent).state()).isEqualTo(AgentState.ACTIVE);
    assertThat(agent.deliver().status()).isEqualTo(200);
    // nor does an old one do anything
    lab.watch.clock.pass(Duration.ofHours(1));
    assertThat(agent.send(seal, body).reason()).isEqualTo("clock");
  }

  @Test
  void aCopiedKeyIsNoticedWhicheverSpeaksFirst() {
    for (boolean ahead : new boolean[] {true, false}) {
      Hand agent = lab.agent(BR);
      agent.deliver();
      Hand copy = agent.copy();
      copy.sequence += ahead ? 1_000 : 0;
      lab.watch.clock.pass(Duration.ofSeconds(10));
      assertThat(copy.deliver().status()).isEqualTo(200);
      lab.watch.clock.pass(Duration.ofSeconds(10));
      Answer found = agent.deliver();
      assertThat(found.status()).isEqualTo(403);
      assertThat(found.reason()).isEqualTo("suspended");
      assertThat(lab.known(agent).state()).isEqualTo(AgentState.SUSPENDED);
      assertThat(lab.events).last().isInstanceOf(AgentSuspended.class);
      assertThat(copy.deliver().reason()).isEqualTo("suspended");
    }
    assertThat(
            database
                .owner()
                .fetchCount(
                    org.jooq.impl.DSL.table("ledger"),
                    org.jooq.impl.DSL.condition("kind = 'watch.agent.suspended'")))
        .isEqualTo(2);
  }

  @Test
  void aClockThatIsADayOffIsToldAndNothingIsTaken() {
    Check check = lab.watch.watch("clock", BR);
    Hand agent = lab.agent(BR);
    for (Duration off : List.of(Duration.ofDays(1), Duration.ofDays(-1), Duration.ofMinutes(6))) {
      RequestSeal wrong =
          new RequestSeal(agent.id, agent.boot, ++agent.sequence, lab.now().plus(off));
      byte[] body = agent.report("BR", agent.found(check, lab.now().plus(off), false));
      Answer answer = agent.send(wrong, body);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.reason()).isEqualTo("clock");
      assertThat(lab.known(agent).conduct().clockOff()).isEqualTo(off);
      assertThat(lab.known(agent).conduct().clockWrong()).isTrue();
    }
    assertThat(lab.watch.known(check).zones()).isEmpty();
    RequestSeal absurd =
        new RequestSeal(
            agent.id, agent.boot, ++agent.sequence, Instant.ofEpochMilli(Long.MAX_VALUE));
    assertThat(agent.send(absurd, agent.report("BR")).reason()).isEqualTo("clock");
    // as soon as it goes by home's clock it is listened to
    assertThat(agent.deliver(agent.found(check, lab.now(), true)).status()).isEqualTo(200);
    assertThat(lab.known(agent).conduct().clockWrong()).isFalse();
  }

  @Test
  void whatMayNotBeIsNotTaken() {
    Check check = lab.watch.watch("absurd", BR);
    Check other = lab.watch.watch("others", HK);
    Hand agent = lab.agent(BR);
    long now = lab.now().toEpochMilli() * 1_000;
    UUID id = check.id().value();
    List<Found> all = new ArrayList<>();
    all.add(new Found(1, id, now + 90_000_000, null, 1, 1L, 1L, 1L, 1L, 9L)); // the future
    all.add(new Found(2, id, Long.MAX_VALUE, null, 1, 1L, 1L, 1L, 1L, 9L));
    all.add(new Found(3, id, -1, null, 1, 1L, 1L, 1L, 1L, 9L));
    all.add(new Found(4, other.id().value(), now, "STATUS", 1, null, null, null, null, null));
    all.add(new Found(5, UUID.randomUUID(), now, "STATUS", 1, null, null, null, null, null));
    all.add(new Found(6, id, now, null, 1, -1L, 1L, 1L, 1L, 9L));
    all.add(new Found(7, id, now, null, 1, 1L, 1L, 1L, 1L, Long.MAX_VALUE));
    all.add(new Found(8, id, now, null, 1, 9_000_000L, 9_000_000L, 1L, 1L, 9L));
    all.add(new Found(9, id, now, null, 1, null, null, null, null, null));
    all.add(new Found(10, id, now, "<script>", 1, null, null, null, null, null));
    all.add(new Found(11, id, now, "TOO_FULL", 1, null, null, null, null, null));
    all.add(new Found(12, id, now, null, 200, 1L, 1L, 1L, 1L, 9L));
    Answer answer = agent.deliver(all.toArray(Found[]::new));
    assertThat(answer.done().taken()).isEqualTo(12);
    assertThat(answer.done().refused())
        .containsExactly(
            new Refused(1, "future"),
            new Refused(2, "future"),
            new Refused(3, "future"),
            new Refused(4, "not-its-own"),
            new Refused(5, "gone"),
            new Refused(6, "absurd"),
            new Refused(7, "absurd"),
            new Refused(8, "absurd"),
            new Refused(9, "absurd"),
            new Refused(10, "absurd"),
            new Refused(11, "absurd"));
    assertThat(checks(check)).isEqualTo(1);
    assertThat(lab.watch.known(other).all().checks()).isZero();
    assertThat(lab.known(agent).conduct().refused()).isEqualTo(11);
    assertThat(lab.known(agent).conduct().trouble()).isEqualTo("future");
  }

  /** By their number alone its results would be most of what the public sees. */
  @Test
  void moreThanTheChecksPeriodExplainsIsNotTaken() {
    Check check = lab.watch.watch("often", BR);
    Hand agent = lab.agent(BR);
    Instant early = lab.now().minus(Duration.ofMinutes(2));
    assertThat(agent.deliver(agent.found(check, early, true)).done().refused())
        .containsExactly(new Refused(1, "gone"));
    assertThat(lab.known(agent).conduct().trouble()).isNull();
    lab.watch.clock.pass(Duration.ofHours(2));
    Found[] many = new Found[Exchange.MOST_RESULTS];
    for (int i = 0; i < many.length; i++) {
      many[i] = agent.found(check, lab.now().plusNanos(1_000L * i), true);
    }
    Answer answer = agent.deliver(many);
    assertThat(answer.done().taken()).isEqualTo(1 + many.length);
    assertThat(answer.done().refused())
        .hasSize(many.length - 130)
        .extracting(Refused::reason)
        .containsOnly("too-often");
    assertThat(checks(check)).isEqualTo(130);
    assertThat(lab.known(agent).conduct().trouble()).isEqualTo("too-often");
    assertThat(lab.known(agent).conduct().refused()).isEqualTo(1 + many.length - 130);
    // an hour later it is listened to again
    lab.watch.clock.pass(Duration.ofHours(1));
    agent.deliver(agent.found(check, lab.now(), true));
    assertThat(checks(check)).isEqualTo(131);
  }

  @Test
  void anotherZonesNameAndTooManyResultsAreRefused() {
    Check check = lab.watch.watch("zone", BR);
    Hand agent = lab.agent(BR);
    Found found = agent.found(check, lab.now(), true);
    assertThat(agent.send(agent.seal(), agent.report("HK", found)).reason()).isEqualTo("zone");
    Found[] many = new Found[Exchange.MOST_RESULTS + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = agent.found(check, lab.now(), true);
    }
    assertThat(agent.deliver(many).reason()).isEqualTo("malformed");
    for (String body : List.of("", "null", "[]", "{\"results\":null}", "{\"results\":[null]}")) {
      assertThat(agent.send(agent.seal(), body.getBytes(StandardCharsets.UTF_8)).reason())
          .as(body)
          .isEqualTo("malformed");
    }
    assertThat(lab.watch.known(check).zones()).isEmpty();
  }
}
