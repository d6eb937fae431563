package eu.rempart.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The folder {@code HOME/tls}: mode 0700, keys 0600, certificates 0644. Each file is replaced as a
 * whole (written aside, forced to disk, renamed), so a reader or a crash meets the old or the new
 * one.
 */
final class TlsFolder {

  enum Name {
    CA_KEY("ca.key.pem", "rw-------"),
    CA_CERTIFICATE("ca.pem", "rw-r--r--"),
    SERVER_KEY("server.key.pem", "rw-------"),
    SERVER_CERTIFICATE("server.pem", "rw-r--r--");

    private final String file;
    private final String mode;

    Name(String file, String mode) {
      this.file = file;
      this.mode = mode;
    }

    Set<PosixFilePermission> mode() {
      return PosixFilePermissions.fromString(mode);
    }
  }

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  /** A lock on a file is held by the whole JVM and can't be asked for twice within it. */
  private static final ReentrantLock WITHIN_THIS_JVM = new ReentrantLock();

  private final Path folder;

  TlsFolder(Path home) {
    folder = home.toAbsolutePath().normalize().resolve("tls");
  }

  Path path(Name name) {
    return folder.resolve(name.file);
  }

  /** Runs alone among all processes that use this folder; makes it, and tightens modes, first. */
  <T> T alone(Supplier<T> work) {
    WITHIN_THIS_JVM.lock();
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      Files.setPosixFilePermissions(folder, FOLDER);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"),
                  Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(PRIVATE));
          FileLock _ = channel.lock()) {
        for (Name name : Name.values()) {
          Files.deleteIfExists(aside(name));
          if (Files.exists(path(name))) {
            Files.setPosixFilePermissions(path(name), name.mode());
          }
        }
        return work.get();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't use the folder " + folder, failure);
    } finally {
      WITHIN_THIS_JVM.unlock();
    }
  }

  /** Empty if the file is missing or holds no RSA key. */
  Optional<RSAPrivateCrtKey> key(Name name) {
    return text(name).flatMap(PemText::plainKey);
  }

  /** Empty if the file is missing or holds no certificate. */
  Optional<X509Certificate> certificate(Name name) {
    return text(name).flatMap(PemText::firstCertificate);
  }

  private Optional<String> text(Name name) {
    try {
      return Optional.of(Files.readString(path(name), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't read " + path(name), failure);
    }
  }

  void write(Name name, String pem) {
    try {
      Path aside = aside(name);
      try (FileChannel channel =
          FileChannel.open(
              aside,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PRIVATE))) {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(pem);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        Files.setPosixFilePermissions(aside, name.mode()); // the umask may have taken bits away
        channel.force(true);
      }
      Files.move(aside, path(name), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + path(name), failure);
    }
  }

  /** Keeps a file that can't be used under another name, for a person to look at. */
  void setAside(Name name) {
    try {
      if (Files.exists(path(name))) {
        Files.move(
            path(name),
            folder.resolve(name.file + ".unusable"),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't move " + path(name), failure);
    }
  }

  private Path aside(Name name) {
    return folder.resolve(name.file + ".new");
  }
}
