package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.TestDatabase;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers that begin in the same instant. */
class BackupTurnsTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void secondWaitsUntilTheFirstIsWritten() {
    Destination here =
        TestDestinations.add(DATABASE.app(), "/disk/turns", "FR", "", NOW.minusSeconds(9));
    RunRepository runs = new RunRepository(DATABASE.app());
    for (String server : new String[] {"turn-a", "turn-b"}) {
      runs.ask(new BackupCell(server, here.id(), Technology.CLASSIC), Act.MAKE, false, NOW, null);
    }
    CompletableFuture<Optional<BackupRun>> second =
        DATABASE
            .app()
            .transactionResult(
                first -> {
                  assertThat(new RunRepository(first.dsl()).begin("turn-a", NOW)).isPresent();
                  CompletableFuture<Optional<BackupRun>> other =
                      CompletableFuture.supplyAsync(() -> runs.begin("turn-b", NOW));
                  await()
                      .atMost(Duration.ofMinutes(1))
                      .until(() -> other.isDone() || waitsForALock());
                  return other;
                });
    try {
      assertThat(second.join()).as("both would write into one repository").isEmpty();
    } finally {
      runs.breakOff("turn-a", NOW);
      runs.breakOff("turn-b", NOW);
    }
  }

  private static boolean waitsForALock() {
    return DATABASE
        .app()
        .fetchExists(
            DATABASE
                .app()
                .selectOne()
                .from("pg_locks")
                .where("locktype = 'advisory' AND objid = 7310626 AND NOT granted"));
  }
}
