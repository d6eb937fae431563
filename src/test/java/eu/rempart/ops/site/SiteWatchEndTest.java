package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.db.DatabaseMoves;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.tls.ClusterAuthority;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The threads that ask the sites end with the application. */
class SiteWatchEndTest extends WithFirm {

  /** Where nobody listens. */
  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5);

  @TempDir Path home;
  @Autowired private DatabaseMoves database;
  @Autowired private SiteRepository records;

  @Test
  void nobodyAsksOnceItIsClosed() throws Exception {
    Machine self = new Machine("site-a", Role.SITE, "FR", "127.0.0.2", PORTS, "");
    MachineFiles files = new MachineFiles(home, new Cluster("rempart-1", List.of(self)), self);
    files.write(ClusterAuthority.in(home).issue("site-a", List.of("127.0.0.2")), false);
    files.finish();
    try (SiteWatch watch = new SiteWatch(SiteFolder.of(home), database, records, new SiteBoard())) {
      watch.start();
      assertThat(threads()).hasSize(2);
    }
    assertThat(threads()).isEmpty();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("site-"))
        .toList();
  }
}
