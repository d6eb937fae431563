package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of results: figures, states, incidents. */
class RecorderTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");

  private final WatchLab lab = new WatchLab(database);

  private List<Incident> incidents(Check check) {
    return lab.incidents.latest(100, true).stream()
        .filter(incident -> incident.check().equals(check.id()))
        .toList();
  }

  @Test
  void theTableOfTheBrochureComesFromResults() {
    Check check = lab.watch("HTTPS", Zone.HOME);
    for (int i = 0; i < 20; i++) {
      lab.minute(check, Zone.HOME, i < 10 || i > 12);
    }
    CheckStatus status = lab.status(check);
    assertThat(status.all()).isEqualTo(new Figures(20, 3, 0, 17, 17 * 673_000));
    assertThat(status.all().uptime().orElseThrow()).hasToString("85.000");
    assertThat(status.all().average().orElseThrow()).hasToString("0.673");
    assertThat(status.outages()).isEqualTo(1);
    assertThat(status.stage()).isEqualTo(Stage.UP);
    assertThat(status.last().orElseThrow().ok()).isTrue();
    assertThat(status.days().values()).containsExactly(status.all());
  }

  @Test
  void theFiguresOfTheBrochureAreShownAsThere() {
    Figures brochure = new Figures(35_088, 39, 0, 35_049, 35_049 * 673_000L);
    assertThat(brochure.uptime().orElseThrow()).hasToString("99.889");
    assertThat(brochure.average().orElseThrow()).hasToString("0.673");
    assertThat(new Figures(10_000_000, 1, 0, 0, 0).uptime().orElseThrow()).hasToString("99.999");
    assertThat(new Figures(5, 0, 0, 0, 0).uptime().orElseThrow()).hasToString("100.000");
    assertThat(Figures.NONE.uptime()).isEmpty();
    assertThat(Figures.NONE.average()).isEmpty();
    // 0.67249966…, rounded once
    assertThat(new Figures(3, 0, 0, 3, 2_017_499).average().orElseThrow()).hasToString("0.672");
  }

  @Test
  void anOutageIsAnIncidentWithItsStory() {
    Check check = lab.watch("story", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    assertThat(incidents(check)).isEmpty();
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, true);
    assertThat(incidents(check)).hasSize(1).allMatch(open -> open.endedAt() == null);
    lab.minute(check, Zone.HOME, true);

    Incident over = incidents(check).getFirst();
    assertThat(over.endedAt()).isEqualTo(lab.clock.instant());
    assertThat(over.story())
        .extracting(Step::kind)
        .containsExactly(Step.Kind.DOWN, Step.Kind.RECOVERING, Step.Kind.UP);
    Step down = over.story().getFirst();
    assertThat(down.failure()).isEqualTo(Failure.STATUS);
    assertThat(down.number()).isEqualTo(503);
    assertThat(down.zones()).containsExactly(Zone.HOME);
  }

  @Test
  void oneZoneOfThreeIsTroubleThereAndTwoAreAnOutage() {
    Check check = lab.watch("zones", FR, BR, HK);
    for (int i = 0; i < 3; i++) {
      lab.minute(check, FR, true);
      lab.minute(check, BR, false);
      lab.minute(check, HK, true);
    }
    assertThat(lab.status(check).troubled()).containsExactly(BR);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(incidents(check)).isEmpty();
    lab.minute(check, HK, false);
    lab.minute(check, BR, false);
    lab.minute(check, HK, false);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.DOWN);
    assertThat(incidents(check).getFirst().story().getFirst().zones()).containsExactly(BR, HK);
    assertThat(lab.status(check).zones())
        .containsEntry(BR, new Figures(4, 4, 0, 0, 0))
        .containsEntry(FR, new Figures(3, 0, 0, 3, 3 * 673_000));
  }

  @Test
  void whoFlapsHasOneLongIncidentAtTheEnd() {
    Check check = lab.watch("flaps", Zone.HOME);
    for (int i = 0; i < 8; i++) {
      for (boolean ok : new boolean[] {false, false, true, true}) {
        lab.minute(check, Zone.HOME, ok);
      }
    }
    assertThat(lab.status(check).flapping()).isTrue();
    assertThat(incidents(check)).hasSize(4);
    assertThat(incidents(check).getFirst().endedAt()).isNull();
    assertThat(incidents(check).getFirst().story())
        .extracting(Step::kind)
        .contains(Step.Kind.FLAPPING);
  }

  @Test
  void aResultThatComesTwiceCountsOnce() {
    Check check = lab.watch("twice", Zone.HOME);
    Result result = lab.result(check, Zone.HOME, false);
    lab.recorder.take(result);
    lab.recorder.take(result);
    assertThat(lab.status(check).all().checks()).isEqualTo(1);
    assertThat(lab.states.failureIn(Zone.HOME, check.id())).isEqualTo(Failure.STATUS);
  }

  @Test
  void resultsOfZonesThatWereNotAskedAreNotTaken() {
    Check check = lab.watch("asked", FR);
    lab.minute(check, HK, false);
    assertThat(lab.status(check).all()).isEqualTo(Figures.NONE);
    assertThat(lab.status(check).last()).isEmpty();
    assertThat(lab.status(check).silent()).containsExactly(FR);
  }

  @Test
  void whatFallsIntoMaintenanceIsKeptAndNotCounted() {
    Check check = lab.watch("works", Zone.HOME);
    lab.minute(check, Zone.HOME, true);
    lab.work(check, "a new disk", Duration.ofMinutes(4));
    for (int i = 0; i < 3; i++) {
      lab.minute(check, Zone.HOME, false);
    }
    assertThat(lab.reports.forEverybody().maintenance())
        .extracting(Maintenance::title)
        .contains("a new disk");
    lab.minute(check, Zone.HOME, true);
    CheckStatus status = lab.status(check);
    assertThat(status.all()).isEqualTo(new Figures(2, 0, 3, 2, 2 * 673_000));
    assertThat(status.stage()).isEqualTo(Stage.UP);
    assertThat(status.excluded()).isEqualTo(Duration.ofMinutes(4));
    assertThat(incidents(check)).isEmpty();
  }

  @Test
  void anOutageEndsWithinMaintenanceAndItsZoneIsHeard() {
    Check check = lab.watch("mended", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, false);
    lab.work(check, "a new disk", Duration.ofHours(1));
    lab.minute(check, Zone.HOME, true);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.RECOVERING);
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, true);
    // the failure does not count as one, but two good results came in a row not yet
    assertThat(lab.status(check).stage()).isEqualTo(Stage.RECOVERING);
    lab.minute(check, Zone.HOME, true);
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(incidents(check).getFirst().endedAt()).isEqualTo(lab.clock.instant());
    for (int i = 0; i < 10; i++) {
      lab.minute(check, Zone.HOME, false);
    }
    assertThat(lab.status(check).silent()).isEmpty();
    assertThat(lab.status(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.states.failureIn(Zone.HOME, check.id())).isEqualTo(Failure.STATUS);
    assertThat(lab.status(check).all().failed()).isEqualTo(2);
    assertThat(incidents(check)).hasSize(1);
  }

  @Test
  void whatWasPausedTellsNoStoryToThePublic() {
    Check check = lab.watch("paused", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    lab.minute(check, Zone.HOME, false);
    assertThat(incidents(check)).hasSize(1);
    assertThat(lab.checks.update(check.measured(false), lab.clock.instant(), null)).isTrue();
    assertThat(incidents(check)).isEmpty();
    assertThat(lab.incidents.latest(100, false))
        .anyMatch(incident -> incident.check().equals(check.id()));
  }

  @Test
  void maintenanceEndsEarlyAndOverlapsCountOnce() {
    Check check = lab.watch("early", Zone.HOME);
    Maintenance first = lab.work(check, "one", Duration.ofMinutes(10));
    lab.work(check, "two", Duration.ofMinutes(5));
    lab.clock.pass(Duration.ofMinutes(7));
    assertThat(lab.maintenance.end(first.id(), lab.clock.instant())).isTrue();
    assertThat(lab.maintenance.end(first.id(), lab.clock.instant())).isFalse();
    lab.clock.pass(Duration.ofMinutes(7));
    assertThat(lab.status(check).excluded()).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void nobodyElseMeasuresWhatWasTakenUntilItsPeriodIsOver() {
    Check check = lab.watch("due", Zone.HOME);
    lab.watch("elsewhere", FR);
    assertThat(lab.checks.takeDue(lab.clock.instant(), 100))
        .extracting(Check::id)
        .contains(check.id());
    assertThat(lab.checks.takeDue(lab.clock.instant(), 100)).isEmpty();
    lab.clock.pass(Duration.ofMinutes(1));
    assertThat(lab.checks.takeDue(lab.clock.instant(), 100))
        .extracting(Check::name)
        .contains("due")
        .doesNotContain("elsewhere");
  }

  @Test
  void daysAreMadeAheadAndTakeWhatCameBefore() {
    Check check = lab.watch("days", Zone.HOME);
    lab.minute(check, Zone.HOME, true);
    LocalDate today = LocalDate.ofInstant(lab.clock.instant(), ZoneOffset.UTC);
    assertThat(lab.results.makePartitions(today)).isEqualTo(9);
    assertThat(lab.results.makePartitions(today)).isZero();
    assertThat(lab.results.makePartitions(today.plusDays(1))).isEqualTo(1);
    lab.minute(check, Zone.HOME, true);
    assertThat(
            database
                .owner()
                .fetchCount(
                    DSL.table("watch_result_20260301"),
                    DSL.condition("check_id = ?", check.id().value())))
        .isEqualTo(2);
    lab.recorder.take(lab.result(check, Zone.HOME, false));
    assertThat(lab.status(check).all().checks()).isEqualTo(2);
  }

  @Test
  void resultsAreNotChangedByTheApplication() {
    Check check = lab.watch("append", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    assertThatThrownBy(() -> database.app().execute("UPDATE watch_result SET failure = NULL"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> database.app().execute("DELETE FROM watch_result"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> database.owner().execute("UPDATE watch_result SET failure = NULL"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void checksComeBackAsTheyWereSaved() {
    Check check = lab.watch("<b>markup</b>", FR, HK);
    assertThat(lab.checks.find(check.id())).isEqualTo(Optional.of(check));
    assertThat(lab.checks.update(check, lab.clock.instant(), null)).isTrue();
    assertThat(lab.checks.update(check, lab.clock.instant(), null)).isFalse();
    Check later = lab.checks.find(check.id()).orElseThrow();
    assertThat(lab.checks.retire(later, lab.clock.instant(), null)).isTrue();
    assertThat(lab.checks.find(check.id())).isEmpty();
    lab.minute(later, FR, true);
    assertThat(lab.figures.totals()).doesNotContainKey(check.id());
  }
}
