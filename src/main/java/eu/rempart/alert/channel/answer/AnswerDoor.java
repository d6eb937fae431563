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

  /**
   * What is known.
   *
   * @param hash of the token that opens, if one does
   * @param told whether the database ever said so
   */
  private record Known(Optional<byte[]> hash, boolean told, long at) {
    Optional<byte[]> orNotNow() throws NotNowException {
      if (!told) {
        throw new NotNowException();
      }
      return hash;
    }
  }

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
    try {
      return hash().isPresent();
    } catch (NotNowException e) {
      // whoever asks is told for now that none do: a hint less in a message
      return false;
    }
  }

  /**
   * Whether a request is let in.
   *
   * @param authorization the header as it came; null if there was none
   * @param address where it came from
   * @throws NotNowException if nobody can tell; it was no failure of whoever sent it
   */
  boolean admits(@Nullable String authorization, String address) throws NotNowException {
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

  private Optional<byte[]> hash() throws NotNowException {
    Known last = known;
    if (last != null && nanos.getAsLong() - last.at() < FRESH.toNanos()) {
      return last.orNotNow();
    }
    int before = changes.get();
    Known read;
    try {
      read = new Known(tokens.hash(), true, nanos.getAsLong());
    } catch (RuntimeException e) {
      // that it is away is kept, too: nobody asks it again for each that comes
      log.warn("which token opens for answers can't be read: {}", e.getClass().getName());
      read =
          last == null
              ? new Known(Optional.empty(), false, nanos.getAsLong())
              : new Known(last.hash(), last.told(), nanos.getAsLong());
    }
    keep(read, before);
    return read.orNotNow();
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
