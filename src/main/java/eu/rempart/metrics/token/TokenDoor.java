package eu.rempart.metrics.token;

import eu.rempart.account.signin.SignInFailed;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets in who has a token. A wrong one costs a hash and some comparisons, and no question to the
 * database: which ones open is known up to five seconds, at once where it was changed here. Each
 * wrong one counts as a failed sign-in of whoever sent it, so that who tries many is banned. Thread
 * safe.
 */
@Component
public class TokenDoor {

  static final Duration FRESH = Duration.ofSeconds(5);

  private static final Logger log = LoggerFactory.getLogger(TokenDoor.class);
  private static final Duration TOLD = Duration.ofMinutes(1);
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST_HEADER = 500;
  private static final int DIGEST_BYTES = 8;

  private record Known(Map<UUID, byte[]> hashes, long at) {}

  private final TokenRepository tokens;
  private final ApplicationEventPublisher events;
  private final LongSupplier nanos;
  private final Map<UUID, Long> told = new ConcurrentHashMap<>();
  private final AtomicInteger changes = new AtomicInteger();
  private volatile @Nullable Known known;

  @Autowired
  TokenDoor(TokenRepository tokens, ApplicationEventPublisher events) {
    this(tokens, events, System::nanoTime);
  }

  TokenDoor(TokenRepository tokens, ApplicationEventPublisher events, LongSupplier nanos) {
    this.tokens = tokens;
    this.events = events;
    this.nanos = nanos;
  }

  /**
   * Whether a request is let in.
   *
   * @param authorization the header as it came; null if there was none
   * @param address where it came from
   */
  public boolean admits(@Nullable String authorization, String address) {
    if (authorization == null) {
      return false;
    }
    String token = token(authorization);
    byte[] hash = Secret.hash(token);
    UUID found = Secret.fits(token) ? find(hash) : null;
    if (found == null) {
      // by what it looks like nobody can tell what was tried
      String tried = "metrics:" + HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
      events.publishEvent(new SignInFailed(tried, address));
      return false;
    }
    used(found);
    return true;
  }

  private static String token(String authorization) {
    return authorization.length() <= LONGEST_HEADER
            && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).strip()
        : "";
  }

  /** Compares with all of them, each in constant time, whichever fits. */
  private @Nullable UUID find(byte[] hash) {
    UUID found = null;
    for (Map.Entry<UUID, byte[]> each : hashes().entrySet()) {
      if (MessageDigest.isEqual(each.getValue(), hash)) {
        found = each.getKey();
      }
    }
    return found;
  }

  private Map<UUID, byte[]> hashes() {
    Known last = known;
    if (last != null && nanos.getAsLong() - last.at() < FRESH.toNanos()) {
      return last.hashes();
    }
    int before = changes.get();
    try {
      Known read = new Known(tokens.hashes(), nanos.getAsLong());
      keep(read, before);
      return read.hashes();
    } catch (RuntimeException e) {
      // while the database is away, who was let in is told the numbers that there are
      log.warn("which tokens open can't be read: {}", e.getClass().getName());
      Map<UUID, byte[]> former = last == null ? Map.of() : last.hashes();
      keep(new Known(former, nanos.getAsLong()), before);
      return former;
    }
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

  /** Once a minute is enough for people to see whether a token is in use. */
  private void used(UUID id) {
    long now = nanos.getAsLong();
    Long last = told.get(id);
    if (last != null && now - last < TOLD.toNanos()) {
      return;
    }
    told.put(id, now);
    try {
      tokens.used(id, Instant.now());
    } catch (RuntimeException e) {
      log.warn("the use of a token can't be noted: {}", e.getClass().getName());
    }
  }
}
