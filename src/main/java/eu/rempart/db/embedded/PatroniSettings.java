package eu.rempart.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Data of a site that are run here: what Patroni set for that machine, such as certificates and the
 * address of the other site, does not hold any more.
 */
final class PatroniSettings {

  /** What there was before Patroni, which its own file names as a part of itself. */
  private static final String BEFORE = "postgresql.base.conf";

  private PatroniSettings() {}

  /** Puts back what there was before; nothing where Patroni never was. */
  static void undo(Path data) throws IOException {
    Path before = data.resolve(BEFORE);
    if (Files.exists(before)) {
      Files.move(before, data.resolve("postgresql.conf"), StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(data.resolve("patroni.dynamic.json"));
    }
  }
}
