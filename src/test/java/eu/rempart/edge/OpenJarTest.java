package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenJarTest {

  @TempDir Path folder;

  @Test
  void itStaysOpenWhoeverElseOpensAndClosesIt() throws IOException {
    Path jar = folder.resolve("some.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("script.js"));
    }
    URI inside = URI.create("jar:" + jar.toUri() + "!/");

    OpenJar.hold(jar.toUri().toURL());
    FileSystem held = FileSystems.getFileSystem(inside);
    try (var passing = ResourceFactory.closeable()) {
      assertThat(passing.newResource(inside).exists()).isTrue();
    }

    assertThat(held.isOpen()).isTrue();
    assertThat(FileSystems.getFileSystem(inside)).isSameAs(held);
    assertThat(Files.exists(held.getPath("script.js"))).isTrue();
  }

  @Test
  void classesInAFolderNeedNothing() throws IOException {
    OpenJar.hold(folder.toUri().toURL());
    assertThat(folder).exists();
  }
}
