package eu.rempart.edge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Rise.Topic;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is unusual, against the same hour of the past weeks. */
class RisesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private final TrafficLab traffic = new TrafficLab(database, lab);
  private final Rises rises =
      new Rises(traffic.repository, () -> lab.policies.current().settings(), clock);

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    lab.policies.reload();
    database.owner().execute("DELETE FROM edge_traffic");
    database.owner().execute("DELETE FROM edge_rise_told");
  }

  private void came(Duration ago, String place, Measure measure, long count) {
    Instant step = TrafficHistory.step(clock.instant().minus(ago));
    traffic.repository.add(step, List.of(new Count(new Place(place), measure.key(), count)));
  }

  private void weeks(String place, Measure measure, long... counts) {
    for (int week = 0; week < counts.length; week++) {
      came(Duration.ofDays(7L * (week + 1)).plusMinutes(20), place, measure, counts[week]);
    }
  }

  @Test
  void fiveTimesTheMedianOfTheSameHourIsUnusualAndOneStrangeWeekChangesNothing() {
    weeks("FR", Measure.TOO_FAST, 100, 90, 5_000, 110);
    came(Duration.ofMinutes(10), "FR", Measure.TOO_FAST, 400);
    assertThat(rises.now().orElseThrow()).isEmpty();

    came(Duration.ofMinutes(30), "FR", Measure.TOO_FAST, 200);
    assertThat(rises.now().orElseThrow())
        .containsExactly(new Rise(Topic.REFUSALS, Optional.of(new Place("FR")), 600, 105));
  }

  @Test
  void aPlaceThatNeverCameAndAKindOfPageAreNoticed() {
    weeks("FR", Measure.REQUEST_PAGE, 100, 100, 100, 100);
    came(Duration.ofMinutes(5), "BR", Measure.SIGN_IN_FAILED, 80);
    came(Duration.ofMinutes(5), "FR", Measure.REQUEST_EXPORT, 70);

    assertThat(rises.now().orElseThrow())
        .contains(
            new Rise(Topic.SIGN_INS_FAILED, Optional.of(new Place("BR")), 80, 0),
            new Rise(Topic.EXPORTS, Optional.empty(), 70, 0))
        .isSortedAccordingTo((a, b) -> Double.compare(b.times(), a.times()));
  }

  @Test
  void otherHoursAndChanceAreNoRise() {
    weeks("FR", Measure.REQUEST_PAGE, 10, 10, 10, 10);
    came(Duration.ofHours(3), "FR", Measure.REQUEST_PAGE, 50_000);
    came(Duration.ofMinutes(5), "BR", Measure.SIGN_IN_FAILED, 59);
    assertThat(rises.now().orElseThrow()).isEmpty();
  }

  @Test
  void whileNothingIsUsualNothingIsUnusual() {
    came(Duration.ofMinutes(5), "BR", Measure.TOO_FAST, 90_000);
    weeks("FR", Measure.REQUEST_PAGE, 10);
    assertThat(rises.now()).as("which is not the same as nothing").isEmpty();
  }

  @Test
  void aRiseIsToldOnceAndAgainWhenItLastsForHours() {
    List<SecurityEvent> events = new ArrayList<>();
    var watch = new RiseWatch(rises, traffic.repository, events::add, clock);
    var otherNode = new RiseWatch(rises, traffic.repository, events::add, clock);
    weeks("FR", Measure.TOO_FAST, 1, 1, 1, 1);
    came(Duration.ofMinutes(5), "FR", Measure.TOO_FAST, 900);
    watch.look();
    otherNode.look();
    watch.look();

    assertThat(events).hasSize(1);
    assertThat(events.getFirst().kind()).isEqualTo("edge.rise");
    assertThat(events.getFirst().detail())
        .containsEntry("place", "FR")
        .containsEntry("topic", "REFUSALS")
        .containsEntry("number", "900")
        .containsEntry("usual", "1");

    clock.pass(Duration.ofHours(7));
    weeks("FR", Measure.TOO_FAST, 1, 1, 1, 1);
    came(Duration.ofMinutes(5), "FR", Measure.TOO_FAST, 900);
    watch.look();
    assertThat(events).hasSize(2);
  }
}
