package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.ClusterView;
import eu.rempart.ops.site.SiteState.Witness.Task;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands, and what etcd, Patroni and PostgreSQL of Debian make of the files that they write:
 * the machines find each other by certificates alone, and the copy takes over with all that was
 * acknowledged; a copy that lacks some of it leads only if a person says so.
 */
class SitesIT {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final List<Integer> acknowledged = new ArrayList<>();

  @Test
  void copyLeadsWithAllRowsOrByHandAlone() throws Exception {
    refuseWhileRempartRuns();
    try (TestCluster machines = new TestCluster(folder)) {
      machines.start("witness");
      machines.start("site-b");
      machines.start("site-a");
      awaitSynchronous(machines, "site-b");
      assertNobodyEntersWithoutCertificate(machines);
      write(machines, "site-a");

      machines.kill("site-a");
      await().atMost(LONG).until(() -> leads(machines, "site-b"));
      assertThat(read(machines, "site-b")).isEqualTo(acknowledged);

      machines.start("site-a");
      awaitSynchronous(machines, "site-a");
      switchBack(machines);
      awaitSynchronous(machines, "site-b");
      assertThat(machines.command(Map.of(), "site-b", "site", "status"))
          .contains(
              "site-a (FR, 127.0.0.2): leads",
              "witness (BE, 127.0.0.4): votes and watches",
              "Safe on two servers")
          .doesNotContain("has no vote");

      loseTheMajority(machines);
      loseTheCopyAndThenThePrimary(machines);
      assertThatIllegalStateException()
          .isThrownBy(() -> machines.command(Map.of(), "site-b", "site", "promote"))
          .withMessageContaining("--accept-loss");
      machines.command(Map.of(), "site-b", "site", "promote", "--accept-loss");
      assertThat(leads(machines, "site-b")).isTrue();
      assertThat(lastOfLedger(machines, "site-b"))
          .isEqualTo("site.promote rempart_owner {\"site\": \"site-b\"}");
      takeBackTheSiteWhoseRowsWereGivenUp(machines);

      replaceTheSiteThatIsLost(machines);
      endTheWitnessAlone(machines);
    }
  }

  /** It led alone on a timeline of its own, and the other must not have taken the same one. */
  private void takeBackTheSiteWhoseRowsWereGivenUp(TestCluster machines) throws Exception {
    List<Integer> kept = read(machines, "site-b");
    assertThat(kept).as("what the copy lacked").isNotEqualTo(acknowledged).isNotEmpty();
    machines.start("site-a");
    awaitSynchronous(machines, "site-a");
    assertThat(read(machines, "site-a")).isEqualTo(kept);
    machines.kill("site-a");
    await().atMost(LONG).until(machines::look, seen -> !seen.safe());
  }

  /** With a machine that has its address alone; the authority is at the site that is left, too. */
  private static void replaceTheSiteThatIsLost(TestCluster machines) {
    assertThatIllegalStateException()
        .isThrownBy(() -> machines.command(Map.of(), "site-b", "site", "replace", "witness"))
        .withMessageContaining("it is not lost");
    machines.replace("site-a", "site-b");
    machines.start("site-a");
    awaitSynchronous(machines, "site-a");
    assertThat(machines.look().safe()).isTrue();
  }

  /** Its etcd goes on, and its lease ends. */
  private static void endTheWitnessAlone(TestCluster machines) {
    assertThat(witness(machines.look())).isEqualTo(Task.WATCHES);
    machines.endWitness();
    await().atMost(LONG).until(machines::look, seen -> witness(seen) == Task.VOTES);
    assertThat(machines.command(Map.of(), "site-b", "site", "status"))
        .contains("witness (BE, 127.0.0.4): votes, but does not watch");
  }

  private static Task witness(ClusterView.Seen seen) {
    return Objects.requireNonNull(seen.witness()).task();
  }

  private static String lastOfLedger(TestCluster machines, String site) throws Exception {
    try (Connection connection = machines.connect(site);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT kind, db_user, detail FROM ledger ORDER BY seq DESC LIMIT 1")) {
      rows.next();
      return "%s %s %s".formatted(rows.getString(1), rows.getString(2), rows.getString(3));
    }
  }

  private void refuseWhileRempartRuns() throws Exception {
    try (HomeFolder _ = HomeFolder.open(TestCluster.found(folder))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new TestCluster(folder))
          .withMessageContaining("Rempart runs in");
    }
  }

  private void switchBack(TestCluster machines) throws Exception {
    machines.command(Map.of(), "site-b", "site", "switch", "--to", "site-a");
    assertThat(machines.command(Map.of(), "site-a", "site", "switch", "--to", "site-a"))
        .contains("leads already");
    assertThat(read(machines, "site-a")).isEqualTo(acknowledged);
    assertThat(lastOfLedger(machines, "site-a"))
        .isEqualTo("site.switch rempart_owner {\"to\": \"site-a\", \"from\": \"site-b\"}");
    assertHistoryTells(machines);
  }

  /** Of the fail-over, and of the switch: what the application reads if it was not there. */
  private static void assertHistoryTells(TestCluster machines) throws Exception {
    try (Patroni patroni =
        new Patroni(
            machines.machine("site-a").patroni(),
            machines.context("witness"),
            Duration.ofSeconds(2))) {
      await()
          .atMost(LONG)
          .untilAsserted(
              () ->
                  assertThat(patroni.history())
                      .extracting(line -> line.path(4).asString(""))
                      .endsWith("site-b", "site-a"));
      assertThat(patroni.history())
          .allSatisfy(line -> OffsetDateTime.parse(line.path(3).asString("")));
    }
  }

  /** Nobody misses the witness alone; without another machine nobody may decide anything. */
  private void loseTheMajority(TestCluster machines) throws Exception {
    machines.kill("witness");
    write(machines, "site-a");
    machines.kill("site-b");
    await().atMost(LONG).until(machines::look, seen -> !seen.majority());
    assertThatIllegalStateException()
        .isThrownBy(() -> machines.command(Map.of(), "site-a", "site", "switch"))
        .withMessageContaining("Fewer than two of the three machines answer");
    await().atMost(LONG).until(() -> !leads(machines, "site-a")); // without a majority nobody does

    machines.start("witness");
    await().atMost(LONG).until(() -> leads(machines, "site-a"));
    assertThat(read(machines, "site-a")).isEqualTo(acknowledged);
    machines.start("site-b");
    awaitSynchronous(machines, "site-b");
  }

  private void loseTheCopyAndThenThePrimary(TestCluster machines) throws Exception {
    machines.kill("site-b");
    await().atMost(LONG).until(machines::look, seen -> !seen.safe());
    machines.kill("site-a");
    machines.start("site-a");
    await().atMost(LONG).until(() -> leads(machines, "site-a"));
    write(machines, "site-a");
    machines.kill("site-a");
    machines.start("site-b");
    await().atMost(LONG).until(machines::look, SitesIT::isAlone);
  }

  private static void awaitSynchronous(TestCluster machines, String site) {
    await()
        .atMost(LONG)
        .until(
            machines::look,
            seen -> seen.site(site).filter(ClusterView.Site::synchronous).isPresent());
  }

  private static boolean leads(TestCluster machines, String site) {
    return machines.look().site(site).filter(ClusterView.Site::leads).isPresent();
  }

  /** It runs, the lease of the lost primary is over, and it was not promoted. */
  private static boolean isAlone(ClusterView.Seen seen) {
    return seen.majority()
        && seen.leader() == null
        && seen.site("site-b")
            .filter(it -> it.state().equals("running") && !it.leads())
            .isPresent();
  }

  /** With all the passwords, and trusting the right authority. */
  private static void assertNobodyEntersWithoutCertificate(TestCluster machines) throws Exception {
    SSLContext nobody = machines.withoutCertificate();
    Machine site = machines.machine("site-a");
    try (Etcd etcd = new Etcd(site.etcd(), nobody, Duration.ofSeconds(2));
        Patroni patroni = new Patroni(site.patroni(), nobody, Duration.ofSeconds(2))) {
      assertThatIOException().isThrownBy(() -> etcd.get("/rempart/test/leader"));
      assertThat(patroni.answers()).isFalse();
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> machines.connectWithoutCertificate("site-a"))
        .withMessageContaining("certificate");
  }

  private void write(TestCluster machines, String machine) throws Exception {
    try (Connection connection = machines.connect(machine);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
      for (int i = 0; i < 50; i++) {
        int n = acknowledged.size();
        statement.execute("INSERT INTO written VALUES (%d)".formatted(n));
        acknowledged.add(n);
      }
    }
  }

  private static List<Integer> read(TestCluster machines, String machine) throws Exception {
    List<Integer> found = new ArrayList<>();
    try (Connection connection = machines.connect(machine);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM written ORDER BY n")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }
}
