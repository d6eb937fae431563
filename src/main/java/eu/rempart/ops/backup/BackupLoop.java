package eu.rempart.ops.backup;

import eu.rempart.ops.backup.BackupState.Obstacle;
import eu.rempart.ops.backup.engine.UpgradeCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that works at backups for as long as the application runs. */
final class BackupLoop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BackupLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration END = Duration.ofSeconds(15);

  private final @Nullable Supplier<BackupWork> making;
  private final BackupBoard board;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Semaphore poked = new Semaphore(0);
  private volatile @Nullable BackupWork work;
  private @Nullable Thread thread;

  /**
   * @param making called once the programs are there; null where the database runs elsewhere
   */
  BackupLoop(@Nullable Supplier<BackupWork> making, BackupBoard board) {
    this.making = making;
    this.board = board;
  }

  /** After the migrations: what an upgrade would bring back is not to come back any more. */
  void start(Path home) {
    UpgradeCopy.forget(home);
    if (making == null) {
      return;
    }
    board.put(Obstacle.PROGRAMS_MISSING);
    board.workedBy(poked::release);
    thread = Thread.ofPlatform().daemon().name("backups").start(this::run);
  }

  private void run() {
    while (stopping.getCount() > 0) {
      boolean busy = false;
      try {
        BackupWork present = work();
        busy = present != null && present.look();
      } catch (IOException | RuntimeException e) {
        log.error("backups go on after an error", e);
      }
      if (!busy) {
        rest();
      }
    }
  }

  private @Nullable BackupWork work() throws IOException {
    BackupWork present = work;
    if (present != null) {
      return present;
    }
    if (Stream.of("pgbackrest", "restic").allMatch(BackupLoop::isThere)) {
      BackupWork made = Objects.requireNonNull(making).get();
      made.begin();
      work = made;
      board.put(null);
      return made;
    }
    return null;
  }

  private static boolean isThere(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void rest() {
    try {
      if (poked.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        poked.drainPermits();
      }
    } catch (InterruptedException e) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends what goes on, and waits for it. */
  @Override
  public void close() {
    stopping.countDown();
    poked.release();
    BackupWork present = work;
    if (present != null) {
      present.end();
    }
    Thread running = thread;
    if (running != null) {
      try {
        if (!running.join(END)) {
          log.warn("a backup did not end in {} s", END.toSeconds());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
