package eu.rempart.metrics.number;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers as they are written down for one scrape. Names are without {@code rempart_} and without
 * {@code _total}; labels are name, value, name, value …
 */
public final class Sheet {

  private static final String PREFIX = "rempart_";

  private final Map<String, CounterSnapshot.Builder> counters = new LinkedHashMap<>();
  private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();
  private final Map<String, HistogramSnapshot.Builder> histograms = new LinkedHashMap<>();
  private final Map<String, SummarySnapshot.Builder> summaries = new LinkedHashMap<>();
  private final Map<String, InfoSnapshot.Builder> infos = new LinkedHashMap<>();

  /** What only grows, as long as the process lives. */
  public void counter(String name, String help, long value, String... labels) {
    counters
        .computeIfAbsent(name, _ -> CounterSnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(
            CounterDataPointSnapshot.builder()
                .value((double) value)
                .labels(Labels.of(labels))
                .build());
  }

  /** What is so many now. */
  public void gauge(String name, String help, long value, String... labels) {
    gauge(name, help, (double) value, labels);
  }

  /** What is so much now. */
  public void gauge(String name, String help, double value, String... labels) {
    gauges
        .computeIfAbsent(name, _ -> GaugeSnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).labels(Labels.of(labels)).build());
  }

  /**
   * How long things took.
   *
   * @param ends of all steps but the last, which has none
   * @param steps how many fell into each
   */
  public void histogram(
      String name, String help, List<Double> ends, List<Long> steps, double sum, String... labels) {
    List<Double> all = new ArrayList<>(ends);
    all.add(Double.POSITIVE_INFINITY);
    histograms
        .computeIfAbsent(name, _ -> HistogramSnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(
            HistogramDataPointSnapshot.builder()
                .classicHistogramBuckets(ClassicHistogramBuckets.of(all, steps))
                .sum(sum)
                .labels(Labels.of(labels))
                .build());
  }

  /** How many there were, and what they come to together. */
  public void summary(String name, String help, long count, double sum, String... labels) {
    summaries
        .computeIfAbsent(name, _ -> SummarySnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(
            SummaryDataPointSnapshot.builder()
                .count(count)
                .sum(sum)
                .labels(Labels.of(labels))
                .build());
  }

  /** What is told by labels alone. */
  public void info(String name, String help, String... labels) {
    infos
        .computeIfAbsent(name, _ -> InfoSnapshot.builder().name(PREFIX + name).help(help))
        .dataPoint(InfoDataPointSnapshot.builder().labels(Labels.of(labels)).build());
  }

  /** All that was written. */
  public List<MetricSnapshot> snapshots() {
    List<MetricSnapshot> all = new ArrayList<>();
    counters.values().forEach(counter -> all.add(counter.build()));
    gauges.values().forEach(gauge -> all.add(gauge.build()));
    histograms.values().forEach(histogram -> all.add(histogram.build()));
    summaries.values().forEach(summary -> all.add(summary.build()));
    infos.values().forEach(info -> all.add(info.build()));
    return all;
  }
}
