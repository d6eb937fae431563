package eu.rempart.account.signin;

import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import org.springframework.stereotype.Component;

/** Slows down whoever tries codes and kits at the doors that need no account. */
@Component
public class DoorThrottle {

  private final SignInThrottle throttle;
  private final SecurityEvents events;

  DoorThrottle(SignInThrottle throttle, SecurityEvents events) {
    this.throttle = throttle;
    this.events = events;
  }

  /**
   * Asked before each try.
   *
   * @throws TooManyTriesException if too many wrong ones came from there
   */
  public void knock(String source) {
    var wait = throttle.tryNow(source);
    if (!wait.isZero()) {
      events.record(SecurityEvent.of("account.door.throttled", Severity.WARNING).from(source));
      throw new TooManyTriesException(wait, TooManyTriesException.Reason.SOURCE);
    }
  }

  /** Notes what came of a try. */
  public void tried(String source, boolean right) {
    if (right) {
      throttle.succeeded(source);
    } else {
      throttle.failed(source);
    }
  }
}
