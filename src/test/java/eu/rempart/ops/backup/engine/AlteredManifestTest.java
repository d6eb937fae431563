package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.engine.ClassicBackup.Wished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pgBackRest takes a manifest or an index for good as long as its copy is. */
class AlteredManifestTest {

  @TempDir private Path folder;

  private static void alter(Path file, int at) throws IOException {
    byte[] content = Files.readAllBytes(file);
    content[at] ^= 1;
    Files.write(file, content);
  }

  @Test
  void oneAlteredByteOfAManifestOrIndexIsSeen() throws Exception {
    try (BackedUpServer up = new BackedUpServer(folder.resolve("home"))) {
      Destination here = disk(1, folder.resolve("disk"));
      up.add(here);
      Made made = up.classic.make(here, "site-a", true, untold());
      Path classic = folder.resolve("disk/classic");
      Path backup = classic.resolve("backup/rempart");
      assertThat(up.classic.verify(here, Wished.NOTHING, untold())).isTrue();
      for (Path each :
          List.of(
              backup.resolve(made.label()).resolve("backup.manifest"),
              backup.resolve(made.label()).resolve("backup.manifest.copy"),
              backup.resolve("backup.info"),
              backup.resolve("backup.info.copy"),
              classic.resolve("archive/rempart/archive.info"),
              classic.resolve("archive/rempart/archive.info.copy"))) {
        int length = (int) Files.size(each);
        // which words it has for the damage depends on what the byte meant
        for (int at : new int[] {0, length / 3, length / 2, length - 1}) {
          alter(each, at);
          assertThat(up.classic.verify(here, Wished.NOTHING, untold()))
              .as("%s at %d", each, at)
              .isFalse();
          alter(each, at); // back
        }
      }
      assertThat(up.classic.verify(here, Wished.NOTHING, untold())).isTrue();
    }
  }
}
