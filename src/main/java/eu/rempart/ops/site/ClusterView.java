package eu.rempart.ops.site;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.SiteEngines.WitnessEngine;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the sites of a cluster are, asked of themselves and of etcd. Safe for several threads. */
public final class ClusterView {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final SSLContext context;

  /** Asks nobody yet. */
  public ClusterView(Cluster cluster, SSLContext context) {
    this.cluster = cluster;
    this.context = context;
  }

  /**
   * One site.
   *
   * @param answers whether its Patroni says anything; the rest is empty where it does not
   * @param state of its PostgreSQL, in Patroni's words
   * @param lagBytes what it has yet to receive, by the site that leads; null where nobody says
   */
  public record Site(
      String name,
      String country,
      String host,
      boolean answers,
      boolean leads,
      boolean synchronous,
      String state,
      long timeline,
      @Nullable Long lagBytes) {}

  /** The machine that votes alone. */
  public record Witness(String name, String country, String host, Task task) {}

  /**
   * All of them.
   *
   * @param majority whether etcd has one, without which nobody may begin to lead
   * @param leader who holds the lease; null while nobody does, or none could say
   * @param ledLast who led last of all; null while none could say
   * @param timeline the highest that anybody led on, as far as it is known; 0 where it is not
   * @param witness null where the cluster has none
   * @param voteless machines that have no vote, such as one whose replacement was broken off; empty
   *     while none could say
   */
  public record Seen(
      boolean majority,
      @Nullable String leader,
      @Nullable String ledLast,
      long timeline,
      List<Site> sites,
      @Nullable Witness witness,
      List<String> voteless) {

    /** What is acknowledged now is on two servers. */
    public boolean safe() {
      return majority
          && sites.stream().anyMatch(Site::leads)
          && sites.stream().anyMatch(Site::synchronous);
    }

    /** The site of this name. */
    public Optional<Site> site(@Nullable String name) {
      return sites.stream().filter(site -> site.name().equals(name)).findFirst();
    }
  }

  /** Looks once; takes some seconds where a machine does not answer. */
  public Seen look() {
    Lease lease = lease();
    JsonNode members = members(lease.leader());
    List<Site> sites = new ArrayList<>();
    for (Machine machine : cluster.sites()) {
      sites.add(site(machine, lease, members));
    }
    return new Seen(
        lease.majority(),
        lease.leader(),
        lease.ledLast(),
        lease.timeline(),
        List.copyOf(sites),
        witness(),
        lease.voteless());
  }

  private @Nullable Witness witness() {
    for (Machine machine : cluster.machines()) {
      if (machine.role() == Cluster.Role.WITNESS) {
        return new Witness(machine.name(), machine.country(), machine.host(), task(machine));
      }
    }
    return null;
  }

  private Task task(Machine witness) {
    try (Etcd etcd = new Etcd(witness.etcd(), context, PATIENCE)) {
      return new WitnessEngine(witness, etcd, cluster.signOfLife()).task();
    }
  }

  /** The Patroni of a site; to be closed. */
  public Patroni patroni(String site) {
    return new Patroni(cluster.machine(site).orElseThrow().patroni(), context, PATIENCE);
  }

  private record Lease(
      boolean majority,
      @Nullable String leader,
      @Nullable String ledLast,
      long timeline,
      @Nullable String standby,
      List<String> voteless) {}

  private Lease lease() {
    Optional<Lease> told = Optional.empty();
    for (Machine machine : cluster.machines()) {
      told = told.or(() -> lease(machine));
    }
    return told.orElse(new Lease(false, null, null, 0, null, List.of()));
  }

  private Optional<Lease> lease(Machine machine) {
    try (Etcd etcd = new Etcd(machine.etcd(), context, PATIENCE)) {
      ClusterKeys keys = new ClusterKeys(etcd, cluster.folder());
      Optional<ClusterKeys.Sync> sync = keys.sync();
      return Optional.of(
          new Lease(
              true,
              keys.leader().map(Etcd.Entry::value).orElse(null),
              sync.map(ClusterKeys.Sync::leader).filter(name -> !name.isBlank()).orElse(null),
              keys.latestTimeline(),
              sync.map(ClusterKeys.Sync::standby).orElse(null),
              voteless(cluster, etcd.voters())));
    } catch (IOException silent) {
      return Optional.empty(); // another may answer
    }
  }

  /** In the order of the machines; one that got its vote and has not begun has one. */
  static List<String> voteless(Cluster cluster, List<Etcd.Voter> voters) {
    return cluster.machines().stream()
        .filter(
            machine ->
                voters.stream()
                    .noneMatch(voter -> voter.peer().contains(machine.etcdPeer().toString())))
        .map(Machine::name)
        .toList();
  }

  private @Nullable JsonNode members(@Nullable String leader) {
    if (leader == null || cluster.machine(leader).isEmpty()) {
      return null;
    }
    try (Patroni patroni = patroni(leader)) {
      return patroni.cluster().path("members");
    } catch (IOException silent) {
      return null;
    }
  }

  private Site site(Machine machine, Lease lease, @Nullable JsonNode members) {
    String name = machine.name();
    try (Patroni patroni = patroni(name)) {
      Patroni.Status status = patroni.status();
      boolean leads = patroni.leads().isPresent();
      return new Site(
          name,
          machine.country(),
          machine.host(),
          true,
          leads,
          !leads && name.equals(lease.standby()) && status.replication().equals("streaming"),
          status.state(),
          status.timeline(),
          leads ? null : lag(name, members));
    } catch (IOException silent) {
      return new Site(name, machine.country(), machine.host(), false, false, false, "", 0, null);
    }
  }

  private static @Nullable Long lag(String name, @Nullable JsonNode members) {
    if (members == null) {
      return null;
    }
    for (JsonNode member : members) {
      if (member.path("name").asString("").equals(name) && member.path("lag").isNumber()) {
        return member.path("lag").asLong();
      }
    }
    return null;
  }
}
