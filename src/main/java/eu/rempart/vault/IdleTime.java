package eu.rempart.vault;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long nobody may do anything before their handle is locked. Thread safe. */
final class IdleTime {

  private static final Logger LOG = LoggerFactory.getLogger(IdleTime.class);

  private final VaultRepository repository;
  private volatile Duration last = Duration.ofMinutes(15);

  IdleTime(VaultRepository repository) {
    this.repository = repository;
  }

  /**
   * @param idle 1 minute to 24 hours
   */
  void set(Duration idle) {
    if (idle.toMinutes() < 1 || idle.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "idle time %s, expected 1 minute to 24 hours".formatted(idle));
    }
    repository.saveIdleMinutes((int) idle.toMinutes());
  }

  /**
   * As the database has it; as it last had it while it does not answer: handles lock all the same.
   */
  Duration get() {
    try {
      repository.vault().ifPresent(row -> last = Duration.ofMinutes(row.idleMinutes()));
    } catch (RuntimeException e) {
      LOG.debug("the idle time is not readable now", e);
    }
    return last;
  }
}
