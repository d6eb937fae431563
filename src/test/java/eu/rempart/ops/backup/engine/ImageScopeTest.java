package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.home.HomeFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image has of a server. */
class ImageScopeTest {

  @TempDir private Path folder;

  private HomeFolder home;

  @BeforeEach
  void open() {
    home = HomeFolder.open(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void homeFolderIsAlwaysInIt() {
    assertThat(new ImageScope(List.of(Path.of("/")), List.of()).folders(home))
        .containsExactly(Path.of("/"));
    assertThat(new ImageScope(List.of(Path.of("/srv")), List.of()).folders(home))
        .containsExactly(Path.of("/srv"), home.path());
    assertThat(new ImageScope(List.of(), List.of()).folders(home)).containsExactly(home.path());
  }

  @Test
  void kitAndWitnessAreInNoImage() {
    assertThat(new ImageScope(List.of(Path.of("/")), List.of("*.iso")).excluded(home, List.of()))
        .contains(
            home.resolve("recovery-kit.txt").toString(),
            home.resolve("keys/witness").toString(),
            home.resolve("run").toString(),
            home.resolve("backup/before-upgrade").toString(),
            "/proc/*",
            "*.iso");
  }

  @Test
  void foldersOfDestinationsAreNotInIt() throws Exception {
    Destination disk = destination(1, DestinationAddress.parse("/srv/backups"), "");
    Destination remote = destination(2, DestinationAddress.parse("sftp://b@dc1.example/srv"), "");
    assertThat(new ImageScope(List.of(), List.of()).excluded(home, List.of(disk, remote)))
        .contains("/srv/backups")
        .doesNotContain("/srv");
  }

  @Test
  void homeFolderBelowWhatIsLeftOutIsInItAllTheSame() {
    Path below = home.path().getRoot().resolve(home.path().getName(0));
    assertThat(new ImageScope(List.of(), List.of()).excluded(home, List.of()))
        .doesNotContain(below + "/*")
        .contains("/proc/*", "/sys/*");
  }

  @Test
  void folderBelowWhatIsLeftOutIsInItWhereSomebodyNamedIt() {
    List<String> excluded =
        new ImageScope(List.of(Path.of("/mnt/data")), List.of()).excluded(home, List.of());
    assertThat(excluded).doesNotContain("/mnt/*").contains("/media/*", "/proc/*");
  }

  @Test
  void foldersThatWereChosenGoBeforeTheSetting() throws Exception {
    ImageScope scope = new ImageScope(List.of(Path.of("/")), List.of());
    ImageScope.choose(home.path(), List.of(Path.of("/srv"), Path.of("/etc")));
    assertThat(scope.folders(home)).containsExactly(Path.of("/srv"), Path.of("/etc"), home.path());
    ImageScope.choose(home.path(), List.of(Path.of("/opt")));
    assertThat(scope.folders(home)).containsExactly(Path.of("/opt"), home.path());
  }
}
