package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.SiteMove.Decision;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.engine.Patroni;
import eu.rempart.ops.site.engine.PatroniRefusedException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Has another site lead: in order, or with a loss that somebody accepts. */
final class MoveSite {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final SiteCall call;

  MoveSite(SiteCall call) {
    this.call = call;
  }

  /** The copy leads, with everything; the former primary becomes the copy. */
  void switchOver() throws IOException {
    call.arguments().allow(call.texts(), 1, "--to");
    Cluster cluster = call.cluster();
    ClusterView view = new ClusterView(cluster, call.tls());
    ClusterView.Seen seen = view.look();
    String leader = seen.leader();
    if (leader == null) {
      throw new CommandRefusedException(seen.majority() ? "no-leader" : "no-majority");
    }
    String candidate =
        call.arguments()
            .value("--to")
            .orElseGet(
                () ->
                    cluster.sites().stream()
                        .map(Machine::name)
                        .filter(name -> !name.equals(leader))
                        .findFirst()
                        .orElseThrow());
    if (cluster.sites().stream().noneMatch(site -> site.name().equals(candidate))) {
      throw new CommandRefusedException("unknown-site", candidate);
    }
    if (candidate.equals(leader)) {
      call.say("switch.already", candidate);
      return;
    }
    if (seen.site(candidate).filter(ClusterView.Site::synchronous).isEmpty()) {
      throw new CommandRefusedException("not-synchronous", candidate);
    }
    ClusterView.Witness witness = seen.witness();
    if (witness == null || witness.task() == Task.SILENT) {
      throw new CommandRefusedException("no-witness");
    }
    record(leader, candidate);
    long begun = System.nanoTime();
    try (Patroni patroni = view.patroni(leader)) {
      patroni.switchTo(leader, candidate);
    } catch (PatroniRefusedException e) {
      throw new CommandRefusedException("move-refused", candidate, String.valueOf(e.getMessage()));
    } catch (IOException unknown) {
      // it may be under way all the same, which is looked at next
    }
    await(view, candidate);
    long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    call.say("switch.done", candidate, Long.toString(millis));
  }

  /** Who reads the history shall not take it for the loss of a server. */
  private void record(String leader, String candidate) {
    try {
      LedgerRow.append(call, Decision.Kind.SWITCH, Map.of("from", leader, "to", candidate));
    } catch (SQLException | IOException e) {
      throw new CommandRefusedException("switch-not-recorded", String.valueOf(e.getMessage()));
    }
  }

  /** This site leads, though it may lack what was acknowledged last. */
  void promote() throws IOException {
    call.arguments().allow(call.texts(), 1, "--accept-loss");
    if (!call.arguments().has("--accept-loss")) {
      throw new WrongCallException(call.texts().t("site.call.accept-loss"));
    }
    Cluster cluster = call.cluster();
    String self = call.self(cluster).name();
    ClusterView view = new ClusterView(cluster, call.tls());
    ClusterView.Seen seen = view.look();
    if (!seen.majority()) {
      throw new CommandRefusedException("no-majority");
    }
    AcceptedLoss loss = new AcceptedLoss(call, self);
    if (self.equals(seen.leader()) && !loss.isBegun()) {
      call.say("switch.already", self);
      return;
    }
    if (seen.leader() != null && !self.equals(seen.leader())) {
      throw new CommandRefusedException("leader-lives", seen.leader());
    }
    if (seen.leader() == null) {
      long own = seen.site(self).map(ClusterView.Site::timeline).orElse(0L);
      if (own == 0) {
        throw new CommandRefusedException("self-silent", self, call.home());
      }
      loss.begin();
      new Timelines(call.home().resolve("postgres/pg_wal")).keepFree(own, seen.timeline());
      promote(view, self, loss);
    }
    await(view, self);
    loss.record();
    call.say("promote.done", self);
  }

  private static void promote(ClusterView view, String self, AcceptedLoss loss) throws IOException {
    try (Patroni patroni = view.patroni(self)) {
      patroni.promote(self);
    } catch (PatroniRefusedException e) {
      loss.withdraw();
      throw new CommandRefusedException("move-refused", self, String.valueOf(e.getMessage()));
    } catch (IOException unknown) {
      // it may be under way all the same, which is looked at next
    }
  }

  private static void await(ClusterView view, String site) {
    long begun = System.nanoTime();
    while (view.look().site(site).filter(ClusterView.Site::leads).isEmpty()) {
      if (System.nanoTime() - begun > LONGEST.toNanos()) {
        throw new CommandRefusedException("not-leading-yet", site);
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandRefusedException("not-leading-yet", site);
      }
    }
  }
}
