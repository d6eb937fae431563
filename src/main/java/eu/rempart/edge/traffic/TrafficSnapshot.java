package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came in a stretch of time, added up.
 *
 * @param since when it begins; it ends now
 * @param counts by place and {@link Measure#key}, or name such as {@code protocol:TLSv1.3}
 */
public record TrafficSnapshot(Instant since, List<Count> counts) {

  /** Copies. */
  public TrafficSnapshot {
    counts = List.copyOf(counts);
  }

  /** So many of these, from everywhere. */
  public long total(Measure... measures) {
    List<String> keys = List.of(measures).stream().map(Measure::key).toList();
    return counts.stream().filter(c -> keys.contains(c.what())).mapToLong(Count::count).sum();
  }

  /** So many of these from each place that had any. */
  public Map<Place, Long> byPlace(Measure... measures) {
    List<String> keys = List.of(measures).stream().map(Measure::key).toList();
    return counts.stream()
        .filter(count -> keys.contains(count.what()))
        .collect(Collectors.groupingBy(Count::place, Collectors.summingLong(Count::count)));
  }

  /** Refused connections and requests from each place that had any. */
  public Map<Place, Long> refusedByPlace() {
    return counts.stream()
        .filter(count -> Measure.ofKey(count.what()).filter(TrafficSnapshot::isRefusal).isPresent())
        .collect(Collectors.groupingBy(Count::place, Collectors.summingLong(Count::count)));
  }

  /** Refused connections and requests by reason, the most frequent first. */
  public List<Map.Entry<Measure, Long>> refusedByReason() {
    Map<Measure, Long> sums = new TreeMap<>();
    counts.forEach(
        count ->
            Measure.ofKey(count.what())
                .filter(TrafficSnapshot::isRefusal)
                .ifPresent(measure -> sums.merge(measure, count.count(), Long::sum)));
    return sums.entrySet().stream()
        .sorted(Map.Entry.<Measure, Long>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }

  /** Handshakes by protocol, cipher, group, fingerprint or failure. */
  public SortedMap<String, Long> byName(Count.Kind kind) {
    SortedMap<String, Long> sums = new TreeMap<>();
    counts.stream()
        .filter(count -> count.what().startsWith(kind.prefix()))
        .forEach(
            count ->
                sums.merge(
                    count.what().substring(kind.prefix().length()), count.count(), Long::sum));
    return sums;
  }

  private static boolean isRefusal(Measure measure) {
    return measure.isRefusedConnection() || measure.isRefusedRequest();
  }
}
