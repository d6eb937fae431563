package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Tries;
import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.FakeChannel;
import eu.rempart.alert.queue.FakeChannel.Arrived;
import eu.rempart.alert.queue.FakeChannel.Killed;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever begins, grows, ends, is taken care of, silenced and killed in whatever order: who is
 * called is called no longer than the incident, and an incident that is open is told on. Each
 * repetition has a seed of its own, the same in every run.
 */
class AlertPropertyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<Mood> MOODS =
      List.of(
          Mood.FINE,
          Mood.FINE,
          Mood.BUSY,
          Mood.LOSES_ITS_ANSWER,
          Mood.KILLS_BEFORE,
          Mood.KILLS_AFTER,
          Mood.BROKEN);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(3);

  private final IncidentLab lab = new IncidentLab(database);
  private final Map<String, AlertRequest> wrong = new TreeMap<>();
  private String source = "";

  private void deliver() {
    for (int i = 0; i < 40; i++) {
      try {
        lab.queue.deliver();
        return;
      } catch (Killed dead) {
        // somebody else looks at it later
      }
    }
  }

  private void pass(Duration time) {
    Instant end = lab.clock.instant().plus(time);
    while (lab.clock.instant().isBefore(end)) {
      lab.clock.pass(Duration.ofSeconds(30));
      lab.alerts.sync(source, List.copyOf(wrong.values()));
      lab.escalation.run();
      deliver();
    }
  }

  private List<Incident> going() {
    return lab.incidents.allGoing(source);
  }

  private AlertRequest request(String key, Severity severity, Duration quiet) {
    AlertRequest usual = lab.request(source, key, severity);
    return new AlertRequest(
        usual.key(),
        source,
        key,
        severity,
        usual.what(),
        usual.facts(),
        usual.path(),
        Ending.BY_SOURCE,
        quiet.isZero() ? null : lab.clock.instant().plus(quiet));
  }

  private void step(Random random, List<UUID> crew) {
    String key = "k" + random.nextInt(3);
    switch (random.nextInt(10)) {
      case 0, 1 -> wrong.put(key, request(key, Severity.WARNING, Duration.ZERO));
      case 2 -> wrong.put(key, request(key, Severity.CRITICAL, Duration.ZERO));
      case 3 -> wrong.put(key, request(key, Severity.CRITICAL, Duration.ofMinutes(7)));
      case 4, 5 -> wrong.remove(key);
      case 6 -> {
        List<Incident> going = going();
        if (!going.isEmpty()) {
          lab.acknowledgements.acknowledge(
              going.get(random.nextInt(going.size())).id(),
              crew.get(random.nextInt(crew.size())),
              null);
        }
      }
      case 7 -> lab.silence(source, random.nextBoolean() ? key : null, Duration.ofMinutes(6));
      default -> {
        FakeChannel channel =
            List.of(lab.queue.email, lab.queue.sms, lab.queue.duty).get(random.nextInt(3));
        channel.mood = MOODS.get(random.nextInt(MOODS.size()));
      }
    }
  }

  /** Nothing is broken for longer than messages are patient. */
  private void mend() {
    for (FakeChannel channel : List.of(lab.queue.email, lab.queue.sms, lab.queue.duty)) {
      channel.mood = Mood.FINE;
    }
  }

  private void assertEachOpenOneGoesOn() {
    Instant now = lab.clock.instant();
    for (Incident incident : going()) {
      if (incident.state() == IncidentState.OPEN) {
        assertThat(incident.escalateAt())
            .as(incident::toString)
            .isNotNull()
            .isBefore(now.plus(LONGEST_PAUSE).plusSeconds(1));
      }
    }
  }

  static IntStream seeds() {
    return Tries.seeds(3, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoeverIsCalledHearsOfTheEnd(int seed) {
    Random random = new Random(seed);
    source = "p." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
    UUID ana = lab.engineer(lab.queue.email, lab.queue.sms);
    UUID ben = lab.engineer(lab.queue.email, lab.queue.duty);
    UUID clo = lab.engineer(lab.queue.duty);
    UUID dan = lab.engineer(lab.queue.sms);
    lab.onDuty(ana, ben);
    List<UUID> crew = List.of(ana, ben, clo, dan);
    for (int i = 0; i < 60; i++) {
      step(random, crew);
      lab.alerts.sync(source, List.copyOf(wrong.values()));
      deliver();
      pass(Duration.ofSeconds(30L * random.nextInt(20)));
      if (i % 8 == 7) {
        mend();
        pass(Duration.ofMinutes(6));
      }
      assertEachOpenOneGoesOn();
    }
    mend();
    wrong.clear();
    pass(Duration.ofMinutes(30));
    assertThat(going()).isEmpty();
    assertThatWhatCallsIsEnded();
    lab.duty.forget();
  }

  /** Of each opening at each address the last that arrived is that it is over. */
  private void assertThatWhatCallsIsEnded() {
    Map<String, List<Arrived>> calls = new LinkedHashMap<>();
    for (Arrived each : lab.queue.duty.arrived) {
      calls
          .computeIfAbsent(
              each.address() + " " + each.message().incident() + " " + each.message().opening(),
              _ -> new ArrayList<>())
          .add(each);
    }
    calls.forEach(
        (key, all) -> {
          List<MessageKind> kinds = all.stream().map(each -> each.message().kind()).toList();
          int last =
              Math.max(
                  kinds.lastIndexOf(MessageKind.ALARM), kinds.lastIndexOf(MessageKind.REMINDER));
          assertThat(last < 0 || kinds.lastIndexOf(MessageKind.RESOLVED) > last)
              .as("%s: %s", key, kinds)
              .isTrue();
        });
  }
}
