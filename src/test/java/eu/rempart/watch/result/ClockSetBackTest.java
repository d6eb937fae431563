package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that started by a wrong clock, which is put right while it runs. */
class ClockSetBackTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration TOO_FAR = Duration.ofHours(2);
  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");

  private final WatchLab lab = new WatchLab(database);

  private void putRight() {
    lab.clock.set(lab.clock.instant().minus(TOO_FAR));
  }

  private List<CheckId> due() {
    return lab.checks.takeDue(lab.clock.instant(), 1_000).stream().map(Check::id).toList();
  }

  @Test
  void whatHomeMeasuresIsDueAllTheSame() {
    Check check = lab.watch("home", Zone.HOME);
    assertThat(due()).contains(check.id());
    putRight();
    assertThat(due()).as("not only two hours from now").contains(check.id());
    assertThat(due()).doesNotContain(check.id());
    lab.clock.pass(check.rules().period());
    assertThat(due()).contains(check.id());
  }

  @Test
  void nobodysClockIsQuiteTheSame() {
    Check check = lab.watch("another node", Zone.HOME);
    assertThat(due()).contains(check.id());
    lab.clock.set(lab.clock.instant().minusSeconds(30));
    assertThat(due()).doesNotContain(check.id());
  }

  @Test
  void anOutageIsOneAllTheSameAndEnds() {
    Check check = lab.watch("seen", Zone.HOME, FR, BR);
    for (int i = 0; i < 3; i++) {
      round(check, true);
    }
    putRight();
    for (int i = 0; i < 3; i++) {
      round(check, false);
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
    for (int i = 0; i < 3; i++) {
      round(check, true);
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.status(check).outages()).isEqualTo(1);
  }

  @Test
  void anOutageOfTheWrongTimeEndsToo() {
    Check check = lab.watch("wrong", Zone.HOME, FR, BR);
    for (int i = 0; i < 3; i++) {
      round(check, false);
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
    putRight();
    for (int i = 0; i < 3; i++) {
      round(check, true);
    }
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.outages.now()).noneMatch(outage -> outage.check().id().equals(check.id()));
  }

  private void round(Check check, boolean ok) {
    lab.clock.pass(Duration.ofMinutes(1));
    for (Zone zone : check.rules().zones()) {
      lab.recorder.take(lab.result(check, zone, ok));
    }
  }
}
