package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.SocketFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Unix socket between edge and Jetty: in a folder that only this account may enter, so that no
 * other process on the machine can forge a PROXY header.
 */
final class EdgeSocket implements AutoCloseable {

  private static final String NAME = "jetty.sock";

  private final SocketFolder folder;

  private EdgeSocket(SocketFolder folder) {
    this.folder = folder;
  }

  /** A path that nothing is at; in the home folder, or in a private one where that is too deep. */
  static EdgeSocket in(HomeFolder home) {
    EdgeSocket socket = new EdgeSocket(SocketFolder.in(home, "run", NAME));
    try {
      Files.deleteIfExists(
          socket.path()); // left by a process that was killed; the home is ours now
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("the edge's socket can't be prepared", e);
    }
  }

  Path path() {
    return folder.path().resolve(NAME);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path());
    folder.close();
  }
}
