package eu.rempart.preview;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * How a plain Java comes to the classes of this application: they stand on the class path, or in
 * one JAR with others in it, as Spring Boot packs an application, which has a launcher of its own.
 *
 * @param text as Java got it
 */
record PreviewClassPath(String text) {

  /** The one that this application was started with. */
  static final PreviewClassPath OWN = new PreviewClassPath(System.getProperty("java.class.path"));

  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private enum Layout {
    PLAIN,
    PACKED,
    /** Packed by something that left the launcher out. */
    CLOSED
  }

  private Layout layout() {
    if (text.contains(File.pathSeparator) || !Files.isRegularFile(Path.of(text))) {
      return Layout.PLAIN;
    }
    try (ZipFile jar = new ZipFile(text)) {
      if (jar.getEntry("BOOT-INF/classes/") == null) {
        return Layout.PLAIN;
      }
      return jar.getEntry(LAUNCHER.replace('.', '/') + ".class") == null
          ? Layout.CLOSED
          : Layout.PACKED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a process can be started from it at all. */
  boolean starts() {
    return layout() != Layout.CLOSED;
  }

  /** What Java is told to start {@link PreviewMain}. */
  List<String> arguments() {
    String main = PreviewMain.class.getName();
    return layout() == Layout.PLAIN
        ? List.of("-cp", text, main)
        : List.of(
            "-Dloader.main=" + main,
            // it would look for a file of this name in the working folder, and do what that says
            "-Dloader.config.name=none-" + ProcessHandle.current().pid(),
            "-cp",
            text,
            LAUNCHER);
  }
}
