package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** restic follows no symbolic link. */
class HomeBehindLinkTest {

  @TempDir private Path folder;

  @Test
  void imageOfAHomeFolderBehindALinkComesBack() throws Exception {
    Path all = Files.createDirectory(folder.resolve("all"));
    Path link =
        Files.createSymbolicLink(all.resolve("link"), Files.createDirectory(all.resolve("real")));
    try (BackedUpServer up = new BackedUpServer(link.resolve("home"))) {
      up.home.write("keys/pepper", new byte[] {1});
      Destination here = disk(1, folder.resolve("disk"));
      up.add(here);
      BackupEngine engine =
          new BackupEngine(
              up.home,
              up.server,
              up.secret,
              new ImageScope(List.of(link.resolveSibling("")), List.of("postgres-programs")));
      Made made = engine.make(Technology.IMAGE, here, "site-a", true, List.of(here), untold());
      Path target = Files.createDirectory(folder.resolve("target"));
      Path data = up.image.restoreData(here, made.label(), target, untold());
      assertThat(data.resolve("PG_VERSION")).exists();
      assertThat(data.resolve("backup_label")).exists();
      assertThat(data.resolve("postmaster.pid")).doesNotExist();
      assertThat(up.image.hasKeys(here, made.label(), target.resolve("keys"), untold())).isTrue();
    }
  }
}
