package eu.rempart.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder for Unix sockets that only this account may enter: in the home folder, or a temporary
 * one where the path of the home folder is too long for a socket.
 */
public final class SocketFolder implements AutoCloseable {

  /** In bytes: Linux takes 107 and a zero (unix(7)), macOS 103. */
  public static final int LONGEST_PATH = 103;

  private final Path path;
  private final boolean temporary;

  private SocketFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * Makes the folder, if need be.
   *
   * @param name of the folder, relative to the home folder
   * @param socket the name of the socket in it, or the longest of them
   * @throws UncheckedIOException if it can't be made
   */
  public static SocketFolder in(HomeFolder home, String name, String socket) {
    Path usual = home.folder(name);
    if (fits(usual.resolve(socket))) {
      return new SocketFolder(usual, false);
    }
    try {
      return new SocketFolder(Files.createTempDirectory("rempart"), true); // mode 700
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the socket %s".formatted(socket), e);
    }
  }

  private static boolean fits(Path socket) {
    return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  public Path path() {
    return path;
  }

  /** Removes it, if it is a temporary one; the sockets in it have to be gone. */
  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
