package eu.rempart.vault.event;

import eu.rempart.vault.crypto.Binding;
import eu.rempart.vault.event.SecurityEvent.Place;
import eu.rempart.vault.event.SecurityEvent.Severity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Records fields that do not open: each once an interval, and no more than a few an interval one by
 * one; the rest are counted. A list of a thousand broken rows costs a few writes, once. Thread
 * safe.
 */
public final class Damage {

  public static final Duration INTERVAL = Duration.ofHours(1);
  public static final int ONE_BY_ONE = 50;
  private static final int REMEMBERED = 10_000;

  private final SecurityEvents events;
  private final Clock clock;
  private final Map<String, Instant> recent = new LinkedHashMap<>();
  private Instant started = Instant.EPOCH;
  private int recorded;
  private int counted;

  public Damage(SecurityEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** The code to show for this field; the same each time. */
  public String field(Place place) {
    String code = code(place);
    Instant now = clock.instant();
    synchronized (this) {
      startInterval(now);
      if (recent.size() < REMEMBERED && recent.putIfAbsent(code, now) == null) {
        if (recorded < ONE_BY_ONE) {
          recorded++;
          events.record(
              SecurityEvent.of("vault.field.unopenable", Severity.ALARM).code(code).at(place));
        } else {
          counted++;
        }
      }
    }
    return code;
  }

  /** Tells how many were only counted in the interval that is over. */
  public synchronized void startInterval(Instant now) {
    if (started.plus(INTERVAL).isAfter(now)) {
      return;
    }
    if (counted > 0) {
      events.record(
          SecurityEvent.of("vault.fields.unopenable", Severity.ALARM)
              .with("count", Integer.toString(counted))
              .with("since", started.toString()));
    }
    started = now;
    recorded = 0;
    counted = 0;
    recent.clear();
  }

  /** Says nothing of what is in the field, only where it is: {@code S-} and 7 characters. */
  private static String code(Place place) {
    byte[] where =
        Binding.of("field").and(place.table()).and(place.recordId()).and(place.field()).bytes();
    return "S-" + shortCode(where);
  }

  public static String shortCode(byte[] of) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(of);
      long bits = 0;
      for (int i = 0; i < 5; i++) {
        bits = bits << 8 | (hash[i] & 0xff);
      }
      String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
      StringBuilder code = new StringBuilder();
      for (int i = 0; i < 7; i++) {
        code.append(digits.charAt((int) (bits >>> (5 * i)) & 31));
      }
      return code.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
