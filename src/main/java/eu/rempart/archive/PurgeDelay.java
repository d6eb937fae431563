package eu.rempart.archive;

import eu.rempart.history.Viewer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long purges wait. A longer delay holds at once; a shorter one only after the longer one has
 * passed, so that whoever wants to be rid of something quickly cannot take away the time in which
 * others would stop it. Until then it is kept sealed: one that nobody sealed here is not one.
 */
final class PurgeDelay {

  private static final String DAYS = "bin.purge-delay-days";
  private static final String NEXT = "bin.purge-delay-next";
  private static final int DEFAULT_DAYS = 7;
  private static final int MOST_DAYS = 30;

  private final ArchiveQueries queries;
  private final Viewer viewer;
  private final Clock clock;

  PurgeDelay(ArchiveQueries queries, Viewer viewer, Clock clock) {
    this.queries = queries;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Days that hold now, 0 to 30. */
  int days() {
    return next().filter(this::holds).map(PendingDelay::days).orElseGet(this::kept);
  }

  /** A shorter one that holds later. */
  Optional<PendingDelay> pending() {
    return next().filter(later -> !holds(later) && later.days() < kept());
  }

  /** Writes down what holds by now, for the database, which goes by it. In a transaction. */
  void settle() {
    next()
        .filter(this::holds)
        .ifPresent(
            now -> {
              queries.set(DAYS, Integer.toString(now.days()), viewer.memberId());
              queries.unset(NEXT);
            });
  }

  /**
   * Sets it, for now or for later; the ledger keeps that. In a transaction.
   *
   * @throws IllegalArgumentException if not 0 to 30 days
   */
  void set(Duration delay) {
    long days = delay.toDays();
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException("the delay is %d days, expected 0 to 30".formatted(days));
    }
    settle();
    int before = kept();
    if (days >= before) {
      queries.set(DAYS, Long.toString(days), viewer.memberId());
      queries.unset(NEXT);
      queries.appendToLedger("purge.delay", Map.of("days", days));
      return;
    }
    Instant from = clock.instant().plus(Duration.ofDays(before));
    queries.setSealed(NEXT, days + " " + from.getEpochSecond(), viewer.memberId());
    queries.appendToLedger("purge.delay", Map.of("days", days, "from", from.toString()));
  }

  private boolean holds(PendingDelay delay) {
    return !delay.from().isAfter(clock.instant());
  }

  private int kept() {
    return queries.setting(DAYS).map(Integer::parseInt).orElse(DEFAULT_DAYS);
  }

  private Optional<PendingDelay> next() {
    return queries.sealedSetting(NEXT).map(PurgeDelay::read);
  }

  private static @Nullable PendingDelay read(String text) {
    String[] words = text.split(" ", -1);
    try {
      return new PendingDelay(
          Integer.parseInt(words[0]), Instant.ofEpochSecond(Long.parseLong(words[1])));
    } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalStateException("the sealed delay is not one", e);
    }
  }
}
