package eu.rempart.watch.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder in which an agent keeps what it is and what it found; nobody else reads it. */
final class AgentFolder implements AutoCloseable {

  private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;
  private final FileChannel channel;
  private final FileLock lock;

  private AgentFolder(Path folder, FileChannel channel, FileLock lock) {
    this.folder = folder;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Opens it for this process alone; one that is not there is made.
   *
   * @throws AgentException if another agent runs on it
   */
  static AgentFolder open(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (isPosix(folder)) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
    FileChannel channel = openOwn(folder.resolve("lock"), StandardOpenOption.CREATE);
    FileLock lock = lock(channel);
    if (lock == null) {
      channel.close();
      throw new AgentException("Another agent runs on " + folder + ".");
    }
    return new AgentFolder(folder, channel, lock);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** What a file holds; empty if there is none. */
  Optional<byte[]> read(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Replaces a file as a whole, so that a crash leaves the one or the other. */
  void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Path next = folder.resolve(name + ".new");
    Files.deleteIfExists(next);
    try (FileChannel to = openOwn(next, StandardOpenOption.CREATE_NEW)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        to.write(bytes);
      }
      to.force(true);
    }
    replace(next, file);
  }

  /** Removes a file, if there is one. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  /** Puts a file that is on the disk in the place of another. */
  static void replace(Path next, Path file) throws IOException {
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && isPosix(folder)) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** A file that the owner alone may read. */
  static FileChannel openOwn(Path file, StandardOpenOption how) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    FileAttribute<?>[] attributes =
        parent != null && isPosix(parent)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWN)}
            : new FileAttribute<?>[0];
    return FileChannel.open(
        file, Set.of(how, StandardOpenOption.READ, StandardOpenOption.WRITE), attributes);
  }

  private static boolean isPosix(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
