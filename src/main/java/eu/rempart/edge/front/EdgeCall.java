package eu.rempart.edge.front;

import eu.rempart.tls.link.NodeAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How the command was called.
 *
 * @param backends empty to take those of the file
 * @param port empty to take that of the file
 */
record EdgeCall(Path config, List<NodeAddress> backends, OptionalInt port) {

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the arguments.
   *
   * @throws WrongConfigException with what is wrong
   */
  static EdgeCall of(String... arguments) {
    Path config = null;
    List<NodeAddress> backends = new ArrayList<>();
    OptionalInt port = OptionalInt.empty();
    for (int i = 0; i < arguments.length; i += 2) {
      String option = arguments[i];
      String value = i + 1 < arguments.length ? arguments[i + 1] : null;
      switch (option) {
        case "--config" -> config = Path.of(needed(option, value));
        case "--backend" -> backends.add(backend(needed(option, value)));
        case "--port" -> port = OptionalInt.of(port(needed(option, value)));
        default ->
            throw new WrongConfigException(
                "edge does not know '%s'; expected --config, --backend or --port"
                    .formatted(option));
      }
    }
    if (config == null) {
      throw new WrongConfigException("edge needs --config FILE");
    }
    return new EdgeCall(config, List.copyOf(backends), port);
  }

  private static String needed(String option, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new WrongConfigException(option + " needs a value.");
    }
    return value;
  }

  private static NodeAddress backend(String value) {
    try {
      return NodeAddress.parse(value);
    } catch (IllegalArgumentException wrong) {
      throw new WrongConfigException("--backend: " + wrong.getMessage());
    }
  }

  private static int port(String value) {
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= HIGHEST_PORT) {
        return port;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw new WrongConfigException(
        "--port needs a number from 0 to 65535, not '%s'.".formatted(value));
  }
}
