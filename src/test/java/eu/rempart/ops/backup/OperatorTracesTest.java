package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.db.TestDatabase;
import eu.rempart.ops.backup.BackupRepository.Added;
import eu.rempart.ops.backup.engine.DestinationAddress;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a command leaves in the tables and in the ledger. */
class OperatorTracesTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW =
      LocalDateTime.parse("2026-12-04T14:00").atZone(PARIS).toInstant();

  private final DSLContext dsl = DATABASE.app();
  private final BackupRepository repository = new BackupRepository(dsl);
  private final RunRepository runs = new RunRepository(dsl);
  private final OperatorBackups operator = new OperatorBackups(repository, runs);

  private int rows(String kind) {
    return dsl.fetchCount(dsl.selectOne().from("ledger").where("kind = ?", kind));
  }

  private Added add(String folder, boolean later) throws Exception {
    assertThat(operator.add(DestinationAddress.parse(folder), CountryCode.of("FR"), "", later, NOW))
        .isTrue();
    return repository.destinations().stream()
        .filter(each -> each.destination().address().folder().equals(folder))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void kitAndCancellingAreInTheLedger() throws Exception {
    int kits = rows("backup.kit");
    operator.kitIsTaken();
    assertThat(rows("backup.kit")).isEqualTo(kits + 1);

    int cancelled = rows("backup.cancel");
    Added here = add("/disk/traces", false);
    BackupCell cell = new BackupCell("traces", here.destination().id(), Technology.IMAGE);
    operator.ask(cell, Act.MAKE, NOW);
    operator.cancelAll(NOW);
    assertThat(rows("backup.cancel")).isEqualTo(cancelled + 1);
    operator.cancelAll(NOW);
    assertThat(rows("backup.cancel")).as("there was nothing to cancel").isEqualTo(cancelled + 1);
  }

  @Test
  void laterWaitsForTheNextTimeThatIsDue() throws Exception {
    Added later = add("/disk/later", true);
    Added once = add("/disk/at-once", false);
    Instant[] now = {NOW.plus(Duration.ofHours(3))};
    DueBackups due = new DueBackups(runs, BackupSchedule.of(PARIS, 0), () -> now[0]);
    assertThat(due.waits(once)).isFalse();
    assertThat(due.waits(later)).isTrue();
    now[0] = NOW.plus(Duration.ofHours(11)); // past half past midnight
    assertThat(due.waits(later)).isFalse();
  }
}
