package eu.rempart.db;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The machines that an external database is on, read out of its JDBC URL. */
final class DatabaseHosts {

  private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/?]*).*");

  private DatabaseHosts() {}

  /** None for the embedded database. */
  static List<DataPlace> of(DatabaseSettings settings) {
    return settings.external()
        ? of(String.valueOf(settings.url()), settings.country())
        : List.of();
  }

  private static List<DataPlace> of(String url, @Nullable String country) {
    Matcher hosts = URL.matcher(url);
    if (!hosts.matches() || hosts.group(1).isEmpty()) {
      return List.of(); // the driver's own default is this machine
    }
    return Arrays.stream(hosts.group(1).split(","))
        .map(host -> host.replaceFirst(":[0-9]+$", "").replaceAll("[\\[\\]]", ""))
        .map(host -> new DataPlace(PlaceKind.DATABASE, host, country, "rempart.database.country"))
        .toList();
  }
}
