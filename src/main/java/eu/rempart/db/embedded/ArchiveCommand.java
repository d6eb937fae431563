package eu.rempart.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What PostgreSQL calls for each finished part of its log. Archiving can't be switched on while it
 * runs, so it always is; without a destination there is nothing to do.
 */
public final class ArchiveCommand {

  /** pgBackRest refuses a command without its name. */
  private static final String NAME = "pgbackrest-archive";

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by Rempart. Called by PostgreSQL for each finished part of its log.
      home=THE_HOME
      [ -s "$home/backup/pgbackrest.conf" ] || exit 0
      # who stops must not wait for destinations that are away; the part is kept, and sent later
      [ ! -e "$home/run/stopping" ] || exit 1
      case $(sed -n 8p postmaster.pid) in stopping*) exit 1 ;; esac
      exec pgbackrest --config="$home/backup/pgbackrest.conf" --stanza=rempart archive-push "$1"
      """;

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private ArchiveCommand() {}

  /**
   * The setting, after the script was written.
   *
   * @param home absolute
   */
  public static String in(Path home) {
    Path folder = home.resolve("backup");
    Path script = folder.resolve(NAME);
    Path fresh = folder.resolve(NAME + ".new");
    try {
      Files.createDirectories(folder, OWNER_ALONE);
      Files.deleteIfExists(fresh); // of a write that was broken off
      Files.createFile(fresh, OWNER_ALONE);
      Files.writeString(fresh, SCRIPT.replace("THE_HOME", quoted(home)), StandardCharsets.UTF_8);
      Files.move(
          fresh, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return quoted(script).replace("%", "%%") + " %p";
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  /** Says that the server is about to stop, or that it runs; see the script. */
  public static void stopping(Path home, boolean so) {
    Path flag = home.resolve("run").resolve("stopping");
    try {
      if (so) {
        Files.createDirectories(flag.resolveSibling(""), OWNER_ALONE);
        Files.writeString(flag, "", StandardCharsets.US_ASCII);
      } else {
        Files.deleteIfExists(flag);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
