package eu.rempart.home;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.Set;

/** The home folder, held by this process alone while it is open. */
public final class HomeFolder implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> OWNER_FILE_ATTRIBUTE =
      PosixFilePermissions.asFileAttribute(OWNER_FILE);

  /** Is there while a restore goes on. */
  private static final String RESTORE = "restore-begun";

  private final Path path;
  private final FileChannel lockFile;

  private HomeFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Makes the folder if need be and locks it until {@link #close} or the end of the process.
   *
   * @throws HomeInUseException if another process holds it
   * @throws HalfRestoredException if a restore into it was broken off
   * @throws UncheckedIOException if it can't be made or written
   */
  public static HomeFolder open(Path folder) {
    HomeFolder home = lock(folder);
    if (isHalfRestored(home.path)) {
      home.close();
      throw new HalfRestoredException(home.path);
    }
    return home;
  }

  /** Whether a restore into a folder was begun, and never came to its end. */
  public static boolean isHalfRestored(Path folder) {
    return Files.exists(folder.resolve(RESTORE));
  }

  /**
   * As {@link #open}, for a restore: from {@link #noteRestore()} to {@link #endRestore()} nothing
   * else opens it, also if this process ends in between.
   *
   * @throws HomeInUseException if another process holds it
   */
  public static HomeFolder openToRestore(Path folder) {
    return lock(folder);
  }

  /** Notes that a restore goes on. */
  public void noteRestore() {
    write(RESTORE, new byte[0]);
  }

  /** All is back: it may be used from now on. */
  public void endRestore() {
    try {
      Files.delete(path.resolve(RESTORE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HomeFolder lock(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    try {
      makeFolder(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"),
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OWNER_FILE_ATTRIBUTE);
      if (!lock(channel)) {
        channel.close();
        throw new HomeInUseException(path);
      }
      return new HomeFolder(path, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("the home folder %s can't be used".formatted(path), e);
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  /** A folder below, made if need be, mode 700. */
  public Path folder(String name) {
    Path folder = path.resolve(name);
    try {
      makeFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder %s can't be made".formatted(folder), e);
    }
    return folder;
  }

  /**
   * Writes a file whole or not at all, mode 600, flushed to the disk before it gets its name.
   *
   * @param name relative to the home folder; its folder must exist
   */
  public void write(String name, byte[] content) {
    Path file = path.resolve(name);
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(temporary);
      try (FileChannel channel =
          FileChannel.open(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OWNER_FILE_ATTRIBUTE)) {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      keepName(Objects.requireNonNull(file.getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException("the file %s can't be written".formatted(file), e);
    }
  }

  /** Without it, a power cut may bring the former file back, or none, under this name. */
  private static void keepName(Path folder) throws IOException {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, OWNER_FOLDER);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of %s can't be released".formatted(path), e);
    }
  }
}
