package eu.rempart.tls;

import java.security.cert.CRLReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a certificate counts no more.
 *
 * @param at since when, to the second
 */
public record Revocation(Instant at, Reason reason) {

  /** Reasons of RFC 5280, 5.3.1, as far as they occur here. */
  public enum Reason {
    UNSPECIFIED(0),
    /** Somebody else has, or may have, the private key. */
    KEY_COMPROMISE(1),
    /** Another certificate has taken its place. */
    SUPERSEDED(4),
    /** The machine is gone. */
    CESSATION_OF_OPERATION(5);

    private final int code;

    Reason(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    /** The JDK gives these the same names; null where a list gives no reason. */
    boolean isNamed(@Nullable CRLReason other) {
      return other != null && name().equals(other.name());
    }
  }
}
