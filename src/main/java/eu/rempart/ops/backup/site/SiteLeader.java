package eu.rempart.ops.backup.site;

import eu.rempart.ops.backup.engine.Leader;
import eu.rempart.ops.backup.program.ProgramPath;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.SiteFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Function;

/** Asks the database of this site whether it copies that of the other. */
public final class SiteLeader implements Leader.Finding {

  private final SiteDatabase here;
  private final Function<String, Optional<Path>> homes;

  /**
   * @param homes the home folder of a site, by the site's name; empty where it did not say
   */
  public SiteLeader(SiteDatabase here, Function<String, Optional<Path>> homes) {
    this.here = here;
    this.homes = homes;
  }

  @Override
  public Optional<Leader> find() throws IOException {
    if (!copies()) {
      return Optional.empty();
    }
    Machine other = here.other();
    Path home = home(other.name(), homes.apply(other.name()));
    SiteFolder files = here.folder();
    return Optional.of(
        new Leader(
            named(other.host()),
            other.ports().backup(),
            new Leader.Tls(files.authority(), files.certificate(), files.key()),
            SiteFolder.of(home).pgbackrestConfig(),
            SiteDatabase.data(home),
            SiteDatabase.sockets(home),
            other.ports().postgres()));
  }

  /**
   * The home folder of a site. The database can be written to; what stands there must not give
   * orders here.
   *
   * @throws IOException if it did not say, or that can be no home folder
   */
  static Path home(String site, Optional<Path> said) throws IOException {
    Path home =
        said.orElseThrow(
            () ->
                new IOException(
                    "%s has not said yet where its files are; Rempart has to run there once"
                        .formatted(site)));
    if (!ProgramPath.isFit(home)) {
      throw new IOException("what %s says of its home folder is no path of one".formatted(site));
    }
    return home;
  }

  /** As certificates spell it; pgBackRest compares letters. */
  private static String named(String host) {
    return host.contains(":") ? InetAddress.ofLiteral(host).getHostAddress() : host;
  }

  private boolean copies() throws IOException {
    try (Connection connection = here.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_is_in_recovery()")) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IOException("PostgreSQL can't be asked whether it leads", e);
    }
  }
}
