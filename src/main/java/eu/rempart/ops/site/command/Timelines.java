package eu.rempart.ops.site.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Keeps a promoted copy from taking a timeline that another site has led on without it. PostgreSQL
 * takes the first number after its own of which there is no history file; the site that was lost
 * took the same one when it led alone. With equal numbers neither {@code pg_rewind} nor Patroni
 * sees that the two went different ways (PostgreSQL's manual, "Timelines").
 */
final class Timelines {

  /** No line of it names a parent, so a copy that finds it follows nobody there. */
  private static final String TAKEN =
      "# Kept free by ./rempart site promote: the site that was lost may have led on it.\n";

  private final Path log;

  /**
   * @param log PostgreSQL's {@code pg_wal}
   */
  Timelines(Path log) {
    this.log = log;
  }

  /**
   * Has the next promotion take a timeline that nobody can have led on.
   *
   * @param own the one that this site is on
   * @param known the highest that anybody is known to have led on; the lost site may have gone one
   *     further before it could say so
   */
  void keepFree(long own, long known) throws IOException {
    for (long each = own + 1; each <= Math.max(own, known) + 1; each++) {
      try {
        Files.writeString(
            log.resolve(String.format(Locale.ROOT, "%08X.history", each)),
            TAKEN,
            StandardCharsets.US_ASCII,
            StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException there) {
        // as good as ours: it is passed over, too
      }
    }
  }
}
