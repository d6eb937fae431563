package eu.rempart.alert.channel.answer;

import eu.rempart.account.signin.SignInFailed;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets in who has the token. A wrong one costs a hash and a comparison, and no question to the
 * database: which one opens is known up to five seconds, at once where it was changed here. Each
 * wrong one counts as a failed sign-in of whoever sent it, so that who tries many is banned. Thread
 * safe.
 */
@Component
public class AnswerDoor {

  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(AnswerDoor.class);
  private static final int DIGEST_BYTES = 8;

  private record Known(Optional<byte[]> hash, long at) {}

  private final AnswerTokenRepository tokens;
  private final ApplicationEventPublisher events;
  private final LongSupplier nanos;
  private final AtomicInteger changes = new AtomicInteger();
  private volatile @Nullable Known known;

  @Autowired
  AnswerDoor(AnswerTokenRepository tokens, ApplicationEventPublisher events) {
    this(tokens, events, System::nanoTime);
  }

  AnswerDoor(AnswerTokenRepository tokens, ApplicationEventPublisher events, LongSupplier nanos) {
    this.tokens = tokens;
    this.events = events;
    this.nanos = nanos;
  }

  /** Whether there is a token, so that answers may come in. */
  public boolean exists() {
    return hash().isPresent();
  }

  /**
   * Whether a request is let in.
   *
   * @param authorization the header as it came; null if there was none
   * @param address where it came from
   */
  boolean admits(@Nullable String authorization, String address) {
    if (authorization == null) {
      return false;
    }
    String token = AnswerToken.of(authorization);
    byte[] hash = AnswerToken.hash(token);
    boolean right =
        AnswerToken.fits(token)
            && hash().filter(opens -> MessageDigest.isEqual(opens, hash)).isPresent();
    if (!right) {
      // by what it looks like nobody can tell what was tried
      String tried = "answers:" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
      events.publishEvent(new SignInFailed(tried, address));
    }
    return right;
  }

  private Optional<byte[]> hash() {
    Known last = known;
    if (last != null && nanos.getAsLong() - last.at() < FRESH.toNanos()) {
      return last.hash();
    }
    int before = changes.get();
    Optional<byte[]> read;
    try {
      read = tokens.hash();
    } catch (RuntimeException e) {
      // while the database is away, nothing can be acknowledged either
      log.warn("which token opens for answers can't be read: {}", e.getClass().getName());
      read = last == null ? Optional.empty() : last.hash();
    }
    keep(new Known(read, nanos.getAsLong()), before);
    return read;
  }

  /** What was read before something changed here is not to be known after it. */
  private synchronized void keep(Known read, int before) {
    if (changes.get() == before) {
      known = read;
    }
  }

  /** Something changed: the next one who comes is compared with what there is then. */
  synchronized void forget() {
    changes.incrementAndGet();
    known = null;
  }
}
