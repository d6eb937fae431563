package eu.rempart.ops.backup.site;

import eu.rempart.db.OwnerAccess;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.ops.site.Cluster;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The PostgreSQL that Patroni runs on this machine, whether it leads or copies, as its superuser.
 */
public final class SiteDatabase implements DatabaseServer {

  private static final String SUPERUSER = "postgres";

  private final Path home;
  private final SiteFolder folder;
  private final Cluster cluster;
  private final Machine self;

  private SiteDatabase(Path home, SiteFolder folder, Cluster cluster, Machine self) {
    this.home = home;
    this.folder = folder;
    this.cluster = cluster;
    this.self = self;
  }

  /**
   * The one of a home folder.
   *
   * @param home absolute
   * @return empty where one machine stands alone
   */
  public static Optional<SiteDatabase> in(Path home) {
    SiteFolder folder = SiteFolder.of(home);
    try {
      Optional<Cluster> cluster = Cluster.read(folder.cluster());
      if (cluster.isEmpty()) {
        return Optional.empty();
      }
      String self = Files.readString(folder.self(), StandardCharsets.UTF_8).strip();
      return cluster
          .get()
          .machine(self)
          .map(machine -> new SiteDatabase(home, folder, cluster.get(), machine));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The other site. */
  Machine other() {
    return cluster.sites().stream()
        .filter(each -> !each.name().equals(self.name()))
        .findFirst()
        .orElseThrow();
  }

  SiteFolder folder() {
    return folder;
  }

  @Override
  public Path dataFolder() {
    return data(home);
  }

  static Path data(Path home) {
    return home.resolve("postgres");
  }

  @Override
  public Path socketFolder() {
    return sockets(home);
  }

  static Path sockets(Path home) {
    return home.resolve("run/pg");
  }

  @Override
  public int port() {
    return self.ports().postgres();
  }

  @Override
  public String superuser() {
    return SUPERUSER;
  }

  @Override
  public String password() {
    try {
      return Files.readString(home.resolve("keys/database-superuser"), StandardCharsets.US_ASCII)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Connection open(String database) throws SQLException {
    return new OwnerAccess(url(database), SUPERUSER, password()).connect();
  }

  /** By the address that its certificate names; a copy is asked too. */
  private String url(String database) {
    return "jdbc:postgresql://%s/%s?connectTimeout=5&sslResponseTimeout=5000&tcpKeepAlive=true"
            .formatted(self.database(), database)
        + "&sslmode=verify-full&sslrootcert=%s&sslcert=%s&sslkey=%s"
            .formatted(folder.authority(), folder.certificate(), folder.keyForJdbc());
  }
}
