package eu.rempart.ops.backup.command;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.edge.place.RegisteredCountries;
import eu.rempart.kernel.place.AddressCountries;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.PlaceRules;
import eu.rempart.kernel.place.SeenPlaces;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where data may go, as the application that runs in a home folder was told by its settings; those
 * of whoever types a command may be others.
 */
final class RunningPlaces {

  private final PlaceRules rules;
  private final @Nullable Path registries;

  private RunningPlaces(PlaceRules rules, @Nullable Path registries) {
    this.rules = rules;
    this.registries = registries;
  }

  /**
   * What the application wrote when it started.
   *
   * @throws CommandRefusedException if it never did
   */
  static RunningPlaces of(Path home) throws IOException {
    Properties info = new Properties();
    try (Reader text =
        Files.newBufferedReader(home.resolve("run/info.properties"), StandardCharsets.UTF_8)) {
      info.load(text);
    } catch (NoSuchFileException e) {
      throw new CommandRefusedException("not-running", home);
    }
    String file = info.getProperty("places_file");
    return new RunningPlaces(
        PlaceRules.heard(info::getProperty)
            .orElseThrow(() -> new CommandRefusedException("not-running", home)),
        file == null ? null : Path.of(file));
  }

  /**
   * Judges a destination that is to be added.
   *
   * @param host {@code localhost} for a folder here
   * @return the address that it is to be reached at
   * @throws CommandRefusedException if nothing may be sent there
   * @throws IOException if its name leads nowhere
   */
  String judge(String host, String country) throws IOException {
    // they take a second to read
    AddressCountries countries =
        rules.strictly() ? RegisteredCountries.open(registries) : AddressCountries.UNKNOWN;
    Outgoing outgoing = new Outgoing(rules, countries, new SeenPlaces(), InetAddress::getAllByName);
    try {
      return outgoing
          .find(DataPlace.ofScreen(PlaceKind.DESTINATION, host, country))
          .getFirst()
          .getHostAddress();
    } catch (PlaceNotAllowedException refused) {
      throw switch (refused.why()) {
        case ELSEWHERE -> new CommandRefusedException("place-elsewhere", host, country);
        case NOT_ALLOWED, NOT_DECLARED, NO_COUNTRY ->
            new CommandRefusedException(
                PlaceNotAllowedException.CODE, country, rules.allowed().toString());
      };
    }
  }
}
