package eu.rempart.ops.site;

import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteRecords.Lag;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts together how the sites are, and has the database remember what changed. A site that was cut
 * off has an old view of the others, so the one that leads is believed.
 */
final class SiteMonitor {

  private static final Logger log = LoggerFactory.getLogger(SiteMonitor.class);

  /** Another node may have seen both ends of a gap of which this one saw the second alone. */
  private static final Duration FOR_OTHERS = Duration.ofSeconds(10);

  /** So long what the one that leads said of the others still counts while it says nothing. */
  private static final Duration VIEW_KEPT = Duration.ofSeconds(8);

  private final Supplier<@Nullable Sighting> leading;
  private final SiteRecords records;
  private final SiteBoard board;
  private final InstantSource clock;
  private final LongSupplier nanos;

  private final Queue<Seen> told = new ConcurrentLinkedQueue<>();
  private final Queue<Seen> waiting = new ArrayDeque<>();
  private List<SiteMove> moves = List.of();
  private @Nullable Boolean complete;
  private @Nullable Instant since;
  private boolean failing;

  /** What the one that leads said last of all, and when; another one's is worth nothing. */
  private @Nullable View last;

  /** A site whose Patroni can be asked. */
  interface Asked extends Follower.Site {

    /**
     * The members as this one sees them.
     *
     * @throws IOException if it does not answer in time
     */
    ClusterMembers cluster() throws IOException;

    /**
     * Hands over to another in order; of the one that leads.
     *
     * @throws IOException if it was refused, or no answer came
     */
    void switchTo(String candidate) throws IOException;
  }

  /** The members, by the site that leads, and when it said so. */
  private record View(String leader, ClusterMembers members, long nanos) {}

  /** That the database began to lead somewhere. */
  private record Seen(@Nullable Sighting before, Sighting now, Instant at) {}

  /** A site that is to be shown, where it is, and how to ask it. */
  record Place(Asked engine, String country, String page) {}

  /**
   * @param leading who leads now; null where nobody does
   * @param nanos the clock of sightings
   */
  SiteMonitor(
      Supplier<@Nullable Sighting> leading,
      SiteRecords records,
      SiteBoard board,
      InstantSource clock,
      LongSupplier nanos) {
    this.leading = leading;
    this.records = records;
    this.board = board;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Notes a move, to be written at the next look; never waits. */
  void moved(@Nullable Sighting before, Sighting now) {
    told.add(new Seen(before, now, clock.instant()));
  }

  /**
   * Looks once; for one thread.
   *
   * @param self the site of this process
   * @param witness null until it joined
   */
  void look(String self, List<Place> places, @Nullable Witness witness) {
    Sighting leader = leading.get();
    Optional<ClusterMembers> view = leader == null ? Optional.empty() : lately(leader, places);
    Map<String, Lag> lags = Map.of();
    if (leader != null) {
      try {
        lags = records.lags();
        write();
        failing = false;
      } catch (RuntimeException e) {
        // of the database, which may go away at any moment; what is shown goes on without it
        if (!failing) {
          log.warn("the database does not say how its copies are: {}", e.toString());
        }
        failing = true;
      }
    }
    List<Site> sites = new ArrayList<>();
    for (Place place : places) {
      sites.add(site(place, leader, view, lags));
    }
    SiteState state = new SiteState(self, sites, witness, null, moves);
    board.put(new SiteState(self, sites, witness, since(state), moves));
  }

  /** One answer that is late, as while etcd elects, makes nothing unsafe. */
  private Optional<ClusterMembers> lately(Sighting leader, List<Place> places) {
    Optional<ClusterMembers> now = view(leader, places);
    if (now.isPresent()) {
      last = new View(leader.site(), now.get(), nanos.getAsLong());
      return now;
    }
    View before = last;
    return before != null
            && before.leader().equals(leader.site())
            && nanos.getAsLong() - before.nanos() < VIEW_KEPT.toNanos()
        ? Optional.of(before.members())
        : Optional.empty();
  }

  private static Optional<ClusterMembers> view(Sighting leader, List<Place> places) {
    for (Place place : places) {
      if (place.engine().name().equals(leader.site())) {
        try {
          return Optional.of(place.engine().cluster());
        } catch (IOException silent) {
          return Optional.empty(); // it was there a moment ago; the next look tells
        }
      }
    }
    return Optional.empty();
  }

  private static Site site(
      Place place,
      @Nullable Sighting leader,
      Optional<ClusterMembers> view,
      Map<String, Lag> lags) {
    String name = place.engine().name();
    ClusterMembers.Member member = view.flatMap(all -> all.member(name)).orElse(null);
    String state = member == null ? "" : member.state();
    if (leader != null && name.equals(leader.site())) {
      return new Site(
          name, place.country(), place.page(), Role.LEADS, state, leader.timeline(), null, null);
    }
    if (member == null) {
      Role role = answers(place.engine()) ? Role.BEHIND : Role.SILENT;
      return new Site(name, place.country(), place.page(), role, state, null, null, null);
    }
    // etcd keeps what a site that died said last for some seconds
    if (!member.isSynchronous() && !answers(place.engine())) {
      return new Site(name, place.country(), place.page(), Role.SILENT, "", null, null, null);
    }
    Lag lag = lags.get(name);
    return new Site(
        name,
        place.country(),
        place.page(),
        member.isSynchronous() ? Role.COPY : Role.BEHIND,
        state,
        member.timeline(),
        lag == null ? member.lagBytes() : Long.valueOf(lag.bytes()),
        lag == null ? null : lag.time());
  }

  private static boolean answers(Asked engine) {
    try {
      var _ = engine.leads();
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  private void write() {
    for (Seen seen = told.poll(); seen != null; seen = told.poll()) {
      waiting.add(seen);
    }
    moves = records.moves();
    boolean saved = false;
    while (!waiting.isEmpty() && save(waiting.peek())) {
      waiting.remove();
      saved = true;
    }
    if (saved) {
      moves = records.moves();
    }
  }

  /** Answers whether it is done with. */
  private boolean save(Seen seen) {
    Sighting before = seen.before();
    Sighting now = seen.now();
    if (before != null) {
      Duration gap = Duration.ofNanos(now.nanos() - before.nanos());
      records.save(new SiteMove(now.timeline(), seen.at(), before.site(), now.site(), gap));
      return true;
    }
    if (moves.isEmpty()) {
      records.save(new SiteMove(now.timeline(), seen.at(), null, now.site(), null));
      return true;
    }
    SiteMove last = moves.getFirst();
    if (last.timeline() >= now.timeline()) {
      return true;
    }
    if (nanos.getAsLong() - now.nanos() < FOR_OTHERS.toNanos()) {
      return false;
    }
    records.save(new SiteMove(now.timeline(), seen.at(), last.to(), now.site(), null));
    return true;
  }

  private @Nullable Instant since(SiteState state) {
    if (state.sites().size() < 2) {
      return null;
    }
    boolean now = state.isSafe();
    Instant at = clock.instant();
    if (complete == null || complete != now) {
      complete = now;
      since = at;
    }
    if (state.leader().isPresent() && !failing) {
      try {
        since = records.saveCopy(now, since == null ? at : since);
      } catch (RuntimeException e) {
        log.warn("how many copies there are can't be written: {}", e.toString());
        failing = true;
      }
    }
    return since;
  }
}
