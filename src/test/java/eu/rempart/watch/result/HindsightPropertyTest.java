package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Tries;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever delivers whenever: what was an outage in the order in which it was found is one
 * afterwards. Each repetition has a seed of its own, the same in every run.
 */
class HindsightPropertyTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MINUTES = 26;
  private static final int QUIET = 8;

  private final WatchLab lab = new WatchLab(database);
  private final Instant start = lab.clock.instant();

  private Check watch(Rules rules) {
    Check usual = lab.watch("seen", rules.zones().toArray(Zone[]::new));
    Check check =
        new Check(
            usual.id(),
            usual.version(),
            usual.name(),
            usual.kind(),
            usual.target(),
            usual.band(),
            rules,
            false,
            true,
            true);
    assertThat(lab.checks.update(check, start, null)).isTrue();
    // whatever is told was found before
    lab.clock.set(start.plus(Duration.ofHours(1)));
    return lab.checks.find(check.id()).orElseThrow();
  }

  private List<Incident> incidents(Check check) {
    return lab.incidents.latest(100, true).stream()
        .filter(incident -> incident.check().equals(check.id()))
        .toList();
  }

  private Instant minute(int i, int second) {
    return start.plus(Duration.ofMinutes(i)).plusSeconds(second);
  }

  /** What places found, and when they told. */
  private record Told(Instant told, Result result) {}

  private static boolean within(int minute, int begin, int length) {
    return minute >= begin && minute < begin + length;
  }

  private List<Told> story(Random random, Check check) {
    Rules rules = check.rules();
    int first = 3 + random.nextInt(3);
    int length = rules.failAfter() + random.nextInt(4);
    int second = first + length + 2 + random.nextInt(6);
    int slow = 1 + random.nextInt(6);
    List<Told> all = new ArrayList<>();
    for (Zone zone : rules.zones()) {
      int phase = random.nextInt(50);
      Instant next = minute(random.nextInt(slow), 55);
      for (int i = 0; i < MINUTES; i++) {
        boolean cut = within(i, first, length) || within(i, second, length);
        boolean loud = i < MINUTES - QUIET;
        boolean fails = loud && random.nextDouble() < (cut ? 0.93 : 0.03);
        Instant at = minute(i, phase);
        while (next.isBefore(at)) {
          next = next.plus(Duration.ofSeconds(5 + random.nextInt(60 * slow)));
        }
        all.add(new Told(next, WatchLab.result(check, zone, at, !fails)));
      }
    }
    all.sort(Comparator.comparing(Told::told).thenComparing(each -> each.result().zone()));
    return all;
  }

  private void tell(List<Told> all) {
    for (int i = 0; i < all.size(); ) {
      Told first = all.get(i);
      List<Result> together =
          all.stream()
              .skip(i)
              .takeWhile(
                  each ->
                      each.told().equals(first.told())
                          && each.result().zone().equals(first.result().zone()))
              .map(Told::result)
              .toList();
      lab.recorder.takeAll(together);
      if (together.hashCode() % 3 == 0) {
        lab.recorder.takeAll(together);
      }
      i += together.size();
    }
  }

  private static boolean touches(Incident incident, Hindsight.Outage outage, Duration apart) {
    Instant ended = incident.endedAt() == null ? Instant.MAX : incident.endedAt();
    return !incident.begunAt().isAfter(outage.ended().plus(apart))
        && !ended.isBefore(outage.begun().minus(apart));
  }

  static IntStream seeds() {
    return Tries.seeds(10, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasAnOutageInOrderIsOneInWhateverPiecesItCame(int seed) {
    Random random = new Random(seed);
    List<Zone> zones = Zone.USUAL.stream().limit(2 + random.nextInt(8)).toList();
    Rules rules =
        new Rules(
            1 + random.nextInt(3),
            1 + random.nextInt(4),
            Rules.majority(zones.size()),
            zones,
            PERIOD);
    Check check = watch(rules);
    List<Told> all = story(random, check);
    tell(all);

    List<Hindsight.Kept> kept =
        lab.results.between(check.id(), start, start.plus(Duration.ofHours(2)), 10_000);
    assertThat(kept).hasSameSizeAs(all);
    Hindsight.Course course = Hindsight.course(check, kept);
    List<Incident> written = incidents(check);
    for (Hindsight.Outage outage : course.over()) {
      assertThat(written)
          .as("%s of %s", outage, rules)
          .anyMatch(incident -> touches(incident, outage, PERIOD));
    }
    boolean held = lab.status(check).flapping();
    if (course.state().stage() == Stage.UP && !held) {
      assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
      assertThat(written).allMatch(incident -> incident.endedAt() != null);
    }
  }

  /** With one good result nobody takes anything back, but nobody fails any more either. */
  @Test
  void oneGoodResultHidesNoOutageWhereMoreAreNeededForItsEnd() {
    List<Zone> zones = List.of(new Zone("FR"), new Zone("BR"), new Zone("HK"));
    Check check = watch(new Rules(2, 4, 2, zones, PERIOD));
    for (Zone zone : zones) {
      lab.recorder.takeAll(
          List.of(
              WatchLab.result(check, zone, minute(0, 0), true),
              WatchLab.result(check, zone, minute(1, 0), false),
              WatchLab.result(check, zone, minute(2, 0), false),
              WatchLab.result(check, zone, minute(3, 0), true)));
    }
    assertThat(incidents(check)).hasSize(1);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.RECOVERING);
  }

  /** The last of those who must agree tells in two pieces. */
  @Test
  void whoTellsItsLastFailureLateMakesItAnOutage() {
    List<Zone> zones = List.of(new Zone("FR"), new Zone("BR"), new Zone("HK"));
    Check check = watch(new Rules(2, 2, 2, zones, PERIOD));
    List<Result> fr = new ArrayList<>();
    List<Result> br = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      boolean ok = i == 0 || i == 3;
      fr.add(WatchLab.result(check, zones.getFirst(), minute(i, 0), ok));
      br.add(WatchLab.result(check, zones.get(1), minute(i, 0), ok));
    }
    lab.recorder.takeAll(fr);
    lab.recorder.takeAll(br.subList(0, 2));
    lab.recorder.takeAll(br.subList(2, 4));
    assertThat(incidents(check)).hasSize(1);
  }

  /** While there is another, nobody looked. */
  @Test
  void anEarlierOutageIsWrittenDownWhileALaterOneGoesOn() {
    List<Zone> zones = List.of(new Zone("FR"), new Zone("BR"), new Zone("HK"));
    Check check = watch(new Rules(2, 2, 2, zones, PERIOD));
    String course = "..xxx......................xxxx";
    for (Zone zone : List.of(zones.get(0), zones.get(2))) {
      boolean sees = zone.equals(zones.getFirst());
      for (int i = 0; i < course.length(); i++) {
        boolean ok = course.charAt(i) != 'x' || (i < 10 && !sees);
        lab.recorder.take(WatchLab.result(check, zone, minute(i, 0), ok));
      }
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
    assertThat(incidents(check)).hasSize(1);
    List<Result> late = new ArrayList<>();
    for (int i = 0; i < course.length(); i++) {
      late.add(WatchLab.result(check, zones.get(1), minute(i, 0), course.charAt(i) != 'x'));
    }
    lab.recorder.takeAll(late);
    assertThat(incidents(check)).hasSize(2);
    assertThat(incidents(check).getLast().endedAt()).isNotNull();
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
  }
}
