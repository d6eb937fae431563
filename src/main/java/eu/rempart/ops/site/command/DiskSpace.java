package eu.rempart.ops.site.command;

import eu.rempart.common.command.CommandRefusedException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much room the disk of a home folder has. Where there is none the programs end one after the
 * other, and often can't even write why.
 *
 * @param disk where it is mounted, and its name, such as {@code /var (/dev/sda2)}
 * @param free bytes that this account may still use
 */
record DiskSpace(String disk, long free) {

  static final long MEGABYTE = 1_000_000;

  /** etcd takes 130 MB before it says a word, and 100 MB more over time. */
  static final long OF_A_WITNESS = 250 * MEGABYTE;

  /** And an empty database of PostgreSQL; how much the first site has nobody knows yet. */
  static final long OF_A_SITE = 500 * MEGABYTE;

  /** A segment of etcd's log has 64 MB, and one of PostgreSQL's 16. */
  static final long LEAST = 100 * MEGABYTE;

  /** The disk on which a folder lies, or will. */
  static DiskSpace of(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    FileStore store = Files.getFileStore(there);
    return new DiskSpace(store.toString(), store.getUsableSpace());
  }

  /**
   * Looks before anything is written.
   *
   * @throws CommandRefusedException with the disk and the folder
   */
  void refuseIfLess(long needed, Path folder) {
    if (free < needed) {
      throw new CommandRefusedException("disk-full", folder, disk, megabytes(), needed / MEGABYTE);
    }
  }

  long megabytes() {
    return free / MEGABYTE;
  }
}
