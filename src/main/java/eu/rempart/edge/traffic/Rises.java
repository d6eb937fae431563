package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Rise.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Compares the last hour with the same hour of the last four weeks, by what is kept for five
 * minutes each. The median lets one strange week pass; as long as fewer than two of those hours saw
 * any traffic, or are kept, nothing is usual, and what is unusual is not known.
 */
final class Rises {

  private static final int WEEKS = 4;
  private static final int WEEKS_AT_LEAST = 2;

  /** What happens less often than this in an hour is chance. */
  private static final long AT_LEAST = 60;

  private static final Duration HOUR = Duration.ofHours(1);

  private final TrafficRepository repository;
  private final Supplier<EdgeSettings> settings;
  private final InstantSource clock;

  Rises(TrafficRepository repository, Supplier<EdgeSettings> settings, InstantSource clock) {
    this.repository = repository;
    this.settings = settings;
    this.clock = clock;
  }

  /** What is unusual now, the most unusual first; empty while nothing is known to be usual. */
  Optional<List<Rise>> now() {
    // with the five minutes that are being written the hour is one of the past weeks' length
    Instant end = TrafficHistory.step(clock.instant()).plus(TrafficHistory.STEP);
    List<TrafficSnapshot> weeks =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(week -> hour(end.minus(Duration.ofDays(7L * week))))
            .filter(hour -> !hour.counts().isEmpty())
            .toList();
    if (weeks.size() < WEEKS_AT_LEAST) {
      return Optional.empty();
    }
    TrafficSnapshot last = hour(end);
    List<Rise> rises = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      if (topic.isByPlace()) {
        byPlace(topic, last, weeks).forEach(rises::add);
      } else {
        rise(topic, Optional.empty(), last.total(topic.measures()), totals(topic, weeks))
            .ifPresent(rises::add);
      }
    }
    rises.sort(Comparator.comparingDouble(Rise::times).reversed());
    return Optional.of(rises);
  }

  private TrafficSnapshot hour(Instant end) {
    Instant from = end.minus(HOUR);
    return new TrafficSnapshot(from, repository.between(from, end));
  }

  private List<Rise> byPlace(Topic topic, TrafficSnapshot last, List<TrafficSnapshot> weeks) {
    Map<Place, List<Long>> usual = new HashMap<>();
    for (TrafficSnapshot week : weeks) {
      week.byPlace(topic.measures())
          .forEach(
              (place, count) -> usual.computeIfAbsent(place, _ -> new ArrayList<>()).add(count));
    }
    List<Rise> rises = new ArrayList<>();
    last.byPlace(topic.measures())
        .forEach(
            (place, count) ->
                rise(
                        topic,
                        Optional.of(place),
                        count,
                        filled(usual.getOrDefault(place, List.of()), weeks.size()))
                    .ifPresent(rises::add));
    return rises;
  }

  private static List<Long> totals(Topic topic, List<TrafficSnapshot> weeks) {
    return weeks.stream().map(week -> week.total(topic.measures())).toList();
  }

  /** Weeks in which nothing came from there count as none. */
  private static List<Long> filled(List<Long> counts, int weeks) {
    List<Long> all = new ArrayList<>(counts);
    while (all.size() < weeks) {
      all.add(0L);
    }
    return all;
  }

  private Optional<Rise> rise(Topic topic, Optional<Place> place, long now, List<Long> weeks) {
    long usual = median(weeks);
    long most = Math.max(AT_LEAST, usual * settings.get().of(Limit.DETECT_RISE));
    return now >= most ? Optional.of(new Rise(topic, place, now, usual)) : Optional.empty();
  }

  private static long median(List<Long> counts) {
    List<Long> sorted = counts.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
