package eu.rempart.ops.site.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A log that a program appends to and never closes: etcd's, and that of Patroni, into which
 * PostgreSQL writes. Its end is kept beside it when it grows too long, and it begins anew; what is
 * written in that moment is lost. The program goes on, since the file stays the same.
 */
final class BoundedLog {

  /** So much is kept of each, and as much again beside it. */
  private static final long MOST_BYTES = 10_000_000;

  private final Path file;
  private final Path former;

  BoundedLog(Path file) {
    this.file = file;
    this.former = file.resolveSibling(file.getFileName() + ".1");
  }

  /**
   * Begins anew where there is too much; to be called often.
   *
   * @throws IOException if the end could not be kept; it begins anew all the same, since a full
   *     disk is why
   */
  void keep() throws IOException {
    if (!Files.exists(file) || Files.size(file) <= MOST_BYTES) {
      return;
    }
    try (FileChannel log =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      try {
        Files.deleteIfExists(former);
        copyEnd(log);
      } finally {
        log.truncate(0);
      }
    }
  }

  private void copyEnd(FileChannel log) throws IOException {
    try (FileChannel kept =
        FileChannel.open(former, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long end = log.size();
      long from = Math.max(0, end - MOST_BYTES);
      while (from < end) {
        from += log.transferTo(from, end - from, kept);
      }
    }
  }
}
