package eu.rempart.edge.traffic;

import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The counts of this node by the minute for the last hour, and handed to the database every five
 * minutes. While that is away they wait here, at most an hour of them. Thread safe.
 */
final class TrafficHistory {

  static final Duration KEPT = Duration.ofHours(1);
  static final Duration STEP = Duration.ofMinutes(5);
  private static final int SOURCES = 300;
  private static final Logger log = LoggerFactory.getLogger(TrafficHistory.class);

  /** The counts that came within a second or so before a moment. */
  record Sample(Instant at, List<Count> counts) {}

  private record Key(Instant at, Place place, String what) {}

  private final Counters counters;
  private final Sources sources;
  private final Places places;
  private final TrafficRepository repository;
  private final InstantSource clock;

  /** Samples of whole minutes, the newest last; the last one still grows. */
  private final Deque<Sample> minutes = new ArrayDeque<>();

  private final Map<Key, Long> waiting = new HashMap<>();
  private final Instant begunAt;
  private Instant nextFlush;

  /** What another node keeps: shown here, never written. */
  private volatile @Nullable Counters copies;

  TrafficHistory(
      Counters counters,
      Sources sources,
      Places places,
      TrafficRepository repository,
      InstantSource clock) {
    this.counters = counters;
    this.sources = sources;
    this.places = places;
    this.repository = repository;
    this.clock = clock;
    this.begunAt = clock.instant();
    this.nextFlush = step(clock.instant()).plus(STEP);
  }

  /** Has counts shown here that another node writes. */
  void alsoShow(Counters copied) {
    copies = copied;
  }

  /** Takes what has come since the last time; called about once a second. */
  synchronized Sample sample() {
    Instant now = clock.instant();
    List<Count> counts = counters.drain();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    // after a clock was set back the minute that is open goes on
    if (minutes.isEmpty() || minutes.getLast().at().isBefore(minute)) {
      minutes.addLast(new Sample(minute, new ArrayList<>()));
    }
    merge(minutes.getLast().counts(), counts);
    Counters copied = copies;
    if (copied != null) {
      merge(minutes.getLast().counts(), copied.drain());
    }
    while (minutes.size() > KEPT.toMinutes() + 1) {
      minutes.removeFirst();
    }
    Instant step = step(now);
    counts.forEach(
        count ->
            waiting.merge(new Key(step, count.place(), count.what()), count.count(), Long::sum));
    if (!now.isBefore(nextFlush) || nextFlush.isAfter(now.plus(STEP))) {
      nextFlush = step.plus(STEP);
      flush();
    }
    return new Sample(now, counts);
  }

  private static void merge(List<Count> into, List<Count> more) {
    if (more.isEmpty()) {
      return;
    }
    Map<List<Object>, Count> sums = new HashMap<>();
    into.forEach(count -> sums.put(List.of(count.place(), count.what()), count));
    more.forEach(
        count ->
            sums.merge(
                List.of(count.place(), count.what()),
                count,
                (a, b) -> new Count(a.place(), a.what(), a.count() + b.count())));
    into.clear();
    into.addAll(sums.values());
  }

  /** Hands what waits to the database; what can't be written waits on. */
  synchronized void flush() {
    Map<Instant, List<Count>> bySteps = new HashMap<>();
    waiting.forEach(
        (key, count) ->
            bySteps
                .computeIfAbsent(key.at(), at -> new ArrayList<>())
                .add(new Count(key.place(), key.what(), count)));
    try {
      for (var step : bySteps.entrySet()) {
        repository.add(step.getKey(), step.getValue());
        waiting.keySet().removeIf(key -> key.at().equals(step.getKey()));
      }
      repository.addSources(step(clock.instant()), busiest());
    } catch (RuntimeException e) {
      // whatever the database or its driver throws
      log.warn("counts of traffic can't be written; they are tried again in five minutes", e);
      Instant oldest = clock.instant().minus(KEPT);
      waiting.keySet().removeIf(key -> key.at().isBefore(oldest));
    }
  }

  /** What was counted here since then and is not in the database yet. */
  synchronized List<Count> unwritten(Instant since) {
    return waiting.entrySet().stream()
        .filter(each -> !each.getKey().at().isBefore(since))
        .map(each -> new Count(each.getKey().place(), each.getKey().what(), each.getValue()))
        .toList();
  }

  /** When this node began to count. */
  Instant begunAt() {
    return begunAt;
  }

  private List<PlacedSource> busiest() {
    List<PlacedSource> placed = new ArrayList<>();
    for (SourceWindow window : sources.addresses().drain(SOURCES)) {
      int place = places.of(window.prefix().high(), window.prefix().low());
      placed.add(new PlacedSource(window, Place.of(place)));
    }
    return placed;
  }

  /** The minutes since then, the oldest first; the last one still grows. */
  synchronized List<Sample> minutesSince(Instant since) {
    return minutes.stream()
        .filter(sample -> !sample.at().isBefore(since))
        .map(sample -> new Sample(sample.at(), List.copyOf(sample.counts())))
        .toList();
  }

  static Instant step(Instant at) {
    long seconds = STEP.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
