package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.common.command.WrongCallException;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import eu.rempart.ops.site.engine.PostgresDoor;
import eu.rempart.tls.ClusterAuthority;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Gives the place of a machine that is lost for good to a new one at the same address: its vote
 * goes, the new one gets one, and a join file.
 */
final class ReplaceMachine {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SiteCall call;

  ReplaceMachine(SiteCall call) {
    this.call = call;
  }

  /** Called again it makes a new join file, as long as the new machine did not come. */
  void run() throws IOException {
    call.arguments().allow(call.texts(), 2);
    Cluster cluster = call.cluster();
    String self = call.self(cluster).name();
    String name =
        call.arguments()
            .word(1)
            .orElseThrow(() -> new WrongCallException(call.texts().t("site.call.replaced")));
    Machine lost =
        cluster
            .machine(name)
            .filter(machine -> !machine.name().equals(self))
            .orElseThrow(() -> new CommandRefusedException("unknown-machine", name));
    ClusterAuthority authority = ClusterAuthority.in(call.home());
    if (!authority.isHere()) {
      throw new CommandRefusedException("no-authority", call.home());
    }
    SSLContext tls = call.tls();
    refuseIfItLives(lost, tls);
    try (Etcd etcd = new Etcd(call.self(cluster).etcd(), tls, PATIENCE)) {
      changeVote(etcd, lost);
    }
    new JoinFileWriter(call).write(cluster, lost, authority, SecretFiles.read(call.home()), true);
    call.say("replace.next", name, lost.host());
  }

  /** Whatever of it answers: a primary whose etcd is away serves people all the same. */
  private static void refuseIfItLives(Machine lost, SSLContext tls) {
    boolean lives =
        PostgresDoor.answers(lost.host(), lost.ports().postgres(), PATIENCE)
            || patroniAnswers(lost, tls)
            || etcdAnswers(lost, tls);
    if (lives) {
      throw new CommandRefusedException("machine-lives", lost.name());
    }
  }

  private static boolean patroniAnswers(Machine lost, SSLContext tls) {
    try (Patroni patroni = new Patroni(lost.patroni(), tls, PATIENCE)) {
      return patroni.answers();
    }
  }

  private static boolean etcdAnswers(Machine lost, SSLContext tls) {
    try (Etcd etcd = new Etcd(lost.etcd(), tls, PATIENCE)) {
      etcd.voters();
      return true;
    } catch (IOException silent) {
      return false;
    }
  }

  /**
   * Takes the vote that a machine has, and gives one that has not begun; called again it goes on.
   *
   * @param etcd of this machine
   */
  static void changeVote(Etcd etcd, Machine lost) {
    List<Etcd.Voter> former;
    try {
      former = voters(etcd, lost);
    } catch (IOException e) {
      throw new CommandRefusedException("no-majority");
    }
    if (former.stream().anyMatch(ReplaceMachine::isAwaited)) {
      return; // it was added before, and has not begun
    }
    try {
      for (Etcd.Voter voter : former) {
        etcd.remove(voter);
      }
    } catch (IOException e) {
      throw new CommandRefusedException("vote-stays", lost.name(), String.valueOf(e.getMessage()));
    }
    try {
      etcd.add(lost.etcdPeer());
    } catch (IOException e) {
      throw new CommandRefusedException(
          "vote-missing", lost.name(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Whether a machine was given a vote and has not begun: it joins a cluster that runs.
   *
   * @throws IOException if no majority answers
   */
  static boolean isAwaited(Etcd etcd, Machine machine) throws IOException {
    return voters(etcd, machine).stream().anyMatch(ReplaceMachine::isAwaited);
  }

  private static boolean isAwaited(Etcd.Voter voter) {
    return voter.name().isEmpty();
  }

  private static List<Etcd.Voter> voters(Etcd etcd, Machine machine) throws IOException {
    String peer = machine.etcdPeer().toString();
    return etcd.voters().stream().filter(voter -> voter.peer().contains(peer)).toList();
  }
}
