package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenJarTest {

  @TempDir Path folder;

  /** Flow opens it unless it is open, and closes only what it opened itself. */
  @Test
  void itIsOpenFromThenOn() throws IOException {
    Path jar = folder.resolve("some.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("script.js"));
    }
    URI inside = URI.create("jar:" + jar.toUri() + "!/");

    OpenJar.hold(jar.toUri().toURL());
    OpenJar.hold(jar.toUri().toURL());

    FileSystem held = FileSystems.getFileSystem(inside);
    assertThat(held.isOpen()).isTrue();
    assertThat(Files.exists(held.getPath("script.js"))).isTrue();
    assertThatThrownBy(() -> FileSystems.newFileSystem(inside, Map.of()))
        .isInstanceOf(FileSystemAlreadyExistsException.class);
  }

  @Test
  void classesInAFolderNeedNothing() throws IOException {
    OpenJar.hold(folder.toUri().toURL());
    assertThat(folder).exists();
  }
}
