package eu.rempart.ops.site.command;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.SiteFolder;
import eu.rempart.ops.site.run.Engine;
import eu.rempart.ops.site.run.Engines;
import java.util.LinkedHashMap;
import java.util.Map;

/** Units of systemd for the programs of a machine. */
final class UnitFiles {

  private UnitFiles() {}

  /**
   * The text of each, by its name without {@code .service}.
   *
   * @param account as whom they run, which owns the home folder
   * @param program the path of {@code rempart}
   * @param programUser as whom that is called; root's drops its rights by itself
   */
  static Map<String, String> of(
      SiteFolder folder, Machine self, String account, String program, String programUser) {
    Map<String, String> units = new LinkedHashMap<>();
    for (Engine engine : Engines.of(folder, self.role() == Role.SITE)) {
      String after = engine.name().equals("patroni") ? " rempart-etcd.service" : "";
      units.put(
          "rempart-" + engine.name(),
          unit(
              engine.name() + " of Rempart",
              after,
              account,
              String.join(" ", engine.command().stream().map(UnitFiles::quoted).toList()),
              engine.patience().toSeconds()));
    }
    if (self.role() == Role.WITNESS) {
      units.put(
          "rempart-witness",
          unit(
              "Witness of Rempart",
              " rempart-etcd.service",
              programUser,
              quoted(program)
                  + " witness watch --home "
                  + quoted(folder.path().resolveSibling("").toString()),
              10));
    }
    return units;
  }

  /** PostgreSQL goes on if Patroni dies: the lease, not systemd, says who may lead. */
  private static String unit(
      String description, String after, String account, String command, long seconds) {
    return """
    [Unit]
    Description=%s
    Wants=network-online.target
    After=network-online.target%s
    StartLimitIntervalSec=0

    [Service]
    Type=simple
    User=%s
    ExecStart=%s
    KillMode=process
    Restart=always
    RestartSec=1
    TimeoutStopSec=%d
    NoNewPrivileges=yes
    PrivateTmp=yes
    UMask=0077
    LimitCORE=0
    LimitNOFILE=65536

    [Install]
    WantedBy=multi-user.target
    """
        .formatted(description, after, account, command, seconds);
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + '"';
  }
}
