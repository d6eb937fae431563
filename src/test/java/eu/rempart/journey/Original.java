package eu.rempart.journey;

import eu.rempart.cli.Shell;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is begun once for all journeys of a build; each goes on with a copy of its own. Two keys of
 * 4096 bits, an empty database and its migrations, and the demo's firm take a minute of two
 * processors, and would be the same each time. Who looks at a first start makes one.
 */
public enum Original {

  /** The folder {@code tls} alone: an authority, and a certificate of it for this machine. */
  CERTIFICATES {
    @Override
    void make(Path home) {
      ServerTls.open(TlsSettings.in(home));
    }
  },

  /** An installation that its administrator has set up; the recovery kit lies in a safe. */
  FOUNDED {
    @Override
    void make(Path home) throws IOException {
      CERTIFICATES.copyTo(home);
      Path cache = cache();
      Files.deleteIfExists(cache);
      Installation.begin(
              home, false, new Settings(Map.of(), List.of("-XX:AOTCacheOutput=" + cache)))
          .end(REHEARSAL_SECONDS);
    }
  },

  /** The same with the demo's firm in it. */
  DEMO {
    @Override
    void make(Path home) {
      FOUNDED.copyTo(home);
      Installation.start(home, true).close();
    }
  };

  private static final String MADE = "made";

  /** A process that rehearses ends once the cache is written, which takes half a minute at rest. */
  private static final int REHEARSAL_SECONDS = 600;

  abstract void make(Path home) throws IOException;

  /**
   * Options for a start of the same application: the classes that the first one loaded and linked,
   * which is half of what a start has to do (JEP 483, 514). Empty before {@link #FOUNDED} is made.
   */
  static List<String> rehearsed() {
    try {
      return FOUNDED.isMade() && Files.exists(cache())
          ? List.of("-XX:AOTCache=" + cache())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path cache() {
    return FOUNDED.place().resolve("start.aot");
  }

  /**
   * Copies the home folder, and what its administrator moved out of it.
   *
   * @param home a folder that is not there yet, in one that is
   */
  public void copyTo(Path home) {
    Path around = home.resolveSibling("");
    Shell.Outcome copied =
        new Shell().run("cp", "-a", home().resolveSibling(".").toString(), around.toString());
    if (copied.exitCode() != 0) {
      throw new IllegalStateException(copied.complaints());
    }
  }

  /** The original itself, which nobody may start; made by whoever asks first, in any process. */
  synchronized Path home() {
    Path folder = place();
    Path copied = folder.resolve("copied");
    Path home = copied.resolve("home");
    try {
      Files.createDirectories(folder);
      Path lock = folder.resolve("lock");
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        channel.lock(); // until it is closed
        if (!isMade()) {
          Path made = folder.resolve(MADE);
          Files.deleteIfExists(made);
          Homes.delete(copied);
          Files.createDirectories(copied);
          make(home);
          Files.writeString(made, application());
        }
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it lies, and what belongs to it but is not copied. */
  private Path place() {
    return folder().resolve(name().toLowerCase(Locale.ROOT));
  }

  private boolean isMade() throws IOException {
    Path made = place().resolve(MADE);
    return Files.exists(made) && Files.readString(made).equals(application());
  }

  /** Another build makes its own originals. */
  private static String application() throws IOException {
    Path jar = Installation.application().resolve(Installation.JAR);
    FileTime changed = Files.getLastModifiedTime(jar);
    return jar + " of " + changed + ", " + Files.size(jar) + " bytes";
  }

  /** Where all processes of the build find them; without the build, this process its own. */
  private static Path folder() {
    String folder = System.getProperty("rempart.originals", "");
    return folder.isEmpty() ? Own.FOLDER : Path.of(folder);
  }

  private static final class Own {
    static final Path FOLDER = Homes.kept("originals");
  }
}
