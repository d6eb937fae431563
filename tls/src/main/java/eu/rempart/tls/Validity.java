package eu.rempart.tls;

import java.time.Duration;
import java.time.Instant;

/** Where in its lifetime a certificate stands. */
public enum Validity {
  NOT_YET_VALID,
  VALID,
  /** Own certificates are renewed from here on; one that stays here needs a person. */
  LAST_THIRD,
  EXPIRED;

  private static final int RENEWED_PART = 3;

  static Validity of(Instant from, Instant until, Instant now) {
    if (now.isBefore(from)) {
      return NOT_YET_VALID;
    }
    if (now.isAfter(until)) {
      return EXPIRED;
    }
    Instant lastThird = until.minus(Duration.between(from, until).dividedBy(RENEWED_PART));
    return now.isBefore(lastThird) ? VALID : LAST_THIRD;
  }
}
