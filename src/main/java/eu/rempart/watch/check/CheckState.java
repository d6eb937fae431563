package eu.rempart.watch.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How a check is, by all results so far. Results make it go up → suspect → down → recovering → up;
 * "down" needs the agreement of as many zones as {@link Rules#quorum} says, one alone is trouble in
 * that zone. Whoever goes down {@value #FLAPS} times within a while flaps, and is held in
 * "recovering" until it keeps quiet. A value: it knows no clock but that of the results.
 *
 * @param raw without regard to flapping
 * @param flapping whether it is held
 * @param since since when {@link #stage} is what it is
 * @param zones what each zone thinks that told anything
 * @param downs when it went down within the last while, the oldest first
 */
public record CheckState(
    Stage raw, boolean flapping, Instant since, Map<Zone, ZoneView> zones, List<Instant> downs) {

  /** So many outages within {@link Rules#flappingWithin} are flapping. */
  static final int FLAPS = 4;

  /** Clocks of nodes and agents are never further apart. */
  private static final Duration APART = Duration.ofMinutes(2);

  /** Copies. */
  public CheckState {
    zones = Map.copyOf(zones);
    downs = List.copyOf(downs);
  }

  /** Before anything was measured. */
  public static CheckState begin(Instant now) {
    return new CheckState(Stage.UP, false, now, Map.of(), List.of());
  }

  /** How it is. */
  public Stage stage() {
    return flapping && !raw.outage() ? Stage.RECOVERING : raw;
  }

  /**
   * After one more result. One that is not younger than the zone's latest changes nothing: it came
   * twice, or too late to tell how things are.
   */
  public CheckState after(Result result, Rules rules) {
    ZoneView before = zones.getOrDefault(result.zone(), ZoneView.NEW);
    if (!rules.zones().contains(result.zone()) || !result.at().isAfter(before.at())) {
      return this;
    }
    SortedMap<Zone, ZoneView> views = new TreeMap<>(zones);
    views.put(result.zone(), before.with(result, rules));
    views.keySet().retainAll(rules.zones());
    // at its own time: what a zone delivers late is held against what others said then
    return judge(views, result.at(), rules);
  }

  /**
   * After a result that is not counted: the zone was heard, and how it is stays as it was. One that
   * is not younger than the zone's latest changes nothing.
   */
  public CheckState heard(Result result, Rules rules) {
    ZoneView before = zones.getOrDefault(result.zone(), ZoneView.NEW);
    if (!rules.zones().contains(result.zone()) || !result.at().isAfter(before.at())) {
      return this;
    }
    SortedMap<Zone, ZoneView> views = new TreeMap<>(zones);
    views.put(result.zone(), before.heard(result, rules));
    views.keySet().retainAll(rules.zones());
    return new CheckState(raw, flapping, since, views, downs);
  }

  /**
   * Where the clock was set back: nobody can have told anything later than now, so that what is
   * told now is news. As it is, unless somebody told something later than clocks are apart.
   */
  public CheckState notAfter(Instant now, Rules rules) {
    Instant latest = now.plus(APART);
    if (zones.values().stream().noneMatch(view -> view.at().isAfter(latest))) {
      return this;
    }
    SortedMap<Zone, ZoneView> views = new TreeMap<>(zones);
    views.replaceAll(
        (_, view) -> view.at().isAfter(latest) ? view.at(now.minus(rules.period())) : view);
    return new CheckState(
        raw,
        flapping,
        since.isAfter(now) ? now : since,
        views,
        downs.stream().filter(down -> !down.isAfter(now)).toList());
  }

  private CheckState judge(Map<Zone, ZoneView> views, Instant now, Rules rules) {
    // what others saw long after it is no witness that it went down, but of how an outage went on
    Instant latest = now.plus(rules.silentAfter());
    List<ZoneView> live =
        views.values().stream()
            .filter(view -> !view.silent(rules.silentAfter(), now))
            .filter(view -> raw.outage() || !view.at().isAfter(latest))
            .toList();
    Stage next = inOrder(wanted(live, rules), rules);
    Instant from = now.minus(rules.flappingWithin());
    List<Instant> recent =
        Stream.concat(
                downs.stream().filter(down -> down.isAfter(from)),
                next.outage() && !raw.outage() ? Stream.of(now) : Stream.of())
            .toList();
    boolean goesOn = recent.size() > 1 || next != Stage.UP;
    boolean flaps = recent.size() >= FLAPS || (flapping && goesOn);
    CheckState after = new CheckState(next, flaps, since, views, recent);
    return after.stage() == stage() ? after : new CheckState(next, flaps, now, views, recent);
  }

  /**
   * It went down, though nobody was told, since those who saw it came one after the other; and as
   * many as must agree have not taken that back yet. So it goes on from there.
   *
   * @param inOrder how it is when all results since a moment are taken in the order in which they
   *     were found
   * @param since that moment: when it went down after it, their order says
   */
  public CheckState wentDown(CheckState inOrder, Instant since) {
    List<Instant> all =
        Stream.concat(downs.stream().filter(down -> down.isBefore(since)), inOrder.downs.stream())
            .toList();
    return new CheckState(inOrder.raw, flapping || inOrder.flapping, inOrder.since, zones, all);
  }

  /**
   * No stage is left out, even where a zone that comes back, or several at once, would skip one;
   * unless the rules say that a single result is enough.
   */
  private Stage inOrder(Stage wanted, Rules rules) {
    if (raw == Stage.UP && wanted == Stage.DOWN && rules.failAfter() > 1) {
      return Stage.SUSPECT;
    }
    return raw == Stage.DOWN && wanted == Stage.UP && rules.recoverAfter() > 1
        ? Stage.RECOVERING
        : wanted;
  }

  private Stage wanted(List<ZoneView> live, Rules rules) {
    long failing = live.stream().filter(ZoneView::failing).count();
    long bad = live.stream().filter(ZoneView::bad).count();
    long both = live.stream().filter(ZoneView::bad).filter(ZoneView::failing).count();
    int quorum = rules.quorum();
    if (!raw.outage()) {
      return both >= quorum ? Stage.DOWN : failing >= quorum ? Stage.SUSPECT : Stage.UP;
    }
    if (failing >= quorum) {
      return Stage.DOWN;
    }
    // That zones fell silent is no sign that anything works again: one must have seen it.
    boolean seenWell = live.stream().anyMatch(view -> !view.bad() && view.succeeded() > 0);
    return bad < quorum && seenWell ? Stage.UP : Stage.RECOVERING;
  }

  /** The zones that alone say that something is wrong, while the check is not down. */
  public List<Zone> troubled(Rules rules, Instant now) {
    return stage().outage() ? List.of() : bad(rules, now);
  }

  /** The zones that say that something is wrong. */
  public List<Zone> bad(Rules rules, Instant now) {
    return zones.entrySet().stream()
        .filter(entry -> rules.zones().contains(entry.getKey()))
        .filter(
            entry -> entry.getValue().bad() && !entry.getValue().silent(rules.silentAfter(), now))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The zones that told nothing for long, or never did. */
  public List<Zone> silent(Rules rules, Instant now) {
    Duration after = rules.silentAfter();
    return rules.zones().stream()
        .filter(zone -> zones.getOrDefault(zone, ZoneView.NEW).silent(after, now))
        .toList();
  }
}
