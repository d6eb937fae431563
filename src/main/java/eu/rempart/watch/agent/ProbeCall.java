package eu.rempart.watch.agent;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.AdmissionCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the command was called.
 *
 * @param code to be admitted with; empty once it was
 * @param ca whom to trust instead of the system's authorities and home's own; PEM
 */
record ProbeCall(
    Zone zone, URI server, Path home, Optional<AdmissionCode> code, Optional<Path> ca) {

  static final String USAGE =
      "Usage: ./rempart probe --zone ZONE --server https://HOST[:PORT] [--home DIR] [--code CODE]"
          + " [--ca PEM]";

  /**
   * Reads the arguments.
   *
   * @throws AgentException with what is wrong
   */
  static ProbeCall of(String... arguments) {
    Zone zone = null;
    URI server = null;
    Path home = null;
    Optional<AdmissionCode> code = Optional.empty();
    Optional<Path> ca = Optional.empty();
    for (int i = 0; i < arguments.length; i += 2) {
      String option = arguments[i];
      String value = i + 1 < arguments.length ? arguments[i + 1] : null;
      switch (option) {
        case "--zone" -> zone = zone(needed(option, value));
        case "--server" -> server = server(needed(option, value));
        case "--home" -> home = Path.of(needed(option, value));
        case "--code" -> code = Optional.of(code(needed(option, value)));
        case "--ca" -> ca = Optional.of(Path.of(needed(option, value)));
        default -> throw new AgentException("probe does not know '%s'.".formatted(option));
      }
    }
    if (zone == null || server == null) {
      throw new AgentException("probe needs --zone and --server.");
    }
    Path folder = home == null ? Path.of("probe-" + zone.code()) : home;
    return new ProbeCall(zone, server, folder.toAbsolutePath(), code, ca);
  }

  private static String needed(String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new AgentException(option + " needs a value.");
    }
    return value;
  }

  private static Zone zone(String value) {
    try {
      Zone zone = new Zone(value);
      if (zone.isElsewhere()) {
        return zone;
      }
    } catch (IllegalArgumentException wrong) {
      // said below
    }
    throw new AgentException(
        "--zone needs 2 to 12 capitals, digits or hyphens, such as BR; HOME, N1, N2 … are the server itself.");
  }

  private static URI server(String value) {
    String expected = "--server needs an address such as https://crm.example.org:8443.";
    URI address;
    try {
      address = URI.create(value);
    } catch (IllegalArgumentException wrong) {
      throw new AgentException(expected, wrong);
    }
    String path = address.getRawPath();
    boolean bare =
        (path == null || path.isEmpty() || path.equals("/"))
            && address.getRawQuery() == null
            && address.getRawUserInfo() == null
            && address.getRawFragment() == null;
    if (!"https".equals(address.getScheme()) || address.getHost() == null || !bare) {
      throw new AgentException(expected);
    }
    int port = address.getPort();
    return URI.create("https://" + address.getHost() + (port < 0 ? "" : ":" + port));
  }

  private static AdmissionCode code(String value) {
    try {
      return AdmissionCode.of(value);
    } catch (IllegalArgumentException wrong) {
      throw new AgentException("--code: " + wrong.getMessage(), wrong);
    }
  }
}
