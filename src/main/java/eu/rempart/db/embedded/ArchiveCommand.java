package eu.rempart.db.embedded;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What PostgreSQL calls for each finished part of its log. Archiving can't be switched on while it
 * runs, so it always is; without a destination there is nothing to do.
 */
final class ArchiveCommand {

  /** pgBackRest refuses a command without its name. */
  private static final String NAME = "pgbackrest-archive";

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Written by Rempart at every start. Called by PostgreSQL for each finished part of its log.
      home=THE_HOME
      [ -s "$home/backup/pgbackrest.conf" ] || exit 0
      # who stops must not wait for destinations that are away; the part is kept, and sent later
      [ ! -e "$home/run/stopping" ] || exit 1
      exec pgbackrest --config="$home/backup/pgbackrest.conf" --stanza=rempart archive-push "$1"
      """;

  private ArchiveCommand() {}

  /** The setting, after the script was written. */
  static String in(HomeFolder home) {
    Path script = home.folder("backup").resolve(NAME);
    home.write(
        "backup/" + NAME,
        SCRIPT.replace("THE_HOME", quoted(home.path())).getBytes(StandardCharsets.UTF_8));
    try {
      Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return quoted(script).replace("%", "%%") + " %p";
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  /** Says that the server is about to stop, or that it runs; see the script. */
  static void stopping(HomeFolder home, boolean so) {
    Path flag = home.folder("run").resolve("stopping");
    try {
      if (so) {
        Files.writeString(flag, "", StandardCharsets.US_ASCII);
      } else {
        Files.deleteIfExists(flag);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
