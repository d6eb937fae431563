package eu.rempart.edge.traffic;

import eu.rempart.tls.gate.Verdict;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is counted, for each place. The names are kept in the database: never change one. */
public enum Measure {
  FULL_HANDSHAKE,
  RESUMED_HANDSHAKE,
  /** Decrypted bytes. */
  BYTES_RECEIVED,
  BYTES_SENT,
  SIGN_IN,
  SIGN_IN_FAILED,
  REQUEST_PAGE,
  REQUEST_UI,
  REQUEST_SIGN_IN,
  REQUEST_API,
  REQUEST_EXPORT,
  REQUEST_PROBE,
  REQUEST_STATIC,
  /** Answered with 429. */
  REQUEST_LIMITED,
  /** Answered with 403 by a rule for the country. */
  REQUEST_REFUSED,
  /** Header or body larger than allowed. */
  REQUEST_TOO_LARGE,
  /** Answered with 400, 414 or 431: no HTTP, or a head that is too large. */
  REQUEST_MALFORMED,
  /** A body that came too slowly. */
  REQUEST_CUT,
  /** A page that is not there. */
  REQUEST_MISSING,
  /** Served, and counted beside its kind: its source or country is slowed. */
  SLOWED_REQUEST,
  SLOWED_HANDSHAKE,

  // refused and cut connections; the names are those of Verdict
  BANNED,
  COUNTRY_REFUSED,
  TOO_MANY_AT_ONCE,
  TOO_FAST,
  COUNTRY_TOO_FAST,
  NO_HANDSHAKE_LEFT,
  DRAINING,
  PROXY_HEADER,
  HELLO_MALFORMED,
  HELLO_TOO_SLOW,
  HANDSHAKE_TOO_SLOW,
  HANDSHAKE_FAILED,
  CERTIFICATE_NOT_TRUSTED,
  CLIENT_LEFT,
  OTHER_NAME,
  REQUEST_TOO_SLOW;

  static final int COUNT = values().length;

  private static final Map<Verdict, Measure> OF_VERDICT = ofVerdicts();

  /** Its place in arrays of {@link #COUNT}. */
  @SuppressWarnings("EnumOrdinal") // never leaves the process
  int index() {
    return ordinal();
  }

  /** What a refusal counts as. */
  public static Measure of(Verdict refusal) {
    return Objects.requireNonNull(OF_VERDICT.get(refusal), refusal.name());
  }

  /** Whether it is a connection that was refused or cut; not one that the client gave up. */
  public boolean isRefusedConnection() {
    return compareTo(BANNED) >= 0 && this != CLIENT_LEFT;
  }

  /** Whether it is a request that was answered with a refusal. */
  public boolean isRefusedRequest() {
    return compareTo(REQUEST_LIMITED) >= 0 && compareTo(REQUEST_CUT) <= 0;
  }

  /** Whether it is a request that was let through. */
  public boolean isRequest() {
    return compareTo(REQUEST_PAGE) >= 0 && compareTo(REQUEST_STATIC) <= 0;
  }

  /** Whether it was served as one that is slowed; it is counted as what it is, too. */
  public boolean isSlowed() {
    return this == SLOWED_REQUEST || this == SLOWED_HANDSHAKE;
  }

  public boolean isHandshake() {
    return this == FULL_HANDSHAKE || this == RESUMED_HANDSHAKE;
  }

  /** As the database and the texts have it: {@code too-fast}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Measure> ofKey(String key) {
    for (Measure measure : values()) {
      if (measure.key().equals(key)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }

  private static Map<Verdict, Measure> ofVerdicts() {
    Map<Verdict, Measure> measures = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      if (verdict.refuses()) {
        measures.put(verdict, valueOf(verdict.name()));
      }
    }
    return measures;
  }
}
