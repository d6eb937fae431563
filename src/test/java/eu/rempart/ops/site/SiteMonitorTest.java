package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteState.Obstacle;
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
  public void save(SiteMove move) {
    if (written.stream().noneMatch(each -> each.timeline() == move.timeline())) {
      written.add(move);
    }
  }

  @Override
  public Instant saveCopy(boolean complete, Instant at) {
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
    assertThat(copies)
        .containsSubsequence("true 2026-11-30T12:00:00Z", "false 2026-11-30T12:01:00Z");
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
}
