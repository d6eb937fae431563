package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell;
import eu.rempart.cli.Shell.Outcome;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFilesTest {

  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final Pattern LINE = Pattern.compile("|\\[(Unit|Service|Install)]|[A-Za-z]+=.+");

  @TempDir Path home;

  @Test
  void siteHasEtcdPatroniAndPgbackrestThatEndInOrder() {
    Map<String, String> units = units(Role.SITE);

    assertThat(units).containsOnlyKeys("rempart-etcd", "rempart-patroni", "rempart-pgbackrest");
    assertThat(units.get("rempart-patroni"))
        .contains(
            "After=network-online.target rempart-etcd.service",
            "User=rempart",
            "KillMode=process",
            "TimeoutStopSec=120",
            "ExecStart=\"/usr/bin/patroni\" \"" + home + "/site/patroni.json\"");
    assertThat(units.get("rempart-pgbackrest"))
        .contains(
            "\"PGPASSFILE=" + home + "/site/pgbackrest.pass\" \"/usr/bin/pgbackrest\" \"server\"",
            "\"--config=" + home + "/site/pgbackrest.conf\"");
  }

  @Test
  void witnessHasEtcdAndTheHastener() {
    Map<String, String> units = units(Role.WITNESS);

    assertThat(units).containsOnlyKeys("rempart-etcd", "rempart-witness");
    assertThat(units.get("rempart-witness"))
        .contains(
            "ExecStart=\"/bin/true\" witness watch --home \"" + home + "\"",
            "User=root",
            "StartLimitIntervalSec=0");
  }

  @Test
  void systemdFindsNothingToComplainOf() throws IOException {
    for (Role role : Role.values()) {
      for (var unit : units(role).entrySet()) {
        assertThat(unit.getValue().lines()).allMatch(LINE.asMatchPredicate());
        Files.writeString(home.resolve(unit.getKey() + ".service"), unit.getValue());
      }
    }
    if (Files.isExecutable(ANALYZE)) {
      for (String name :
          new String[] {
            "rempart-etcd", "rempart-patroni", "rempart-pgbackrest", "rempart-witness"
          }) {
        Outcome outcome =
            new Shell()
                .run(ANALYZE.toString(), "verify", home.resolve(name + ".service").toString());

        assertThat(outcome.complaints().lines())
            .filteredOn(line -> line.contains("rempart-"))
            .filteredOn(line -> !line.contains("is not executable")) // where Debian's are missing
            .isEmpty();
      }
    }
  }

  private Map<String, String> units(Role role) {
    Machine machine = new Machine("it", role, "FR", "10.0.0.1", Ports.USUAL, "");
    return UnitFiles.of(SiteFolder.of(home), machine, "rempart", "/bin/true", "root");
  }
}
