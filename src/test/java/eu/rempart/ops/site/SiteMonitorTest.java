package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.ops.site.ClusterHistory.Beginning;
import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteMove.Cause;
import eu.rempart.ops.site.SiteMove.Decision;
import eu.rempart.ops.site.SiteMove.Decision.Kind;
import eu.rempart.ops.site.SiteState.Obstacle;
import eu.rempart.ops.site.SiteState.Site.Holding;
import eu.rempart.ops.site.SiteState.Site.Role;
import eu.rempart.ops.site.SiteState.Witness;
import eu.rempart.ops.site.SiteState.Witness.Task;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How two sites are, put together of what they and the database say. */
class SiteMonitorTest implements SiteRecords {

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final List<SiteMove> written = new ArrayList<>();
  private final List<Decision> decided = new ArrayList<>();
  private final List<String> copies = new ArrayList<>();
  private final Map<String, Lag> lags = new HashMap<>();
  private final SiteBoard board = new SiteBoard();
  private @Nullable Sighting leader = new Sighting("a", 3, 0);
  private boolean away;
  private Task task = Task.WATCHES;
  private long seconds;

  private final SiteMonitor monitor =
      new SiteMonitor(
          () -> leader, this, board, () -> NOON.plusSeconds(seconds), () -> nanos(seconds));

  private final Engine a = new Engine("a");
  private final Engine b = new Engine("b");

  private static long nanos(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }

  /** A site of the test. */
  private static final class Engine implements SiteMonitor.Asked {

    private final String name;
    private boolean silent;
    private ClusterHistory history = new ClusterHistory(List.of());
    private ClusterMembers view = new ClusterMembers(Map.of());

    Engine(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<Long> leads() throws IOException {
      if (silent) {
        throw new IOException("silent");
      }
      return Optional.empty();
    }

    @Override
    public ClusterMembers cluster() throws IOException {
      if (silent) {
        throw new IOException("silent");
      }
      return view;
    }

    @Override
    public ClusterHistory history(long timeline) throws IOException {
      if (silent) {
        throw new IOException("silent");
      }
      return history;
    }

    @Override
    public void switchTo(String candidate) {
      throw new AssertionError("nobody asked for that");
    }
  }

  @Override
  public Map<String, Lag> lags() {
    if (away) {
      throw new IllegalStateException("away");
    }
    return lags;
  }

  @Override
  public List<SiteMove> moves() {
    return written.reversed();
  }

  @Override
  public List<Decision> decisions() {
    return decided;
  }

  @Override
  public void save(SiteMove move) {
    if (written.stream().noneMatch(each -> each.timeline() == move.timeline())) {
      written.add(move);
    }
  }

  @Override
  public Instant saveCopy(boolean complete, Instant at) {
    if (!copies.isEmpty() && copies.getLast().startsWith(complete + " ")) {
      return Instant.parse(copies.getLast().split(" ", -1)[1]);
    }
    copies.add(complete + " " + at);
    return at;
  }

  @BeforeEach
  void streams() {
    a.view = view(new ClusterMembers.Member("sync_standby", "streaming", 3L, 0L));
    lags.put("b", new Lag(12, Duration.ofMillis(31)));
  }

  private static ClusterMembers view(ClusterMembers.Member copy) {
    return new ClusterMembers(
        Map.of("a", new ClusterMembers.Member("leader", "running", 3L, null), "b", copy));
  }

  private SiteState look() {
    monitor.look(
        "a",
        List.of(
            new SiteMonitor.Place(a, "FR", "https://crm-a.example.org"),
            new SiteMonitor.Place(b, "DE", "https://crm-b.example.org")),
        new Witness("w", "BE", task));
    return board.state().orElseThrow();
  }

  @Test
  void bothAreSafeWhileTheCopyIsSynchronous() {
    SiteState state = look();
    assertThat(state.isSafe()).isTrue();
    assertThat(state.leader().orElseThrow().name()).isEqualTo("a");
    assertThat(state.leader().orElseThrow().timeline()).isEqualTo(3);
    SiteState.Site copy = state.other().orElseThrow();
    assertThat(copy.role()).isEqualTo(Role.COPY);
    assertThat(copy.lagBytes()).isEqualTo(12);
    assertThat(copy.lag()).isEqualTo(Duration.ofMillis(31));
    assertThat(state.obstacle()).isEmpty();
    assertThat(state.since()).isEqualTo(NOON);
  }

  @Test
  void lagOfPatroniCountsWhereTheDatabaseSaysNone() {
    lags.clear();
    a.view = view(new ClusterMembers.Member("sync_standby", "streaming", 3L, 4096L));
    SiteState.Site copy = look().other().orElseThrow();
    assertThat(copy.lagBytes()).isEqualTo(4096);
    assertThat(copy.lag()).isNull();
  }

  @Test
  void copyThatMayLackSomethingIsNotSafe() {
    a.view = view(new ClusterMembers.Member("replica", "streaming", 3L, 99L));
    SiteState state = look();
    assertThat(state.isOneCopyLeft()).isTrue();
    assertThat(state.obstacle()).contains(Obstacle.COPY_BEHIND);
  }

  @Test
  void siteThatNobodyHearsIsSilent() {
    a.view =
        new ClusterMembers(Map.of("a", new ClusterMembers.Member("leader", "running", 3L, null)));
    b.silent = true;
    assertThat(look().obstacle()).contains(Obstacle.COPY_SILENT);
    assertThat(look().isOneCopyLeft()).isTrue();
  }

  @Test
  void switchNeedsTheWitnessAndALeader() {
    task = Task.VOTES;
    assertThat(look().obstacle()).as("its vote is enough").isEmpty();
    task = Task.SILENT;
    assertThat(look().obstacle()).contains(Obstacle.WITNESS_SILENT);
    leader = null;
    assertThat(look().obstacle()).contains(Obstacle.NOBODY_LEADS);
    assertThat(look().isSafe()).isFalse();
  }

  @Test
  void lossOfTheCopyIsWrittenWithItsTime() {
    look();
    seconds = 60;
    a.view = view(new ClusterMembers.Member("replica", "running", 2L, null));
    assertThat(look().since()).isEqualTo(NOON.plusSeconds(60));
    seconds = 90;
    assertThat(look().since()).isEqualTo(NOON.plusSeconds(60));
    assertThat(copies).containsExactly("true 2026-11-30T12:00:00Z", "false 2026-11-30T12:01:00Z");
  }

  @Test
  void moveIsWrittenWithItsGap() {
    monitor.moved(null, new Sighting("a", 3, nanos(0)));
    look();
    seconds = 100;
    leader = new Sighting("b", 4, nanos(100));
    monitor.moved(new Sighting("a", 3, nanos(92)), leader);
    SiteState state = look();
    assertThat(state.lastSwitch())
        .contains(new SiteMove(4, NOON.plusSeconds(100), "a", "b", Duration.ofSeconds(8)));
    assertThat(written).hasSize(2);
  }

  /** While the database is away a move is kept, and the sites are shown all the same. */
  @Test
  void moveIsWrittenOnceTheDatabaseIsThere() {
    away = true;
    monitor.moved(null, new Sighting("a", 3, nanos(0)));
    assertThat(look().isSafe()).isTrue();
    assertThat(written).isEmpty();
    away = false;
    assertThat(look().moves()).hasSize(1);
  }

  /** Of a move while this process was not there, another that saw it writes more. */
  @Test
  void moveThatNobodyHereSawWaitsForOthers() {
    save(new SiteMove(3, NOON, null, "a", null));
    leader = new Sighting("b", 5, nanos(0));
    monitor.moved(null, leader);
    look();
    assertThat(written).hasSize(1);
    seconds = 11;
    look();
    assertThat(written.getLast()).isEqualTo(new SiteMove(5, NOON, "a", "b", null));
  }

  /** Every Rempart was stopped: a loss was accepted, and the other site took over after that. */
  @Test
  void movesThatNobodySawAreTakenFromPatroniAndTheLedger() {
    save(new SiteMove(3, NOON, null, "a", null));
    Instant loss = NOON.plusSeconds(600);
    Instant failover = NOON.plusSeconds(900);
    decided.add(new Decision(Kind.ACCEPT_LOSS, loss, null, "b"));
    b.view = a.view;
    b.history =
        new ClusterHistory(
            List.of(
                new Beginning(3, NOON, "a"),
                new Beginning(6, null, null),
                new Beginning(7, failover, "a"),
                new Beginning(8, failover.plusSeconds(60), "b")));
    seconds = 3_600;
    leader = new Sighting("b", 8, nanos(seconds));
    monitor.moved(null, leader);
    SiteState state = look();
    assertThat(written)
        .containsExactly(
            new SiteMove(3, NOON, null, "a", null),
            new SiteMove(6, loss, "a", "b", null),
            new SiteMove(7, failover, "b", "a", null),
            new SiteMove(8, failover.plusSeconds(60), "a", "b", null));
    assertThat(state.moves())
        .extracting(SiteMove::cause)
        .containsExactly(Cause.FAILOVER, Cause.FAILOVER, Cause.ACCEPTED_LOSS, Cause.FIRST);
  }

  @Test
  void lossesThatNobodySawAreToldInTheirOrder() {
    save(new SiteMove(3, NOON, null, "a", null));
    save(new SiteMove(6, NOON.plusSeconds(60), "a", "b", null));
    Instant first = NOON.plusSeconds(2_000);
    Instant second = NOON.plusSeconds(3_000);
    decided.add(new Decision(Kind.ACCEPT_LOSS, NOON.plusSeconds(63), null, "b"));
    decided.add(new Decision(Kind.ACCEPT_LOSS, first, null, "a"));
    decided.add(new Decision(Kind.ACCEPT_LOSS, second, null, "b"));
    b.view = a.view;
    b.history =
        new ClusterHistory(
            List.of(
                new Beginning(6, null, null),
                new Beginning(9, null, null),
                new Beginning(12, null, null)));
    seconds = 9_000;
    leader = new Sighting("b", 12, nanos(seconds));
    monitor.moved(null, leader);
    assertThat(look().moves())
        .extracting(SiteMove::timeline, SiteMove::at, SiteMove::to, SiteMove::cause)
        .containsExactly(
            tuple(12L, second, "b", Cause.ACCEPTED_LOSS),
            tuple(9L, first, "a", Cause.ACCEPTED_LOSS),
            tuple(6L, NOON.plusSeconds(60), "b", Cause.ACCEPTED_LOSS),
            tuple(3L, NOON, "a", Cause.FIRST));
  }

  @Test
  void historyThatIsNotAnsweredIsAskedForAgain() {
    save(new SiteMove(3, NOON, null, "a", null));
    a.history =
        new ClusterHistory(List.of(new Beginning(4, NOON, "b"), new Beginning(5, NOON, "a")));
    a.silent = true;
    seconds = 60;
    leader = new Sighting("a", 5, nanos(60));
    monitor.moved(null, leader);
    look();
    assertThat(written).hasSize(1);
    a.silent = false;
    look();
    assertThat(written).extracting(SiteMove::to).containsExactly("a", "b", "a");
  }

  @Test
  void switchThatSomebodyAskedForIsNoFailOver() {
    monitor.moved(null, new Sighting("a", 3, nanos(0)));
    look();
    decided.add(new Decision(Kind.SWITCH, NOON.plusSeconds(98), "a", "b"));
    seconds = 100;
    leader = new Sighting("b", 4, nanos(100));
    monitor.moved(new Sighting("a", 3, nanos(97)), leader);
    assertThat(look().moves().getFirst().cause()).isEqualTo(Cause.SWITCH);
    seconds = 500;
    leader = new Sighting("a", 5, nanos(500));
    monitor.moved(new Sighting("b", 4, nanos(490)), leader);
    assertThat(look().moves().getFirst().cause()).isEqualTo(Cause.FAILOVER);
    assertThat(look().moves().get(1).cause()).isEqualTo(Cause.SWITCH);
  }

  /** The site that was led last has all; the other one as far as it was synchronous. */
  @Test
  void eachSiteTellsWhatItHasWhileNobodyLeads() {
    look();
    leader = null;
    b.view =
        new ClusterMembers(
            Map.of("b", new ClusterMembers.Member("sync_standby", "running", 3L, null)));
    a.silent = true;
    assertThat(look().sites())
        .extracting(SiteState.Site::role, SiteState.Site::holding)
        .containsExactly(tuple(Role.SILENT, Holding.LED_LAST), tuple(Role.COPY, Holding.ALL));
    b.view =
        new ClusterMembers(Map.of("b", new ClusterMembers.Member("replica", "running", 3L, null)));
    a.silent = false;
    a.view = b.view;
    assertThat(look().sites())
        .extracting(SiteState.Site::role, SiteState.Site::holding)
        .containsExactly(
            tuple(Role.LED_LAST, Holding.LED_LAST), tuple(Role.BEHIND, Holding.MAYBE_LESS));
    assertThat(look().isSafe()).isFalse();
  }
}
