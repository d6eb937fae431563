package eu.rempart.watch.status;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.watch.result.StatusReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page, the JSON and the badge as they were within the last seconds. However many ask, one of
 * them makes them anew and the others take what is there; while the database is away all of them
 * do. Thread safe.
 */
final class StatusPages {

  static final Duration FRESH = Duration.ofSeconds(5);
  static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));
  private static final Logger log = LoggerFactory.getLogger(StatusPages.class);

  /** What is sent. */
  record Made(Map<Locale, byte[]> pages, Map<Locale, byte[]> badges, byte[] json) {}

  private final Supplier<StatusReport> reports;
  private final Supplier<List<DataPlace>> places;
  private final LongSupplier nanos;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Made made;
  private volatile long triedAt;
  private volatile boolean tried;

  StatusPages(
      Supplier<StatusReport> reports, Supplier<List<DataPlace>> places, LongSupplier nanos) {
    this.reports = reports;
    this.places = places;
    this.nanos = nanos;
  }

  /** What there is; empty if it could never be made. */
  Optional<Made> get() {
    if (isDue()) {
      if (made == null) {
        making.lock();
      }
      if (making.isHeldByCurrentThread() || making.tryLock()) {
        try {
          makeIfDue();
        } finally {
          making.unlock();
        }
      }
    }
    return Optional.ofNullable(made);
  }

  private boolean isDue() {
    return !tried || nanos.getAsLong() - triedAt >= FRESH.toNanos();
  }

  private void makeIfDue() {
    if (!isDue()) {
      return;
    }
    try {
      StatusReport report = reports.get();
      made =
          new Made(
              inAll(language -> StatusPage.write(report, language)),
              inAll(language -> StatusBadge.write(report, language)),
              bytes(StatusJson.write(report, places.get())));
    } catch (RuntimeException e) {
      // whatever the database or its driver throws: visitors read what was there before
      log.warn("the public page can't be made anew: {}", e.getClass().getName());
    } finally {
      triedAt = nanos.getAsLong();
      tried = true;
    }
  }

  private static Map<Locale, byte[]> inAll(Function<Locale, String> write) {
    return LANGUAGES.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                language -> language, language -> bytes(write.apply(language))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
