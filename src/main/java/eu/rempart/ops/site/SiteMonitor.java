package eu.rempart.ops.site;

import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteRecords.Lag;
import eu.rempart.ops.site.SiteState.Site;
import eu.rempart.ops.site.SiteState.Site.Holding;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** So long what the one that leads said of the others still counts while it says nothing. */
  private static final Duration VIEW_KEPT = Duration.ofSeconds(8);

  private final Supplier<@Nullable Sighting> leading;
  private final SiteRecords records;
  private final SiteBoard board;
  private final InstantSource clock;
  private final LongSupplier nanos;

  private final MoveRecorder moves;
  private @Nullable Boolean complete;
  private @Nullable Instant since;

  /** When that changed; null once it is written. */
  private @Nullable Instant changed;

  /** Who led last of all, as far as this process saw. */
  private volatile @Nullable String ledLast;

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
     * What led to a timeline; of the one that leads on it.
     *
     * @throws IOException if it does not answer in time
     */
    ClusterHistory history(long timeline) throws IOException;

    /**
     * Hands over to another in order; of the one that leads.
     *
     * @throws IOException if it was refused, or no answer came
     */
    void switchTo(String candidate) throws IOException;
  }

  /** The members, by the site that leads, and when it said so. */
  private record View(String leader, ClusterMembers members, long nanos) {}

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
    this.moves = new MoveRecorder(records, clock);
  }

  /** Notes a move, to be written at the next look; never waits. */
  void moved(@Nullable Sighting before, Sighting now) {
    ledLast = now.site();
    moves.moved(before, now);
  }

  /**
   * Looks once; for one thread.
   *
   * @param self the site of this process
   * @param witness null until it joined
   */
  void look(String self, List<Place> places, @Nullable Witness witness) {
    Sighting leader = leading.get();
    Optional<ClusterMembers> view = leader == null ? anybody(places) : lately(leader, places);
    Map<String, Lag> lags = Map.of();
    if (leader != null) {
      ledLast = leader.site();
      try {
        lags = records.lags();
        moves.write(() -> history(leader, places));
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
      sites.add(leader == null ? unled(place, view) : site(place, leader, view, lags));
    }
    SiteState state = new SiteState(self, sites, witness, null, moves.moves());
    board.put(new SiteState(self, sites, witness, since(state), state.moves()));
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
    return places.stream()
        .filter(place -> place.engine().name().equals(leader.site()))
        .flatMap(place -> members(place).stream())
        .findFirst();
  }

  /** While nobody leads anyone may say who was synchronous, as etcd keeps it. */
  private static Optional<ClusterMembers> anybody(List<Place> places) {
    return places.stream()
        .flatMap(place -> members(place).stream())
        .filter(members -> !members.members().isEmpty())
        .findFirst();
  }

  private static Optional<ClusterMembers> members(Place place) {
    try {
      return Optional.of(place.engine().cluster());
    } catch (IOException silent) {
      return Optional.empty(); // it was there a moment ago; the next look tells
    }
  }

  private static ClusterHistory history(Sighting leader, List<Place> places) throws IOException {
    for (Place place : places) {
      if (place.engine().name().equals(leader.site())) {
        return place.engine().history(leader.timeline());
      }
    }
    throw new IOException("%s is no site any more".formatted(leader.site()));
  }

  private Site unled(Place place, Optional<ClusterMembers> view) {
    String name = place.engine().name();
    ClusterMembers.Member member = view.flatMap(all -> all.member(name)).orElse(null);
    Role role = answers(place.engine()) ? Role.BEHIND : Role.SILENT;
    Holding holding = role == Role.SILENT ? null : Holding.MAYBE_LESS;
    if (name.equals(ledLast)) {
      role = role == Role.SILENT ? role : Role.LED_LAST;
      holding = Holding.LED_LAST;
    } else if (role != Role.SILENT && member != null && member.isNamedSynchronous()) {
      role = Role.COPY;
      holding = Holding.ALL;
    }
    return new Site(
        name,
        place.country(),
        place.page(),
        role,
        member == null ? "" : member.state(),
        member == null ? null : member.timeline(),
        null,
        null,
        holding);
  }

  private static Site site(
      Place place, Sighting leader, Optional<ClusterMembers> view, Map<String, Lag> lags) {
    String name = place.engine().name();
    ClusterMembers.Member member = view.flatMap(all -> all.member(name)).orElse(null);
    String state = member == null ? "" : member.state();
    if (name.equals(leader.site())) {
      return new Site(
          name,
          place.country(),
          place.page(),
          Role.LEADS,
          state,
          leader.timeline(),
          null,
          null,
          null);
    }
    if (member == null) {
      Role role = answers(place.engine()) ? Role.BEHIND : Role.SILENT;
      return new Site(name, place.country(), place.page(), role, state, null, null, null, null);
    }
    // etcd keeps what a site that died said last for some seconds
    if (!member.isSynchronous() && !answers(place.engine())) {
      return new Site(name, place.country(), place.page(), Role.SILENT, "", null, null, null, null);
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
        lag == null ? null : lag.time(),
        null);
  }

  private static boolean answers(Asked engine) {
    try {
      var _ = engine.leads();
      return true;
    } catch (IOException silent) {
      return false;
    }
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
      changed = at;
    }
    if (state.leader().isPresent() && !failing) {
      try {
        since = records.saveCopy(now, changed == null ? at : changed);
        changed = null;
      } catch (RuntimeException e) {
        log.warn("how many copies there are can't be written: {}", e.toString());
        failing = true;
      }
    }
    return since;
  }
}
