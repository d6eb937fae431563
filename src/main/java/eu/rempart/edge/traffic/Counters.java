package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Count.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts since the start, by place and measure: made to be added to by every thread at once. Grows
 * with the number of places, never with the number of sources. Thread safe.
 */
public final class Counters {

  /** More combinations of place and name are counted as {@code other}. */
  private static final int NAMES = 8_192;

  /**
   * More fingerprints are counted as {@code other}: whoever makes up hellos makes up as many as
   * they like, which must not crowd out other names.
   */
  private static final int FINGERPRINTS = 256;

  private final AtomicReferenceArray<LongAdder> cells =
      new AtomicReferenceArray<>(Place.COUNT * Measure.COUNT);

  private final Map<Name, Named> named = new ConcurrentHashMap<>();
  private final AtomicInteger fingerprints = new AtomicInteger();

  /** How far {@link #drain} has come; guarded by this. */
  private final long[] drained = new long[Place.COUNT * Measure.COUNT];

  private record Name(int place, String what) {}

  private static final class Named {
    private final LongAdder count = new LongAdder();
    private long drained;
  }

  /** One more. */
  public void add(int place, Measure measure) {
    add(place, measure, 1);
  }

  /** So many more. */
  public void add(int place, Measure measure, long count) {
    int index = place * Measure.COUNT + measure.index();
    LongAdder cell = cells.get(index);
    if (cell == null) {
      cells.compareAndSet(index, null, new LongAdder());
      cell = cells.get(index);
    }
    cell.add(count);
  }

  /** One more with a name, such as a cipher's. */
  void addNamed(int place, Kind kind, String name) {
    var key = new Name(place, kind.prefix() + name);
    Named cell = named.get(key);
    if (cell == null) {
      var bounded =
          named.size() < NAMES ? key : new Name(Place.UNKNOWN_INDEX, kind.prefix() + "other");
      cell = named.computeIfAbsent(bounded, each -> new Named());
    }
    cell.count.increment();
  }

  /** One more hello with this fingerprint, from wherever it came. */
  void addFingerprint(String ja4) {
    var key = new Name(Place.UNKNOWN_INDEX, Kind.FINGERPRINT.prefix() + ja4);
    Named cell = named.get(key);
    if (cell == null) {
      var bounded =
          fingerprints.getAndIncrement() < FINGERPRINTS
              ? key
              : new Name(Place.UNKNOWN_INDEX, Kind.FINGERPRINT.prefix() + "other");
      fingerprints.updateAndGet(count -> Math.min(count, FINGERPRINTS));
      cell = named.computeIfAbsent(bounded, each -> new Named());
    }
    cell.count.increment();
  }

  /** So many of a measure since the start, from everywhere. */
  public long total(Measure measure) {
    long total = 0;
    for (int place = 0; place < Place.COUNT; place++) {
      LongAdder cell = cells.get(place * Measure.COUNT + measure.index());
      total += cell == null ? 0 : cell.sum();
    }
    return total;
  }

  /** What has come since the last time; nothing is lost or counted twice. */
  synchronized List<Count> drain() {
    List<Count> counts = new ArrayList<>();
    for (int place = 0; place < Place.COUNT; place++) {
      for (Measure measure : Measure.values()) {
        int index = place * Measure.COUNT + measure.index();
        LongAdder cell = cells.get(index);
        long more = cell == null ? 0 : cell.sum() - drained[index];
        if (more > 0) {
          drained[index] += more;
          counts.add(new Count(Place.of(place), measure.key(), more));
        }
      }
    }
    named.forEach(
        (name, cell) -> {
          long more = cell.count.sum() - cell.drained;
          if (more > 0) {
            cell.drained += more;
            counts.add(new Count(Place.of(name.place()), name.what(), more));
          }
        });
    return counts;
  }
}
