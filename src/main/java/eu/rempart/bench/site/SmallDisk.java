package eu.rempart.bench.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own for a folder, which can be filled to its last byte. Of Linux, and for root. */
final class SmallDisk implements AutoCloseable {

  private static final String SIZE = "3G";
  private static final int CHUNK = 1 << 20;

  private final Path folder;

  /**
   * Puts an empty file system where the folder shall be.
   *
   * @param folder one that is not there
   */
  SmallDisk(Path folder) throws IOException {
    this.folder = folder;
    Path image = folder.resolveSibling(folder.getFileName() + ".disk");
    Files.createDirectory(folder);
    Shell.run("truncate", "-s", SIZE, image.toString());
    Shell.run("mkfs.ext4", "-q", "-m", "0", image.toString());
    Shell.run("mount", "-o", "loop", image.toString(), folder.toString());
    Files.delete(folder.resolve("lost+found")); // a home begins empty
  }

  private Path filling() {
    return folder.resolve("filling");
  }

  /** From now on nothing can be written there. */
  void fill() throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int size = CHUNK; size > 0; size /= 2) {
      fill(chunk, size);
    }
  }

  private void fill(byte[] chunk, int size) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            filling(),
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.APPEND)) {
      while (Files.getFileStore(folder).getUsableSpace() >= size) {
        out.write(chunk, 0, size);
      }
    } catch (IOException full) {
      if (Files.getFileStore(folder).getUsableSpace() > CHUNK) {
        throw full;
      }
    }
  }

  /** The end of {@link #fill}. */
  void empty() throws IOException {
    Files.deleteIfExists(filling());
  }

  @Override
  public void close() throws IOException {
    Shell.run("umount", "--lazy", folder.toString());
  }
}
