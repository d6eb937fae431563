package eu.rempart.edge.traffic;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.PlaceStatus;
import eu.rempart.edge.place.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the security dashboard shows of traffic. Stretches up to an hour are of this node and up to
 * the second; longer ones are of all nodes and up to five minutes old. Every method needs {@link
 * Right#SEE_OPERATIONS}, which administrators and engineers have: addresses and counts are no
 * customer data.
 */
public class TrafficService {

  private final TrafficHistory history;
  private final TrafficRepository repository;
  private final Sources sources;
  private final Places places;
  private final Policies policies;
  private final Pulse pulse;
  private final Rises rises;
  private final Supplier<Optional<OneNode>> node;
  private final Rights rights;
  private final InstantSource clock;
  private final LongSupplier nanos;

  TrafficService(
      TrafficHistory history,
      TrafficRepository repository,
      Sources sources,
      Places places,
      Policies policies,
      Pulse pulse,
      Rises rises,
      Supplier<Optional<OneNode>> node,
      Rights rights) {
    this.history = history;
    this.repository = repository;
    this.sources = sources;
    this.places = places;
    this.policies = policies;
    this.pulse = pulse;
    this.rises = rises;
    this.node = node;
    this.rights = rights;
    this.clock = InstantSource.system();
    this.nanos = System::nanoTime;
  }

  /** Everything that came in a stretch of time until now, at most 90 days. */
  public TrafficSnapshot snapshot(Duration stretch) {
    rights.require(Right.SEE_OPERATIONS);
    Instant since = clock.instant().minus(stretch);
    return new TrafficSnapshot(
        since,
        isShort(stretch)
            ? history.minutesSince(since).stream().flatMap(s -> s.counts().stream()).toList()
            : repository.sums(Grain.of(stretch), since));
  }

  /**
   * Since when a stretch is counted here, where that is not all of it: this node was started since.
   * Empty for longer stretches, which are of all nodes.
   */
  public Optional<Instant> countedSince(Duration stretch) {
    rights.require(Right.SEE_OPERATIONS);
    Instant begun = history.begunAt();
    return isShort(stretch) && begun.isAfter(clock.instant().minus(stretch))
        ? Optional.of(begun)
        : Optional.empty();
  }

  /**
   * The same over time: counts by the beginning of each step, added up over all places and without
   * names such as those of ciphers. Steps in which nothing came are missing.
   *
   * @param step a minute or more for stretches up to an hour, five or more for longer ones
   */
  public SortedMap<Instant, TrafficSnapshot> series(Duration stretch, Duration step) {
    rights.require(Right.SEE_OPERATIONS);
    long seconds = step.toSeconds();
    Instant since =
        Instant.ofEpochSecond(
            Math.floorDiv(clock.instant().minus(stretch).getEpochSecond(), seconds) * seconds);
    SortedMap<Instant, TrafficSnapshot> series = new TreeMap<>();
    if (isShort(stretch)) {
      history
          .minutesSince(since)
          .forEach(
              sample ->
                  series.merge(begin(sample.at(), seconds), of(sample), TrafficService::join));
    } else {
      repository
          .steps(Grain.of(stretch), since, step)
          .forEach((at, counts) -> series.put(at, new TrafficSnapshot(at, counts)));
    }
    return series;
  }

  /** The sources that did most of something lately, the busiest first. */
  public List<BusySource> busiest(Sign sign, int count) {
    rights.require(Right.SEE_OPERATIONS);
    long now = nanos.getAsLong();
    return sources.addresses().busiest(sign, count, now).stream()
        .map(
            facts -> {
              long high = facts.prefix().high();
              long low = facts.prefix().low();
              return new BusySource(
                  facts,
                  Place.of(places.of(high, low)),
                  policies.current().isKnown(high, low, now));
            })
        .toList();
  }

  /**
   * What is unusual now: far above the same hour of the past weeks, the most unusual first; empty
   * while too few past weeks are known.
   */
  public Optional<List<Rise>> rises() {
    rights.require(Right.SEE_OPERATIONS);
    return rises.now();
  }

  /**
   * Whose counts stretches up to an hour are, and who the busiest sources are busy at; empty where
   * one node does all there is.
   */
  public Optional<OneNode> node() {
    rights.require(Right.SEE_OPERATIONS);
    return node.get();
  }

  /** Which file of places is in use. */
  public PlaceStatus places() {
    rights.require(Right.SEE_OPERATIONS);
    return places.status();
  }

  /**
   * Calls back every few seconds, whether anything changes or not, for screens that must show that
   * they are in touch. Otherwise as {@link #onChange}.
   */
  public Runnable onTick(Runnable listener) {
    rights.require(Right.SEE_OPERATIONS);
    return pulse.onTick(listener);
  }

  /**
   * Calls back at most once a second while something changes: traffic, bans or rules. On a thread
   * of its own, which must not be held up. The answer unsubscribes.
   */
  public Runnable onChange(Runnable listener) {
    rights.require(Right.SEE_OPERATIONS);
    return pulse.onBeat(listener);
  }

  private static boolean isShort(Duration stretch) {
    return stretch.compareTo(TrafficHistory.KEPT) <= 0;
  }

  private static Instant begin(Instant at, long seconds) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }

  private static TrafficSnapshot of(TrafficHistory.Sample sample) {
    return new TrafficSnapshot(sample.at(), sample.counts());
  }

  private static TrafficSnapshot join(TrafficSnapshot a, TrafficSnapshot b) {
    return new TrafficSnapshot(
        a.since(),
        java.util.stream.Stream.concat(a.counts().stream(), b.counts().stream()).toList());
  }
}
