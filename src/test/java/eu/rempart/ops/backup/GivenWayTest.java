package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.TestDatabase;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.ops.backup.program.ProgramRun;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ends so that others are not held up. */
class GivenWayTest {

  @RegisterExtension private static final TestDatabase DATABASE = new TestDatabase();

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunRepository runs;
  private Destination here;
  private volatile Instant now = Instant.parse("2026-12-01T12:00:00Z");

  @BeforeEach
  void set() {
    runs = new RunRepository(DATABASE.app());
    here = TestDestinations.add(DATABASE.app(), "/disk/way" + System.nanoTime(), "FR", "", now);
  }

  @AfterEach
  void end() {
    runs.breakOff("way", now);
  }

  private BackupRun begun(Act act) {
    runs.ask(new BackupCell("way", here.id(), Technology.IMAGE), act, false, now, null);
    return runs.begin("way", now).orElseThrow();
  }

  /** A program that does nothing, until it is ended. */
  private static CompletableFuture<Void> idle(RunControl control) {
    return CompletableFuture.runAsync(
        () ->
            assertThatThrownBy(
                    () ->
                        control.run(
                            new ProgramRun(
                                List.of("sleep", "300"), Map.of(), Duration.ofMinutes(4)),
                            _ -> {}))
                .isInstanceOf(IOException.class));
  }

  @Test
  void logThatHasToGoOutEndsARun() {
    boolean[] claimed = {false};
    try (RunProgress progress =
        new RunProgress(begun(Act.MAKE), runs, new BackupBoard(), () -> claimed[0], () -> now)) {
      progress.start();
      CompletableFuture<Void> running = idle(progress.control());
      await().atMost(PATIENCE).until(() -> progress.control().moved().isPresent());
      now = now.plusSeconds(31);
      claimed[0] = true;
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                now = now.plusSeconds(31);
                return running.isDone();
              });
      running.join();
      assertThat(progress.hasGivenWay()).isTrue();
      assertThat(progress.isStuck()).isFalse();
    }
  }

  @Test
  void checkThatReadsNothingIsGivenUp() {
    try (RunProgress progress =
        new RunProgress(begun(Act.VERIFY), runs, new BackupBoard(), () -> false, () -> now)) {
      progress.start();
      CompletableFuture<Void> running = idle(progress.control());
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                now = now.plus(Duration.ofMinutes(50));
                return running.isDone();
              });
      running.join();
      assertThat(progress.isStuck()).isTrue();
      assertThat(progress.hasGivenWay()).isFalse();
    }
  }
}
