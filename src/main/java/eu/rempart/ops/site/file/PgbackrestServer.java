package eu.rempart.ops.site.file;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What {@code pgbackrest server} is told: the other site asks it while it backs up its own copy,
 * since a backup begins and ends at the primary (decision record 0253).
 *
 * @param address on which it listens; {@code *} for all that the machine has
 * @param files of its own, such as locks
 * @param others the names in the certificates of those that it lets in
 * @see <a href="https://pgbackrest.org/configuration.html#section-server">its configuration</a>
 */
public record PgbackrestServer(String address, int port, Path files, Tls tls, List<String> others) {

  /** The one database of an installation, as pgBackRest names it. */
  public static final String STANZA = "rempart";

  /** PEM. */
  public record Tls(Path authority, Path certificate, Path key) {}

  public PgbackrestServer {
    others = List.copyOf(others);
  }

  /** For {@code --config}. */
  public String text() {
    return """
    [global]
    log-path=%s
    lock-path=%s
    log-level-console=warn
    log-level-file=off
    log-level-stderr=off
    tls-server-address=%s
    tls-server-port=%d
    tls-server-ca-file=%s
    tls-server-cert-file=%s
    tls-server-key-file=%s
    %s
    """
        .formatted(
            files,
            files,
            address,
            port,
            tls.authority(),
            tls.certificate(),
            tls.key(),
            others.stream()
                .map(name -> "tls-server-auth=%s=%s".formatted(name, STANZA))
                .collect(Collectors.joining("\n")));
  }

  /** How it signs in as PostgreSQL's superuser, in the form of libpq's file of passwords. */
  public static String passwords(String superuser, String password) {
    return "*:*:*:%s:%s\n".formatted(superuser, password.replace("\\", "\\\\").replace(":", "\\:"));
  }
}
