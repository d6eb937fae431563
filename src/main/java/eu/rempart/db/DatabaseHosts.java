package eu.rempart.db;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The machines that an external database is on, read out of its JDBC URL as its driver does. */
final class DatabaseHosts {

  private DatabaseHosts() {}

  /** None for the embedded database, and for one on this machine that the URL does not name. */
  static List<DataPlace> of(DatabaseSettings settings) {
    return settings.external() ? of(String.valueOf(settings.url()), settings.country()) : List.of();
  }

  /**
   * Judges the address of each connection to one of these machines, as its name leads there then.
   */
  static Outgoing.Judge judge(List<DataPlace> databases, Outgoing outgoing) {
    return (host, address) -> {
      for (DataPlace each : databases) {
        if (each.host().equalsIgnoreCase(bare(host)) || isLiterally(each.host(), address)) {
          outgoing.judge(each, address);
        }
      }
    };
  }

  /** An address of IPv6 may be written in several ways. */
  private static boolean isLiterally(String host, InetAddress address) {
    try {
      return InetAddress.ofLiteral(host).equals(address);
    } catch (IllegalArgumentException e) {
      return false; // a name
    }
  }

  /** Without the brackets around an address of IPv6. */
  private static String bare(String host) {
    return host.replaceAll("[\\[\\]]", "");
  }

  private static List<DataPlace> of(String url, @Nullable String country) {
    Properties read = Driver.parseURL(url, null);
    String hosts = read == null ? null : PGProperty.PG_HOST.getOrDefault(read);
    if (hosts == null) {
      return List.of(); // no driver takes it
    }
    return Arrays.stream(hosts.split(","))
        .map(DatabaseHosts::bare)
        .filter(host -> !host.isEmpty())
        .map(host -> new DataPlace(PlaceKind.DATABASE, host, country, "rempart.database.country"))
        .toList();
  }
}
