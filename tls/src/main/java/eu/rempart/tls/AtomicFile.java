package eu.rempart.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Replaces a file as a whole: written aside, forced to disk, renamed, so that a reader or a crash
 * meets the old or the new one. Two writers of one file need a lock of their own.
 */
final class AtomicFile {
  static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
  static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

  private AtomicFile() {}

  static void write(Path file, Set<PosixFilePermission> mode, String ascii) throws IOException {
    Path aside = aside(file);
    Files.deleteIfExists(aside); // of a crash
    try (FileChannel channel =
        FileChannel.open(
            aside,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PRIVATE))) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(ascii);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      Files.setPosixFilePermissions(aside, mode); // the umask may have taken bits away
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    force(file.resolveSibling(""));
  }

  /** Writes the names of a folder to disk. */
  static void force(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  static Path aside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }
}
