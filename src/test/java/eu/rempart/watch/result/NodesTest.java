package eu.rempart.watch.result;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several nodes, each with a machine of its own. */
class NodesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final WatchLab lab = new WatchLab(database);

  private static NodeIdentity machine(String name) {
    return new NodeIdentity(UUID.randomUUID(), name);
  }

  private void minute(List<HomeZone> nodes) {
    lab.clock.pass(Duration.ofMinutes(1));
    nodes.forEach(HomeZone::round);
  }

  /** What another test watches, and its nodes, are none of the next one's. */
  @AfterEach
  void stopWatching() {
    lab.checks.all().forEach(check -> lab.checks.retire(check, lab.clock.instant(), null));
    database.owner().execute("DELETE FROM watch_node");
  }

  @Test
  void oneFullDiskOfThreeIsAnOutageUntilItHasRoomAgain() {
    Check disk = lab.watchLevel("Disk", Level.DISK);
    AtomicLong full = new AtomicLong(97);
    NodeIdentity second = machine("second.internal");
    List<HomeZone> nodes =
        List.of(
            lab.node(machine("first.internal"), new AtomicLong(50)),
            lab.node(second, full),
            lab.node(machine("third.internal"), new AtomicLong(60)));
    Zone its = lab.nodes.heard(second, lab.clock.instant());
    minute(nodes);
    assertThat(lab.status(disk).stage()).isEqualTo(Stage.SUSPECT);
    minute(nodes);

    CheckStatus down = lab.status(disk);
    assertThat(down.stage()).isEqualTo(Stage.DOWN);
    assertThat(down.nodes()).hasSize(3);
    assertThat(down.nodes().values()).extracting("number").containsExactlyInAnyOrder(50, 97, 60);
    assertThat(Objects.requireNonNull(down.nodes().get(its)).ok()).isFalse();
    assertThat(down.zones().keySet()).hasSize(3).allMatch(Zone::isNode);
    assertThat(Objects.requireNonNull(down.zones().get(its)).failed()).isEqualTo(2);
    assertThat(lab.incidents.latest(1, true).getFirst().story().getFirst().zones())
        .containsExactly(its);

    // between clear and limit nothing changes
    full.set(85);
    minute(nodes);
    assertThat(lab.status(disk).stage()).isEqualTo(Stage.DOWN);
    full.set(70);
    minute(nodes);
    minute(nodes);
    minute(nodes);
    assertThat(lab.status(disk).stage()).isEqualTo(Stage.UP);
  }

  @Test
  void aNodeKeepsItsZoneAndOneThatWasTakenAwayIsForgotten() {
    Check disk = lab.watchLevel("Disk", Level.DISK);
    NodeIdentity stays = machine("stays");
    NodeIdentity leaves = machine("leaves");
    HomeZone staying = lab.node(stays, new AtomicLong(1));
    HomeZone leaving = lab.node(leaves, new AtomicLong(2));
    minute(List.of(staying, leaving));
    Zone gone = lab.nodes.heard(leaves, lab.clock.instant());
    assertThat(lab.nodes.heard(leaves, lab.clock.instant())).isEqualTo(gone);
    assertThat(lab.nodes.heard(stays, lab.clock.instant())).isNotEqualTo(gone);

    for (int i = 0; i < 5; i++) {
      minute(List.of(staying));
    }
    assertThat(lab.status(disk).silent()).containsExactly(gone);
    assertThat(lab.status(disk).stage()).isEqualTo(Stage.UP);

    lab.clock.pass(Nodes.FORGOTTEN);
    minute(List.of(staying));
    assertThat(lab.status(disk).silent()).isEmpty();
    assertThat(lab.status(disk).check().rules().zones()).doesNotContain(gone);
    assertThat(lab.status(disk).zones()).containsKey(gone);
  }

  @Test
  void eachNodeMeasuresItsDiskAndOneOfThemWhatAllShare() {
    Check disk = lab.watchLevel("Disk", Level.DISK);
    Check letters = lab.watchLevel("Letters", Level.MAIL_QUEUE);
    List<HomeZone> nodes =
        List.of(
            lab.node(machine("a"), new AtomicLong(1)), lab.node(machine("b"), new AtomicLong(2)));
    minute(nodes);
    minute(nodes);
    assertThat(lab.status(disk).all().checks()).isEqualTo(4);
    assertThat(lab.status(letters).all().checks()).isEqualTo(2);
    assertThat(lab.status(letters).zones()).containsOnlyKeys(Zone.HOME);
  }

  @Test
  void aResultOfANodeThatThereIsNotCountsForNothing() {
    Check disk = lab.watchLevel("Disk", Level.DISK);
    minute(List.of(lab.node(machine("a"), new AtomicLong(1))));
    lab.recorder.take(lab.result(disk, Zone.ofNode(9_999), false));
    lab.recorder.take(lab.result(disk, Zone.HOME, false));
    assertThat(lab.status(disk).all().failed()).isZero();
  }

  @Test
  void nodesAreSortedByTheirNumbersAfterAllOtherZones() {
    List<Zone> sorted =
        List.of(new Zone("HOME"), new Zone("N1A"), new Zone("NY"), Zone.ofNode(2), Zone.ofNode(10));
    assertThat(sorted.reversed().stream().sorted()).containsExactlyElementsOf(sorted);
    assertThat(new Zone("NY").isNode()).isFalse();
    assertThat(new Zone("N0").isNode()).isFalse();
    assertThat(Zone.ofNode(7).isNode()).isTrue();
  }
}
