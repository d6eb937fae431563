package eu.rempart.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing, in the memory of this process, before a password costs a key derivation of
 * 64 MiB. Delays double with every failure: quickly for one account from one source, later for a
 * source that tries many accounts, or a network full of such sources, and gently for an account
 * that many sources try, so that nobody can lock its owner out. On a device of theirs, which has
 * signed in there before, only what failed on that very device counts.
 *
 * <p>Thread safe. Remembers at most {@value #CAPACITY} keys; the oldest are forgotten first.
 */
class SignInThrottle {

  static final int CAPACITY = 20_000;

  private final InstantSource clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** How many failures are free, and how long the delay can get. */
  private enum Scope {
    ACCOUNT_AND_SOURCE(3, Duration.ofMinutes(5)),
    SOURCE(20, Duration.ofMinutes(5)),
    NETWORK(100, Duration.ofMinutes(5)),
    ACCOUNT(10, Duration.ofSeconds(8)),
    ACCOUNT_AND_DEVICE(5, Duration.ofMinutes(5));

    /** What counts where nobody knows the device. */
    private static final List<Scope> UNKNOWN_DEVICE =
        List.of(ACCOUNT_AND_SOURCE, SOURCE, NETWORK, ACCOUNT);

    private final int free;
    private final Duration longest;

    Scope(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
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

    private static final Duration FORGET_AFTER = Duration.ofMinutes(30);

    private boolean isOld(Instant now) {
      return last.plus(FORGET_AFTER).isBefore(now);
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
  synchronized Duration tryNow(String account, String source) {
    return tryAll(Scope.UNKNOWN_DEVICE, account, source);
  }

  /**
   * As {@link #tryNow(String, String)}, on a device that has signed in to this account before: an
   * attack on the account from elsewhere does not count.
   *
   * @param device its name
   */
  synchronized Duration tryOnDevice(String account, String device) {
    return tryAll(List.of(Scope.ACCOUNT_AND_DEVICE), account, device);
  }

  private Duration tryAll(List<Scope> scopes, String account, String from) {
    var now = clock.instant();
    var wait = Duration.ZERO;
    for (var scope : scopes) {
      var left = remaining(scope, key(scope, account, from), now);
      wait = left.compareTo(wait) > 0 ? left : wait;
    }
    if (wait.isZero()) {
      scopes.forEach(scope -> count(key(scope, account, from), now));
    }
    return wait;
  }

  /**
   * Asks for one try at another door than the sign-in page's, where no account is named; it counts
   * as failed until {@link #succeeded(String)} says otherwise.
   *
   * @return zero when the try may go on, otherwise how long to wait
   */
  synchronized Duration tryNow(String source) {
    return tryAll(List.of(Scope.SOURCE, Scope.NETWORK), "", source);
  }

  /** What was shown at another door was right: that try does not count. */
  synchronized void succeeded(String source) {
    forgive(source);
  }

  /** The password was right: this account and source start again. */
  synchronized void succeeded(String account, String source) {
    failures.remove(key(Scope.ACCOUNT_AND_SOURCE, account, source));
    failures.remove(key(Scope.ACCOUNT, account, source));
    forgive(source);
  }

  /** The password was right on a device that was known. */
  synchronized void succeededOnDevice(String account, String device) {
    failures.remove(key(Scope.ACCOUNT_AND_DEVICE, account, device));
  }

  private void forgive(String source) {
    for (var scope : List.of(Scope.SOURCE, Scope.NETWORK)) {
      failures.computeIfPresent(
          key(scope, "", source),
          (key, past) -> new Failures(Math.max(0, past.count() - 1), past.last()));
    }
  }

  private Duration remaining(Scope scope, String key, Instant now) {
    @Nullable Failures past = failures.get(key);
    if (past == null || past.isOld(now)) {
      return Duration.ZERO;
    }
    var left = Duration.between(now, past.last().plus(scope.delay(past.count())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void count(String key, Instant now) {
    @Nullable Failures past = failures.remove(key);
    var count = past == null || past.isOld(now) ? 1 : past.count() + 1;
    failures.put(key, new Failures(count, now));
    Iterator<String> oldest = failures.keySet().iterator();
    while (failures.size() > CAPACITY) {
      oldest.next();
      oldest.remove();
    }
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
