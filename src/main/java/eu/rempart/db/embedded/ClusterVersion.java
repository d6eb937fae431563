package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The major version of PostgreSQL, whose files no other major version reads. */
final class ClusterVersion {

  /** Of the programs that came along, and of Debian 13. */
  static final int MAJOR = 17;

  private static final String ADVICE =
      "Start it with the version of Rempart that it was made with, and take the data over as"
          + " src/docs/operating.md says under \"A database of another PostgreSQL\"; or choose"
          + " another --home.";

  private ClusterVersion() {}

  /** Whether a database is there, of any version. */
  static boolean isIn(Path data) {
    return Files.exists(file(data));
  }

  /**
   * Reads, and writes nothing.
   *
   * @throws DatabaseUnusableException if a database of another version is there
   */
  static void check(Path data) {
    if (!isIn(data)) {
      return;
    }
    try {
      String found = Files.readString(file(data), StandardCharsets.US_ASCII).strip();
      if (!found.equals(Integer.toString(MAJOR))) {
        throw new DatabaseUnusableException(
            "%s holds a database of PostgreSQL %s, and this version of Rempart runs PostgreSQL %d."
                    .formatted(data, found, MAJOR)
                + " Nothing was changed.",
            ADVICE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be read".formatted(file(data)), e);
    }
  }

  private static Path file(Path data) {
    return data.resolve("PG_VERSION");
  }
}
