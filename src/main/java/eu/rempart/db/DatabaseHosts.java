package eu.rempart.db;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
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

  private static List<DataPlace> of(String url, @Nullable String country) {
    Properties read = Driver.parseURL(url, null);
    String hosts = read == null ? null : PGProperty.PG_HOST.getOrDefault(read);
    if (hosts == null) {
      return List.of(); // no driver takes it
    }
    return Arrays.stream(hosts.split(","))
        .map(host -> host.replaceAll("[\\[\\]]", ""))
        .filter(host -> !host.isEmpty())
        .map(host -> new DataPlace(PlaceKind.DATABASE, host, country, "rempart.database.country"))
        .toList();
  }
}
