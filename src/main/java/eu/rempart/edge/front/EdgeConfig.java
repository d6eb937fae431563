package eu.rempart.edge.front;

import eu.rempart.tls.MachineTls;
import eu.rempart.tls.OperatorCertificate;
import eu.rempart.tls.Passphrase;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.link.NodeAddress;
import eu.rempart.tls.serve.EdgeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the edge needs to know, from its file and its call.
 *
 * @param tls certificate and policy
 * @param edge where it listens, and to whom
 * @param machine the files by which nodes and this machine know each other
 * @param places the operator's file; empty for the bundled one
 * @param drain how long open connections have at the end
 */
record EdgeConfig(
    TlsSettings tls,
    EdgeSettings edge,
    List<NodeAddress> backends,
    MachineTls.Files machine,
    Optional<Path> places,
    Duration drain,
    Duration warmUp) {

  private static final int USUAL_PORT = 8443;

  /**
   * Reads the file; what the call says goes before it.
   *
   * @throws WrongConfigException with what is wrong
   */
  static EdgeConfig of(EdgeCall call) {
    ConfigFile file = ConfigFile.read(call.config());
    List<NodeAddress> backends =
        call.backends().isEmpty()
            ? list(file, Setting.BACKENDS, NodeAddress::parse)
            : call.backends();
    if (backends.isEmpty()) {
      throw new WrongConfigException(
          "No node is named; expected --backend HOST:PORT, or backends= in " + call.config());
    }
    int port = call.port().orElseGet(() -> number(file, Setting.PORT, USUAL_PORT, 65_535));
    return new EdgeConfig(
        tls(file),
        EdgeSettings.on(new InetSocketAddress(address(file), port))
            .withHostNames(Set.copyOf(list(file, Setting.HOST_NAMES, EdgeConfig::hostName)))
            .withBalancers(list(file, Setting.BALANCERS, Prefix::of)),
        backends,
        new MachineTls.Files(
            file.path(file.required(Setting.NODE_CERTIFICATE)),
            file.path(file.required(Setting.NODE_KEY)),
            file.path(file.required(Setting.NODE_AUTHORITY)),
            file.path(file.required(Setting.NODE_REVOCATIONS))),
        file.value(Setting.PLACES).map(file::path),
        Duration.ofSeconds(number(file, Setting.DRAIN, 30, 600)),
        Duration.ofMillis(number(file, Setting.WARM_UP, 500, 60_000)));
  }

  private static TlsSettings tls(ConfigFile file) {
    Path certificate = file.path(file.required(Setting.CERTIFICATE));
    Path key = file.value(Setting.KEY).map(file::path).orElse(certificate);
    return TlsSettings.in(file.path("."))
        .withOperator(OperatorCertificate.inFiles(certificate, key, passphrase(file)))
        .withProfile(profile(file));
  }

  private static Passphrase passphrase(ConfigFile file) {
    Optional<String> name = file.value(Setting.KEY_PASSPHRASE_FILE);
    if (name.isEmpty()) {
      return Passphrase.none();
    }
    try (var lines = Files.lines(file.path(name.get()))) {
      return Passphrase.of(lines.findFirst().orElse("").strip().toCharArray());
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      throw file.wrong(Setting.KEY_PASSPHRASE_FILE, name.get());
    }
  }

  private static TlsProfile profile(ConfigFile file) {
    String name = file.value(Setting.PROFILE).orElse("standard");
    return switch (name) {
      case "standard" -> TlsProfile.STANDARD;
      case "strict" -> TlsProfile.STRICT;
      default -> throw file.wrong(Setting.PROFILE, name);
    };
  }

  private static InetAddress address(ConfigFile file) {
    String text = file.value(Setting.ADDRESS).orElse("::");
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException noAddress) {
      throw file.wrong(Setting.ADDRESS, text);
    }
  }

  private static int number(ConfigFile file, Setting setting, int usual, int most) {
    Optional<String> text = file.value(setting);
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw file.wrong(setting, text.get());
  }

  private static String hostName(String text) {
    if (!text.matches("(\\*\\.)?[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
      throw new IllegalArgumentException(text);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static <T> List<T> list(ConfigFile file, Setting setting, Function<String, T> parse) {
    return Arrays.stream(file.value(setting).orElse("").split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(
            each -> {
              try {
                return parse.apply(each);
              } catch (IllegalArgumentException wrong) {
                throw file.wrong(setting, each);
              }
            })
        .toList();
  }
}
