package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Results that come while somebody stops a check. */
class StoppedCheckTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final WatchLab lab = new WatchLab(database);

  @Test
  void aResultOnItsWayDoesNotReopenWhatWasStopped() throws Exception {
    Check check = lab.watch("late", Zone.HOME);
    lab.minute(check, Zone.HOME, false);
    lab.clock.pass(Duration.ofMinutes(1));
    Result late = lab.result(check, Zone.HOME, false);
    TransactionTemplate stopping = new TransactionTemplate(database.transactions());
    Thread taking = Thread.ofPlatform().unstarted(() -> lab.recorder.take(late));
    stopping.executeWithoutResult(
        _ -> {
          lab.checks.update(check.measured(false), lab.clock.instant(), null);
          lab.recorder.stop(check, lab.clock.instant());
          taking.start();
          await().atMost(Patience.LONG).until(StoppedCheckTest::somebodyWaits);
        });
    taking.join();
    assertThat(lab.states.lock(check.id(), lab.clock.instant()).zones()).isEmpty();
    assertThat(lab.incidents.latest(100, false))
        .noneMatch(incident -> incident.check().equals(check.id()));
  }

  private static boolean somebodyWaits() {
    return database
            .owner()
            .fetchSingle("SELECT count(*) FROM pg_locks WHERE NOT granted")
            .get(0, Long.class)
        > 0;
  }
}
