package eu.rempart.account.passkey;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;

/**
 * What authenticators sign: 32 random bytes, good once, for one purpose, in the browser's session
 * that asked for them, for ten minutes. A session has at most four, the oldest are forgotten.
 */
final class Challenges {

  static final Duration LIFE = Duration.ofMinutes(10);

  private static final int MOST = 4;
  private static final int BYTES = 32;
  private static final String KEPT = Challenges.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InstantSource clock;

  Challenges(InstantSource clock) {
    this.clock = clock;
  }

  /** What a signature is for. */
  enum Purpose {
    SIGN_IN,
    /** Beside a password. */
    SECOND,
    /** Before a dangerous act. */
    PROOF,
    ENROL,
    /** The second touch of an enrolment, which shows what the authenticator gives. */
    TRY
  }

  private static final class Kept implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private final Purpose purpose;
    private final Instant until;

    private Kept(byte[] bytes, Purpose purpose, Instant until) {
      this.bytes = bytes;
      this.purpose = purpose;
      this.until = until;
    }
  }

  byte[] issue(HttpSession session, Purpose purpose) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    synchronized (lock(session)) {
      Deque<Kept> kept = kept(session);
      while (kept.size() >= MOST) {
        kept.removeFirst();
      }
      kept.addLast(new Kept(bytes, purpose, clock.instant().plus(LIFE)));
      session.setAttribute(KEPT, kept);
    }
    return bytes.clone();
  }

  /**
   * The challenge that was signed, and no second time; empty if none was issued for this.
   *
   * @param signed what the browser says that it was, in base64url
   */
  Optional<byte[]> take(HttpSession session, String signed, Purpose purpose) {
    byte[] wanted;
    try {
      wanted = Base64.getUrlDecoder().decode(signed);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    synchronized (lock(session)) {
      Deque<Kept> kept = kept(session);
      Optional<Kept> found =
          kept.stream().filter(each -> MessageDigest.isEqual(each.bytes, wanted)).findFirst();
      found.ifPresent(kept::remove);
      session.setAttribute(KEPT, kept);
      return found
          .filter(each -> each.purpose == purpose && each.until.isAfter(clock.instant()))
          .map(each -> each.bytes);
    }
  }

  /** A session is one object for all requests of this server that run in it. */
  private static Object lock(HttpSession session) {
    return session.getId().intern();
  }

  @SuppressWarnings("unchecked")
  private static Deque<Kept> kept(HttpSession session) {
    return session.getAttribute(KEPT) instanceof ArrayDeque<?> kept
        ? new ArrayDeque<>((ArrayDeque<Kept>) kept)
        : new ArrayDeque<>();
  }
}
