package eu.rempart.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.cli.Shell;
import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.home.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in a data folder before anything is started on it. */
class ClusterVersionTest {

  private static final String CHAPTER = "A database of another PostgreSQL";

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"18", "16", "9.6"})
  void databaseOfAnotherMajorIsRefusedAndStays(String version) throws Exception {
    try (HomeFolder home = HomeFolder.open(folder)) {
      Path data = Files.createDirectory(folder.resolve("postgres"));
      Files.writeString(data.resolve("PG_VERSION"), version + "\n");
      Files.writeString(data.resolve("postmaster.pid"), "1\n");
      Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
      List<String> before = names(folder);

      assertThatThrownBy(() -> EmbeddedServer.start(home))
          .isInstanceOfSatisfying(
              DatabaseUnusableException.class,
              refusal ->
                  assertThat(refusal.advice())
                      .contains("operating.md", "\"" + CHAPTER + "\"", "--home"))
          .hasMessageContaining(data + " holds a database of PostgreSQL " + version + ",")
          .hasMessageContaining("runs PostgreSQL 17. Nothing was changed.");
      assertThat(names(folder)).isEqualTo(before);
      assertThat(data.resolve("postmaster.pid")).hasContent("1\n");
    }
  }

  @Test
  void adviceNamesChapterThatIsThere() throws Exception {
    assertThat(Files.readString(Shell.repository().resolve("src/docs/operating.md")))
        .contains("\n## " + CHAPTER + "\n");
  }

  @Test
  void ownMajorAndNoDatabaseAreTaken() throws Exception {
    assertThatCode(() -> ClusterVersion.check(folder)).doesNotThrowAnyException();
    assertThat(ClusterVersion.isIn(folder)).isFalse();

    Files.writeString(folder.resolve("PG_VERSION"), "17\n");

    assertThatCode(() -> ClusterVersion.check(folder)).doesNotThrowAnyException();
    assertThat(ClusterVersion.isIn(folder)).isTrue();
  }

  @Test
  void folderOfSomethingElseStaysAsItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("postgresql.conf"), "port = 5432\n");

    assertThatThrownBy(() -> NewCluster.announce(folder))
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("no PG_VERSION");
    assertThat(file).hasContent("port = 5432\n");

    Files.delete(file);
    Files.createDirectory(folder.resolve("base"));
    assertThatThrownBy(() -> NewCluster.announce(folder))
        .isInstanceOf(DatabaseUnusableException.class);
    assertThat(names(folder)).containsExactly("", "base");
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> folder.relativize(file).toString()).sorted().toList();
    }
  }
}
