package eu.rempart.metrics;

import eu.rempart.metrics.number.Numbers;
import eu.rempart.metrics.number.Sheet;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is told, as it is now. One source that fails, such as the database, leaves the
 * numbers of the others. Whoever asks again within a second gets what was told then. Thread safe.
 */
final class Scrape {

  static final Duration FRESH = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(Scrape.class);

  private final List<Numbers> sources;
  private final LongSupplier nanos;
  private final PrometheusRegistry machine = new PrometheusRegistry();
  private @Nullable MetricSnapshots made;
  private long madeAt;

  Scrape(List<Numbers> sources, LongSupplier nanos) {
    this.sources = List.copyOf(sources);
    this.nanos = nanos;
    JvmMetrics.builder().register(machine);
  }

  /** Asks all sources, one caller at a time. */
  synchronized MetricSnapshots now() {
    MetricSnapshots known = made;
    if (known == null || nanos.getAsLong() - madeAt >= FRESH.toNanos()) {
      known = ask();
      made = known;
      madeAt = nanos.getAsLong();
    }
    return known;
  }

  private MetricSnapshots ask() {
    List<MetricSnapshot> all = new ArrayList<>();
    machine.scrape().forEach(all::add);
    Sheet failures = new Sheet();
    for (Numbers source : sources) {
      boolean failed = true;
      try {
        Sheet sheet = new Sheet();
        source.write(sheet);
        all.addAll(sheet.snapshots());
        failed = false;
      } catch (RuntimeException e) {
        // whatever the database or its driver throws: the others still tell
        log.warn("the numbers of {} can't be told: {}", source.source(), e.getClass().getName());
      }
      failures.gauge(
          "scrape_failed",
          "1 where a source could not be asked, so that its numbers are missing.",
          failed ? 1 : 0,
          "source",
          source.source());
    }
    all.addAll(failures.snapshots());
    return new MetricSnapshots(all);
  }
}
