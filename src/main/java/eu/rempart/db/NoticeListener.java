package eu.rempart.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears what PostgreSQL tells on a channel (LISTEN), from whatever writer: another server or an
 * operator's psql included. Holds one connection all the time. After every break, which may have
 * swallowed notices, it connects again and says so.
 */
public final class NoticeListener implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(NoticeListener.class);
  private static final int POLL_MILLIS = 500;
  private static final int POLLS_BETWEEN_CHECKS = 40;
  private static final int CHECK_SECONDS = 5;
  private static final Duration LONGEST_REST = Duration.ofMillis(250);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final DataSource database;
  private final String channel;
  private final Runnable connected;
  private final Consumer<String> heard;
  private final Semaphore hurry = new Semaphore(0);
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile @Nullable Thread thread;

  /**
   * A listener that is not started yet.
   *
   * @param channel a name that needs no quotes
   * @param connected called after each connection: what changed before may have gone unheard
   * @param heard called with the payload of each notice; once for those that came together and say
   *     the same
   */
  public NoticeListener(
      DataSource database, String channel, Runnable connected, Consumer<String> heard) {
    this.database = database;
    this.channel = channel;
    this.connected = connected;
    this.heard = heard;
  }

  @Override
  public void start() {
    CountDownLatch untilStopped = new CountDownLatch(1);
    stopped = untilStopped;
    thread =
        Thread.ofPlatform().daemon().name("listen-" + channel).start(() -> listen(untilStopped));
  }

  @Override
  public void stop() {
    stopped.countDown();
    hurry.release();
    Thread running = thread;
    if (running != null) {
      try {
        running.join(Duration.ofSeconds(CHECK_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A moment passes until it hears that, in which all others of the application stop too. */
  @Override
  public void stop(Runnable whenStopped) {
    stopped.countDown();
    hurry.release();
    Thread.ofVirtual()
        .start(
            () -> {
              stop();
              whenStopped.run();
            });
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /**
   * The database is known to be there again, perhaps elsewhere: a pause that began while it was
   * away ends, and the next is short.
   */
  public void connectNow() {
    hurry.release();
  }

  private void listen(CountDownLatch untilStopped) {
    Duration pause = FIRST_PAUSE;
    while (untilStopped.getCount() > 0) {
      long begun = System.nanoTime();
      try (Connection connection = database.getConnection()) {
        hear(connection, untilStopped);
      } catch (SQLException | RuntimeException e) {
        log.warn("lost the database's notices, connecting again: {}", e.getClass().getName());
      }
      boolean lasted = System.nanoTime() - begun > LONGEST_PAUSE.toNanos();
      pause = lasted ? FIRST_PAUSE : longer(pause);
      try {
        if (hurry.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          hurry.drainPermits();
          pause = FIRST_PAUSE;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void hear(Connection connection, CountDownLatch untilStopped) throws SQLException {
    connection.setAutoCommit(true);
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN " + channel);
      connected.run();
      for (int polls = 1; untilStopped.getCount() > 0; polls++) {
        PGNotification[] notices = postgres.getNotifications(POLL_MILLIS);
        if (notices != null) {
          hear(notices, untilStopped);
        }
        if (polls % POLLS_BETWEEN_CHECKS == 0 && !connection.isValid(CHECK_SECONDS)) {
          throw new SQLException("the connection is gone");
        }
      }
      statement.execute("UNLISTEN *");
    }
  }

  /**
   * What came together and says the same is heard once. While a storm goes on this rests for as
   * long as it worked, so that it takes half of a processor at most; whoever comes after a quiet
   * moment does not wait.
   */
  private void hear(PGNotification[] notices, CountDownLatch untilStopped) {
    Set<String> told = new LinkedHashSet<>();
    for (PGNotification notice : notices) {
      told.add(notice.getParameter());
    }
    long begun = System.nanoTime();
    told.forEach(heard);
    Duration worked = Duration.ofNanos(System.nanoTime() - begun);
    waitFor(untilStopped, worked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : worked);
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private static boolean waitFor(CountDownLatch latch, Duration pause) {
    try {
      return latch.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
