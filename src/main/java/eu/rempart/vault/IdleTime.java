package eu.rempart.vault;

import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.key.VaultRepository.VaultRow;
import java.security.MessageDigest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long nobody may do anything before their handle is locked: 1 minute to 24 hours, whatever the
 * database says. A value that Rempart did not write itself (its MAC under the pepper is missing or
 * wrong) may shorten the usual 15 minutes and never prolongs them. Thread safe.
 */
final class IdleTime {

  /** What holds until an administrator decides. */
  static final int USUAL_MINUTES = 15;

  private static final int MOST_MINUTES = 24 * 60;
  private static final Logger LOG = LoggerFactory.getLogger(IdleTime.class);

  private final VaultRepository repository;
  private final Pepper pepper;
  private final SecurityEvents events;
  private volatile Duration last = Duration.ofMinutes(USUAL_MINUTES);
  private volatile int told;

  IdleTime(VaultRepository repository, Pepper pepper, SecurityEvents events) {
    this.repository = repository;
    this.pepper = pepper;
    this.events = events;
  }

  /**
   * @param idle 1 minute to 24 hours
   * @throws IllegalStateException if there is no vault yet
   */
  void set(Duration idle) {
    if (idle.toMinutes() < 1 || idle.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "idle time %s, expected 1 minute to 24 hours".formatted(idle));
    }
    VaultRow vault =
        repository.vault().orElseThrow(() -> new IllegalStateException("there is no vault yet"));
    int minutes = (int) idle.toMinutes();
    repository.saveIdleMinutes(minutes, pepper.idleMac(vault.id(), minutes));
  }

  /**
   * As the database has it; as it last had it while it does not answer: handles lock all the same.
   */
  Duration get() {
    try {
      repository.vault().ifPresent(row -> last = Duration.ofMinutes(minutes(row)));
    } catch (RuntimeException e) {
      LOG.debug("the idle time is not readable now", e);
    }
    return last;
  }

  private int minutes(VaultRow row) {
    int clamped = Math.clamp(row.idleMinutes(), 1, MOST_MINUTES);
    byte[] mac = row.idleMac();
    if (mac != null && MessageDigest.isEqual(mac, pepper.idleMac(row.id(), row.idleMinutes()))) {
      told = 0;
      return clamped;
    }
    // without a MAC it is of a former version of Rempart, or somebody took the MAC away
    if (mac != null && told != row.idleMinutes()) {
      told = row.idleMinutes();
      events.record(SecurityEvent.of("vault.idle.tampered", Severity.ALARM));
    }
    return Math.min(clamped, USUAL_MINUTES);
  }
}
