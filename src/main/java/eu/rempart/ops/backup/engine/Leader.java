package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.program.ProgramPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server that this one copies, as pgBackRest reaches it: there a backup begins and ends, also
 * one whose files are the copy's (decision record 0253).
 *
 * @param host by which its certificate names it
 * @param port of its {@code pgbackrest server}
 * @param config that server's configuration, a file there
 * @param data the folder of the database there
 * @param sockets the folder of the database's Unix socket there
 * @param databasePort the number in the name of that socket
 */
public record Leader(
    String host, int port, Tls tls, Path config, Path data, Path sockets, int databasePort) {

  /**
   * @throws IllegalArgumentException if a path there would tell pgBackRest something else
   */
  public Leader {
    for (Path each : List.of(config, data, sockets)) {
      if (!ProgramPath.isFit(each)) {
        throw new IllegalArgumentException("no path for pgBackRest");
      }
    }
  }

  /** What this server shows it, and trusts; PEM, files here. */
  public record Tls(Path authority, Path certificate, Path key) {}

  /** Knows who leads. */
  @FunctionalInterface
  public interface Finding {

    /**
     * The one that this server copies now; empty where it leads itself.
     *
     * @throws IOException if that can't be found out
     */
    Optional<Leader> find() throws IOException;
  }

  /** For backups of the stanza alone, as its second server: nothing else has to ask it. */
  String text(String stanza, String user) {
    return """
    [%s:backup]
    backup-standby=y
    pg2-host=%s
    pg2-host-type=tls
    pg2-host-port=%d
    pg2-host-ca-file=%s
    pg2-host-cert-file=%s
    pg2-host-key-file=%s
    pg2-host-config=%s
    pg2-path=%s
    pg2-socket-path=%s
    pg2-port=%d
    pg2-user=%s
    """
        .formatted(
            stanza,
            host,
            port,
            tls.authority(),
            tls.certificate(),
            tls.key(),
            config,
            data,
            sockets,
            databasePort,
            user);
  }
}
