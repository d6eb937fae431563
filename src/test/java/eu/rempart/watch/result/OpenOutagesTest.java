package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.OpenOutages.Blind;
import eu.rempart.watch.result.OpenOutages.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are told of by the clock. */
class OpenOutagesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");

  private final WatchLab lab = new WatchLab(database);

  /** It looks every few seconds, and figures are many: it has to do without them. */
  private <T> List<T> withoutFigures(Supplier<List<T>> look) {
    database.owner().execute("REVOKE SELECT ON watch_figure FROM rempart_app");
    try {
      return look.get();
    } finally {
      database.owner().execute("GRANT SELECT ON watch_figure TO rempart_app");
    }
  }

  private List<Outage> outages(Check check) {
    return withoutFigures(lab.outages::now).stream()
        .filter(outage -> outage.check().equals(check))
        .toList();
  }

  private List<Blind> blind(Check check) {
    return withoutFigures(lab.outages::blind).stream()
        .filter(blind -> blind.check().equals(check))
        .toList();
  }

  private void state(Check check, Stage stage) {
    assertThat(lab.status(check).stage()).isEqualTo(stage);
  }

  @Test
  void anOutageGoesOnWhileItsWitnessesAreSilentAndIsNotCalledUnclearBeside() {
    Check check = lab.watch("Web", FR, BR);
    for (int i = 0; i < 4; i++) {
      lab.minute(check, FR, false);
      lab.recorder.take(lab.result(check, BR, false));
    }
    state(check, Stage.DOWN);
    assertThat(outages(check))
        .singleElement()
        .satisfies(
            outage -> assertThat(outage.bad().orElseThrow().failure()).isEqualTo(Failure.STATUS));
    lab.clock.pass(Duration.ofHours(1));
    assertThat(outages(check)).hasSize(1);
    assertThat(blind(check)).as("people were told of the outage").isEmpty();
  }

  @Test
  void tooFewThatAreHeardAreUnclearAndWorkOnItIsKnown() {
    Check check = lab.watch("Web", FR, BR);
    assertThat(blind(check)).as("it was made a moment ago").isEmpty();
    lab.clock.pass(Duration.ofHours(1));
    lab.minute(check, FR, true);
    assertThat(blind(check)).containsExactly(new Blind(check, 1, false, Optional.empty()));
    for (int i = 0; i < 4; i++) {
      lab.minute(check, FR, false);
    }
    Maintenance work = lab.work(check, "a new line", Duration.ofMinutes(5));
    assertThat(blind(check)).containsExactly(new Blind(check, 1, true, Optional.of(work.end())));
    assertThat(outages(check)).isEmpty();
  }
}
