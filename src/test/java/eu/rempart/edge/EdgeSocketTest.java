package eu.rempart.edge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.home.HomeFolder;
import eu.rempart.home.SocketFolder;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeSocketTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void liesInAFolderThatOnlyItsOwnerMayEnter() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"));
        EdgeSocket socket = EdgeSocket.in(home)) {
      assertThat(socket.path()).startsWithRaw(home.path());
      assertPrivate(folderOf(socket));
    }
  }

  @Test
  void liesElsewhereWhereTheHomeIsTooDeepForASocket() throws Exception {
    Path deep = folder.resolve("a".repeat(60)).resolve("b".repeat(60));
    Path path;
    try (HomeFolder home = HomeFolder.open(deep);
        EdgeSocket socket = EdgeSocket.in(home)) {
      path = socket.path();
      assertThat(path.toString()).hasSizeLessThanOrEqualTo(SocketFolder.LONGEST_PATH);
      assertPrivate(folderOf(socket));
      bind(path);
    }
    assertThat(path.getParent()).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"));
        EdgeSocket before = EdgeSocket.in(home)) {
      bind(before.path());
      assertThat(before.path()).exists();

      try (EdgeSocket after = EdgeSocket.in(home)) {
        assertThat(after.path()).isEqualTo(before.path());
        bind(after.path());
      }
    }
  }

  private static Path folderOf(EdgeSocket socket) {
    return Objects.requireNonNull(socket.path().getParent());
  }

  /** Binds and leaves the file behind, as a process does that is killed. */
  private static void bind(Path path) throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
    }
  }

  private static void assertPrivate(Path folder) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }
}
