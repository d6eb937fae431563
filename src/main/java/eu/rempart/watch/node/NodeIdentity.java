package eu.rempart.watch.node;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which node this is.
 *
 * @param id made at the first start on a home folder, and kept there in the file {@code node}
 * @param name of the machine, as it calls itself
 */
public record NodeIdentity(UUID id, String name) {

  private static final Logger log = LoggerFactory.getLogger(NodeIdentity.class);
  private static final String FILE = "node";
  private static final int LONGEST_NAME = 253;

  /** The one on a home folder, made if there is none. */
  static NodeIdentity of(HomeFolder home) {
    return new NodeIdentity(id(home), machine());
  }

  private static UUID id(HomeFolder home) {
    Path file = home.resolve(FILE);
    try {
      if (Files.exists(file)) {
        return UUID.fromString(Files.readString(file).strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the file %s can't be read".formatted(file), e);
    } catch (IllegalArgumentException e) {
      log.warn("{} holds no id: this node counts as a new one", file);
    }
    UUID id = UUID.randomUUID();
    home.write(FILE, (id + "\n").getBytes(StandardCharsets.UTF_8));
    return id;
  }

  private static String machine() {
    try {
      String name = InetAddress.getLocalHost().getHostName().strip();
      return name.isEmpty() ? "?" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    } catch (UnknownHostException e) {
      return "?"; // it has no name, and works all the same
    }
  }
}
