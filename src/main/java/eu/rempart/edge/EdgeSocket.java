package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Unix socket between edge and Jetty: in a folder that only this account may enter, so that no
 * other process on the machine can forge a PROXY header.
 */
final class EdgeSocket implements AutoCloseable {

  /** In bytes: Linux takes 107 and a zero (unix(7)), macOS 103. */
  static final int LONGEST_PATH = 103;

  private static final String NAME = "jetty.sock";

  private final Path path;
  private final boolean temporary;

  private EdgeSocket(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /** A path that nothing is at; in the home folder, or in a private one where that is too deep. */
  static EdgeSocket in(HomeFolder home) {
    try {
      Path usual = home.folder("run").resolve(NAME);
      if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH) {
        Files.deleteIfExists(usual); // left by a process that was killed; the home is ours now
        return new EdgeSocket(usual, false);
      }
      return new EdgeSocket(Files.createTempDirectory("rempart").resolve(NAME), true); // mode 700
    } catch (IOException e) {
      throw new UncheckedIOException("the edge's socket can't be prepared", e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    if (temporary) {
      Files.deleteIfExists(path.getParent());
    }
  }
}
