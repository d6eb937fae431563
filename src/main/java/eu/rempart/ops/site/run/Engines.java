package eu.rempart.ops.site.run;

import eu.rempart.ops.site.SiteFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which programs a machine of a cluster runs, as Debian names them. */
public final class Engines {

  public static final Path ETCD = Path.of("/usr/bin/etcd");
  public static final Path PATRONI = Path.of("/usr/bin/patroni");

  public static final Path PGBACKREST = Path.of("/usr/bin/pgbackrest");

  /** The library without which Patroni ends at once; no package asks for it. */
  public static final Path ETCD_FOR_PATRONI = Path.of("/usr/lib/python3/dist-packages/etcd");

  /** It writes a checkpoint, hands its lease on, and stops PostgreSQL. */
  private static final Duration LAST_CHECKPOINT = Duration.ofMinutes(2);

  private Engines() {}

  /**
   * In the order in which they start.
   *
   * @param site whether it has a copy of the database, rather than being the witness
   */
  public static List<Engine> of(SiteFolder folder, boolean site) {
    List<Engine> engines = new ArrayList<>();
    engines.add(
        new Engine(
            "etcd",
            List.of(ETCD.toString(), "--config-file", folder.etcdConfig().toString()),
            folder.log("etcd"),
            folder.pid("etcd"),
            Duration.ofSeconds(10)));
    if (site) {
      engines.add(
          new Engine(
              "patroni",
              List.of(PATRONI.toString(), folder.patroniConfig().toString()),
              folder.log("patroni"),
              folder.pid("patroni"),
              LAST_CHECKPOINT));
      engines.add(
          new Engine(
              "pgbackrest",
              List.of(
                  "/usr/bin/env",
                  "PGPASSFILE=" + folder.pgbackrestPasswords(),
                  PGBACKREST.toString(),
                  "server",
                  "--config=" + folder.pgbackrestConfig()),
              folder.log("pgbackrest"),
              folder.pid("pgbackrest"),
              Duration.ofSeconds(10)));
    }
    return List.copyOf(engines);
  }
}
