package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Original;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A home folder whose database is of another major version of PostgreSQL is refused. */
class OtherMajorIT {

  @Test
  void startOnDatabaseOf18IsRefusedAndChangesNothing() throws Exception {
    Path home = Homes.fresh("major");
    Original.FOUNDED.copyTo(home);
    Files.writeString(home.resolve("postgres/PG_VERSION"), "18\n");
    Map<String, String> before = files(home);

    Outcome outcome = Installation.refused(home);

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output() + outcome.complaints())
        .contains(
            home.resolve("postgres") + " holds a database of PostgreSQL 18",
            "runs PostgreSQL 17. Nothing was changed.",
            "A database of another PostgreSQL")
        .doesNotContain("\tat ");
    assertThat(files(home)).isEqualTo(before);
  }

  /** Each file's digest and time. */
  private static Map<String, String> files(Path home) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        files.put(
            file.toString(),
            HexFormat.of().formatHex(digest) + " " + Files.getLastModifiedTime(file));
      }
    }
    return files;
  }
}
