package eu.rempart.account.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing, on all servers together, before a password costs a key derivation of 64 MiB.
 * Delays double with every failure: quickly for one account from one source, later for a source
 * that tries many accounts, or a network full of such sources, and gently for an account that many
 * sources try, so that nobody can lock its owner out. On a device of theirs, which has signed in
 * there before, only what failed on that very device counts.
 *
 * <p>A try counts in the memory of this process from its beginning, and in the database once it has
 * failed; whoever waits already costs the database nothing. After a success on another server this
 * one may still remember what failed here: at worst the next try waits as long as it would have.
 *
 * <p>Thread safe. Remembers at most {@value #CAPACITY} keys; the oldest are forgotten first.
 */
public class SignInThrottle {

  static final int CAPACITY = 20_000;

  private final InstantSource clock;
  private final SharedFailures shared;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  SignInThrottle(InstantSource clock, SharedFailures shared) {
    this.clock = clock;
    this.shared = shared;
  }

  /** Why somebody waits. */
  public enum Why {
    /** For what was tried on the account. */
    ACCOUNT,
    /** For what was tried from there, or from around there. */
    SOURCE
  }

  /** How many failures are free, and how long the delay can get. */
  private enum Scope {
    ACCOUNT_AND_SOURCE(3, Duration.ofMinutes(5), Why.ACCOUNT),
    SOURCE(20, Duration.ofMinutes(5), Why.SOURCE),
    NETWORK(100, Duration.ofMinutes(5), Why.SOURCE),
    ACCOUNT(10, Duration.ofSeconds(8), Why.ACCOUNT),
    ACCOUNT_AND_DEVICE(5, Duration.ofMinutes(5), Why.ACCOUNT);

    /** What counts where nobody knows the device. */
    private static final List<Scope> UNKNOWN_DEVICE =
        List.of(ACCOUNT_AND_SOURCE, SOURCE, NETWORK, ACCOUNT);

    private static final List<Scope> KNOWN_DEVICE = List.of(ACCOUNT_AND_DEVICE);

    /** What counts where no account is named. */
    private static final List<Scope> OTHER_DOOR = List.of(SOURCE, NETWORK);

    private final int free;
    private final Duration longest;
    private final Why why;

    Scope(int free, Duration longest, Why why) {
      this.free = free;
      this.longest = longest;
      this.why = why;
    }

    private Duration delay(int count) {
      if (count < free) {
        return Duration.ZERO;
      }
      var seconds = 1L << Math.min(count - free, 20);
      return seconds < longest.toSeconds() ? Duration.ofSeconds(seconds) : longest;
    }
  }

  private record Failures(int count, Instant last) {

    private boolean isOld(Instant now) {
      return last.plus(SharedFailures.KEPT).isBefore(now);
    }
  }

  /**
   * Asks for one try, which counts as failed until {@link #succeeded} says otherwise: tries that
   * run side by side are counted too.
   *
   * @param account a digest of the e-mail address that was typed
   * @param source the address that it came from
   * @return zero when the try may go on, otherwise how long to wait
   */
  public Duration tryNow(String account, String source) {
    return tryAll(Scope.UNKNOWN_DEVICE, account, source);
  }

  /**
   * As {@link #tryNow(String, String)}, on a device that has signed in to this account before: an
   * attack on the account from elsewhere does not count.
   *
   * @param device its name
   */
  public Duration tryOnDevice(String account, String device) {
    return tryAll(Scope.KNOWN_DEVICE, account, device);
  }

  /**
   * Asks for one try at another door than the sign-in page's, where no account is named; it counts
   * as failed until {@link #succeeded(String)} says otherwise.
   *
   * @return zero when the try may go on, otherwise how long to wait
   */
  public Duration tryNow(String source) {
    return tryAll(Scope.OTHER_DOOR, "", source);
  }

  private Duration tryAll(List<Scope> scopes, String account, String from) {
    var here = wait(scopes, account, from);
    if (!here.isZero()) {
      return here;
    }
    var everywhere = shared.find(keys(scopes, account, from));
    synchronized (this) {
      everywhere.forEach(this::learn);
      var wait = wait(scopes, account, from);
      if (wait.isZero()) {
        keys(scopes, account, from).forEach(this::count);
      }
      return wait;
    }
  }

  /** Why somebody waits after {@link #tryNow(String, String)}. */
  public synchronized Why why(String account, String source) {
    return strictest(Scope.UNKNOWN_DEVICE, account, source)
        .map(scope -> scope.why)
        .orElse(Why.ACCOUNT);
  }

  /** The try was wrong: other servers are to know. */
  public void failed(String account, String source) {
    shared.add(keys(Scope.UNKNOWN_DEVICE, account, source));
  }

  /** The try was wrong on a device that was known. */
  public void failedOnDevice(String account, String device) {
    shared.add(keys(Scope.KNOWN_DEVICE, account, device));
  }

  /** What was shown at another door was wrong. */
  public void failed(String source) {
    shared.add(keys(Scope.OTHER_DOOR, "", source));
  }

  /** What was shown at another door was right: that try does not count. */
  public void succeeded(String source) {
    forgive(source);
  }

  /** The password was right: this account and source start again. */
  public void succeeded(String account, String source) {
    forget(keys(List.of(Scope.ACCOUNT_AND_SOURCE, Scope.ACCOUNT), account, source));
    forgive(source);
  }

  /** The password was right on a device that was known. */
  public void succeededOnDevice(String account, String device) {
    forget(keys(Scope.KNOWN_DEVICE, account, device));
  }

  /** The try that succeeded was counted when it began; were there others before it? */
  private void forget(List<String> keys) {
    boolean failedBefore = false;
    synchronized (this) {
      for (var key : keys) {
        @Nullable Failures past = failures.remove(key);
        failedBefore |= past != null && past.count() > 1;
      }
    }
    if (failedBefore) {
      shared.forget(keys);
    }
  }

  private synchronized void forgive(String source) {
    for (var key : keys(Scope.OTHER_DOOR, "", source)) {
      failures.computeIfPresent(
          key, (_, past) -> new Failures(Math.max(0, past.count() - 1), past.last()));
    }
  }

  private synchronized Duration wait(List<Scope> scopes, String account, String from) {
    return strictest(scopes, account, from)
        .map(scope -> remaining(scope, account, from))
        .orElse(Duration.ZERO);
  }

  private Optional<Scope> strictest(List<Scope> scopes, String account, String from) {
    return scopes.stream().max(Comparator.comparing(scope -> remaining(scope, account, from)));
  }

  private Duration remaining(Scope scope, String account, String from) {
    var now = clock.instant();
    @Nullable Failures past = failures.get(key(scope, account, from));
    if (past == null || past.isOld(now)) {
      return Duration.ZERO;
    }
    var left = Duration.between(now, past.last().plus(scope.delay(past.count())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** What happened on all servers is at least what happened on this one. */
  private void learn(String key, SharedFailures.Failed failed) {
    var now = clock.instant();
    @Nullable Failures past = failures.get(key);
    if (past == null || past.isOld(now) || past.count() < failed.count()) {
      put(key, new Failures(failed.count(), now.minus(failed.age())));
    }
  }

  private void count(String key) {
    var now = clock.instant();
    @Nullable Failures past = failures.get(key);
    put(key, new Failures(past == null || past.isOld(now) ? 1 : past.count() + 1, now));
  }

  private void put(String key, Failures counted) {
    failures.remove(key);
    failures.put(key, counted);
    Iterator<String> oldest = failures.keySet().iterator();
    while (failures.size() > CAPACITY) {
      oldest.next();
      oldest.remove();
    }
  }

  private static List<String> keys(List<Scope> scopes, String account, String from) {
    return scopes.stream().map(scope -> key(scope, account, from)).toList();
  }

  private static String key(Scope scope, String account, String from) {
    return switch (scope) {
      case ACCOUNT_AND_SOURCE -> account + '|' + SourceNetwork.address(from);
      case SOURCE -> '|' + SourceNetwork.address(from);
      case NETWORK -> "||" + SourceNetwork.around(from);
      case ACCOUNT -> account + '|';
      case ACCOUNT_AND_DEVICE -> account + "|device " + from;
    };
  }
}
