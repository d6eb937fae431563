package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.Tries;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Outages that show only once the last of those who saw them have told. */
class HindsightTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");

  private final WatchLab lab = new WatchLab(database);
  private final Instant start = lab.clock.instant();

  /** What a place found in these minutes; {@code x} failed. */
  private List<Result> found(Check check, Zone zone, String minutes) {
    afterwards();
    return IntStream.range(0, minutes.length())
        .mapToObj(
            i -> WatchLab.result(check, zone, start.plus(minute(i)), minutes.charAt(i) != 'x'))
        .toList();
  }

  /** Whatever is told was found before. */
  private void afterwards() {
    lab.clock.set(start.plus(minute(60)));
  }

  private static Duration minute(int i) {
    return Duration.ofMinutes(i);
  }

  private List<Incident> incidents(Check check) {
    return lab.incidents.latest(100, true).stream()
        .filter(incident -> incident.check().equals(check.id()))
        .toList();
  }

  @Test
  void whoComesLateMakesOfTwoTroublesTheOutageThatTheyWere() {
    Check check = lab.watch("late", FR, BR, HK);
    lab.recorder.takeAll(found(check, FR, "..xxx..."));
    lab.recorder.takeAll(found(check, HK, "........"));
    assertThat(incidents(check)).isEmpty();

    List<Result> late = found(check, BR, "..xxxx..");
    lab.recorder.takeAll(late);
    lab.recorder.takeAll(late);

    Incident outage = incidents(check).getFirst();
    assertThat(incidents(check)).hasSize(1);
    assertThat(outage.begunAt()).isEqualTo(start.plus(minute(3)));
    assertThat(outage.endedAt()).isBetween(start.plus(minute(5)), start.plus(minute(7)));
    assertThat(outage.story().getFirst().kind()).isEqualTo(Step.Kind.DOWN);
    assertThat(outage.story().getFirst().zones()).containsExactly(BR, FR);
    assertThat(outage.story().getLast().kind()).isEqualTo(Step.Kind.UP);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.status(check).outages()).isEqualTo(1);
    assertThat(lab.events).as("it is over: nobody is called").isEmpty();
  }

  @Test
  void troublesThatWereNotAtTheSameTimeAreNoOutage() {
    Check check = lab.watch("apart", FR, BR, HK);
    lab.recorder.takeAll(found(check, FR, "xx........"));
    lab.recorder.takeAll(found(check, HK, ".........."));
    lab.recorder.takeAll(found(check, BR, "....xxx..."));
    assertThat(incidents(check)).isEmpty();
  }

  @Test
  void whatFellIntoMaintenanceIsNoOutageAfterwards() {
    Check check = lab.watch("worked on", FR, BR, HK);
    lab.work(check, "moving", minute(30));
    lab.recorder.takeAll(found(check, FR, "..xxx..."));
    lab.recorder.takeAll(found(check, HK, "........"));
    lab.recorder.takeAll(found(check, BR, "..xxx..."));
    assertThat(incidents(check)).isEmpty();
  }

  @Test
  void anOutageThatWasToldIsNotToldAgainByTheLast() {
    Check check = lab.watch("told", FR, BR, HK);
    afterwards();
    for (int i = 0; i < 8; i++) {
      for (Zone zone : List.of(FR, BR)) {
        lab.recorder.take(WatchLab.result(check, zone, start.plus(minute(i)), i < 2 || i > 4));
      }
    }
    assertThat(incidents(check)).hasSize(1);
    lab.recorder.takeAll(found(check, HK, "..xxxx.."));
    assertThat(incidents(check)).hasSize(1);
    assertThat(lab.status(check).outages()).isEqualTo(1);
  }

  static IntStream seeds() {
    return Tries.seeds(10, 40);
  }

  /** Nine places bring what they found whenever they get through, in whatever order. */
  @ParameterizedTest
  @MethodSource("seeds")
  void inWhateverPiecesTheyComeTheOutageIsOne(int seed) {
    Random random = new Random(seed);
    Check check = lab.watch("pieces", Zone.USUAL.toArray(Zone[]::new));
    List<List<Result>> waiting = new ArrayList<>();
    Zone.USUAL.forEach(zone -> waiting.add(new ArrayList<>(found(check, zone, "...xxxx......"))));
    while (waiting.stream().anyMatch(its -> !its.isEmpty())) {
      List<Result> its = waiting.get(random.nextInt(waiting.size()));
      List<Result> now = its.subList(0, random.nextInt(its.size() + 1));
      lab.recorder.takeAll(List.copyOf(now));
      now.clear();
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.status(check).outages()).isEqualTo(1);
    assertThat(incidents(check).getFirst().endedAt()).isNotNull();
  }

  /** Those who come last have told of the trouble, and not yet that it is over. */
  @Test
  void whoTellsOfTheTroubleFirstAndOfItsEndLaterMakesItAnOutageToo() {
    Check check = lab.watch("in halves", Zone.USUAL.toArray(Zone[]::new));
    List<List<Result>> all =
        Zone.USUAL.stream().map(zone -> found(check, zone, "...xxxx...")).toList();
    all.forEach(its -> lab.recorder.takeAll(its.subList(0, 8)));
    assertThat(lab.status(check).stage()).isEqualTo(Stage.RECOVERING);
    all.forEach(its -> lab.recorder.takeAll(its.subList(8, 10)));
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    Incident outage = incidents(check).getFirst();
    assertThat(incidents(check)).hasSize(1);
    assertThat(outage.begunAt()).isEqualTo(start.plus(minute(4)));
    assertThat(outage.endedAt()).isEqualTo(start.plus(minute(8)));
  }

  /**
   * What an agent found while it was cut off itself is of another time than what others see now.
   */
  @Test
  void oldTroubleOfOneAndNewTroubleOfAnotherAreNoOutage() {
    Check check = lab.watch("hours apart", FR, BR, HK);
    lab.recorder.takeAll(found(check, FR, "...........................xxx"));
    lab.recorder.takeAll(found(check, HK, ".............................."));
    lab.recorder.takeAll(found(check, BR, "..xxxxxxxxxx.................."));
    assertThat(lab.events).isEmpty();
    assertThat(incidents(check)).isEmpty();
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
  }

  /** Whoever comes first has told all of it, and the second tells from its beginning. */
  @Test
  void anOutageThatGoesOnBeganWhenItDid() {
    Check check = lab.watch("long", FR, BR, HK);
    lab.recorder.takeAll(found(check, FR, "..xxxxxxxxxxxxxxxxxxxxxxxxxxxx"));
    lab.recorder.takeAll(found(check, HK, ".............................."));
    lab.recorder.takeAll(found(check, BR, "..xxxxxxxxxxxxxxxxxxxxxxxxxxxx"));
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
    assertThat(incidents(check)).hasSize(1);
    assertThat(incidents(check).getFirst().begunAt()).isEqualTo(start.plus(minute(3)));
    assertThat(incidents(check).getFirst().endedAt()).isNull();
    assertThat(lab.events).hasSize(1);
  }
}
