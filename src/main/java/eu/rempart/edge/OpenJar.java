package eu.rempart.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.util.Map;

/**
 * Holds the application's own jar open as a file system. All files of the screens are read out of
 * it, and for each of them Flow asks that file system whether it is a folder: one that nobody holds
 * is opened for that, and closed again. That costs more than the file, and where it is closed while
 * another request reads, the browser misses a script and the view that wanted it stays empty.
 */
final class OpenJar {

  private OpenJar() {}

  /**
   * Opens it for as long as the process lives.
   *
   * @param classes where the application's classes lie; nothing is done where that is no jar
   */
  static void hold(URL classes) {
    if (!classes.getPath().endsWith(".jar")) {
      return;
    }
    try {
      FileSystems.newFileSystem(URI.create("jar:" + classes + "!/"), Map.of());
    } catch (FileSystemAlreadyExistsException held) {
      // as it should be
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
