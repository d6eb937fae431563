package eu.rempart.account.session;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the sign-ins of this server where all servers read them. Ends are written by a thread of
 * its own: who ends one may hold the lock of a page. Thread safe.
 */
class SessionLog implements SessionObserver, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SessionLog.class);

  private final SessionRepository repository;
  private final UUID server;
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("session-log").daemon().factory());

  SessionLog(SessionRepository repository, UUID server) {
    this.repository = repository;
    this.server = server;
  }

  @Override
  public void begun(LiveSession session) {
    repository.insert(session, server);
  }

  @Override
  public void ended(UUID signIn, SessionEnd why) {
    later.execute(() -> write(signIn, why));
  }

  private void write(UUID signIn, SessionEnd why) {
    try {
      repository.end(signIn, why);
    } catch (RuntimeException e) {
      // its row is dropped once nobody says any more that it lives
      log.warn("the end of a sign-in could not be written: {}", e.getClass().getName());
    }
  }

  /** What ended is written before the connections close. */
  @Override
  public void close() {
    later.close();
  }
}
