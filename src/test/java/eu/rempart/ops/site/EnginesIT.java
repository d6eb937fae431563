package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.engine.Etcd;
import eu.rempart.ops.site.engine.Patroni;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What etcd, Patroni and PostgreSQL of Debian make of the files that we write: they find each
 * other, by certificates alone, and the copy takes over with all that was acknowledged.
 */
class EnginesIT {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void copyLeadsWithAllRowsAfterThePrimaryDied() throws Exception {
    try (TestCluster machines = new TestCluster(folder);
        Etcd etcd = etcd(machines)) {
      ClusterKeys keys = new ClusterKeys(etcd, machines.cluster.folder());
      machines.start("witness");
      machines.start("site-b");
      machines.start("site-a");
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(() -> standby(keys).equals(Optional.of("site-b")));

      assertNobodyEntersWithoutCertificate(machines);
      List<Integer> acknowledged = written(machines);
      machines.kill("site-a");

      await().atMost(LONG).ignoreExceptions().until(() -> address(machines).equals("127.0.0.3"));
      assertThat(read(machines)).isEqualTo(acknowledged);

      machines.start("site-a");
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(() -> standby(keys).equals(Optional.of("site-a")));
    }
  }

  /** With all the passwords, and trusting the right authority. */
  private static void assertNobodyEntersWithoutCertificate(TestCluster machines) throws Exception {
    SSLContext nobody = machines.withoutCertificate();
    Machine site = machines.cluster.machine("site-a").orElseThrow();
    try (Etcd etcd = new Etcd(site.etcd(), nobody, Duration.ofSeconds(2));
        Patroni patroni = new Patroni(site.patroni(), nobody, Duration.ofSeconds(2))) {
      assertThatIOException().isThrownBy(() -> etcd.get("/rempart/test/leader"));
      assertThat(patroni.answers()).isFalse();
    }
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> machines.connectWithoutCertificate("site-a"))
        .withMessageContaining("certificate");
  }

  private static Etcd etcd(TestCluster machines) {
    Machine witness = machines.cluster.machine("witness").orElseThrow();
    return new Etcd(witness.etcd(), machines.context("witness"), Duration.ofSeconds(2));
  }

  private static Optional<String> standby(ClusterKeys keys) throws IOException {
    return keys.sync().map(ClusterKeys.Sync::standby);
  }

  private static List<Integer> written(TestCluster machines) throws Exception {
    List<Integer> acknowledged = new ArrayList<>();
    try (Connection connection = machines.connect("site-a");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE written (n int PRIMARY KEY)");
      for (int n = 0; n < 50; n++) {
        statement.execute("INSERT INTO written VALUES (%d)".formatted(n));
        acknowledged.add(n);
      }
    }
    return acknowledged;
  }

  private static List<Integer> read(TestCluster machines) throws Exception {
    List<Integer> found = new ArrayList<>();
    try (Connection connection = machines.connect("site-b");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n FROM written ORDER BY n")) {
      while (rows.next()) {
        found.add(rows.getInt(1));
      }
    }
    return found;
  }

  private static String address(TestCluster machines) throws IOException, SQLException {
    try (Connection connection = machines.connect("site-b");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT host(inet_server_addr())")) {
      row.next();
      return row.getString(1);
    }
  }
}
