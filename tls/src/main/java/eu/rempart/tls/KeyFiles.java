package eu.rempart.tls;

import eu.rempart.tls.AuthorityRefusedException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The two files of a certificate for another machine; nothing is ever overwritten. */
record KeyFiles(Path certificate, Path key) {

  /** In this folder, named after the host; a wildcard's asterisk and colons become underscores. */
  static KeyFiles of(Path folder, String name) {
    String stem = name.replace('*', '_').replace(':', '_');
    return new KeyFiles(folder.resolve(stem + ".pem"), folder.resolve(stem + ".key.pem"));
  }

  /** Before a key is made, which takes seconds. */
  void refuseIfUnwritable() {
    Path folder = key.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new AuthorityRefusedException(Reason.FOLDER_UNUSABLE, key.resolveSibling(""));
    }
    for (Path file : new Path[] {certificate, key}) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new AuthorityRefusedException(Reason.FILE_EXISTS, file);
      }
    }
  }

  void write(String keyPem, String certificatePem) {
    create(key, AtomicFile.PRIVATE, keyPem);
    create(certificate, AtomicFile.PUBLIC, certificatePem);
  }

  private static void create(Path file, Set<PosixFilePermission> mode, String text) {
    try {
      Files.createFile(file, PosixFilePermissions.asFileAttribute(AtomicFile.PRIVATE));
      Files.writeString(file, text, StandardOpenOption.WRITE);
      Files.setPosixFilePermissions(file, mode); // the umask may have taken bits away
    } catch (FileAlreadyExistsException present) {
      throw new AuthorityRefusedException(Reason.FILE_EXISTS, file);
    } catch (IOException failure) {
      throw new UncheckedIOException("Can't write " + file, failure);
    }
  }
}
