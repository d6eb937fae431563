package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.ProgramFiles.Server;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes what the programs are told, each file whole or not at all, for this account alone. */
final class BackupFiles {

  private static final FileAttribute<?> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<?> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final BackupFolder folder;
  private final BackupSecret secret;

  BackupFiles(BackupFolder folder, BackupSecret secret) {
    this.folder = folder;
    this.secret = secret;
  }

  /**
   * Writes what everything but archiving needs.
   *
   * @param password of PostgreSQL's superuser
   */
  void write(List<Destination> destinations, Server server, String password) {
    ProgramFiles texts = new ProgramFiles(folder, secret, destinations);
    try {
      for (Path each :
          List.of(folder.path(), folder.log(), folder.locks(), folder.spool(), folder.cache())) {
        Files.createDirectories(each, OWNER_FOLDER);
      }
      write(folder.passwords(), "*:*:*:%s:%s%n".formatted(server.user(), escaped(password)));
      write(folder.sshKey(), secret.sshPrivateKey());
      write(folder.sshPublicKey(), secret.sshPublicKey() + "\n");
      write(folder.knownHosts(), texts.knownHosts());
      write(folder.ssh(), texts.ssh());
      for (Destination each : destinations) {
        Files.createDirectories(folder.locks(each), OWNER_FOLDER);
        write(folder.pgbackrest(each), texts.pgbackrest(server, each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins to archive to these destinations, and to no others. Each must have its repository: after
   * some failures PostgreSQL archives nothing for a minute.
   */
  void archiveTo(List<Destination> prepared, Server server) {
    try {
      if (prepared.isEmpty()) {
        Files.deleteIfExists(folder.pgbackrest());
      } else {
        write(
            folder.pgbackrest(),
            new ProgramFiles(folder, secret, prepared).pgbackrest(server, prepared));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that a destination has its repository. */
  void rememberPrepared(Destination destination) throws IOException {
    write(folder.prepared(destination), destination.address().toString());
  }

  /** Whether it had its repository once; it may be away now. */
  boolean wasPrepared(Destination destination) throws IOException {
    Path note = folder.prepared(destination);
    return Files.exists(note) && Files.readString(note).equals(destination.address().toString());
  }

  /** It has to be made anew what is to be followed by the log. */
  void forgetPrepared(Destination destination) throws IOException {
    Files.deleteIfExists(folder.prepared(destination));
  }

  private static String escaped(String password) {
    return password.replace("\\", "\\\\").replace(":", "\\:");
  }

  private static void write(Path file, String content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createFile(fresh, OWNER_FILE);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh); // of a write that was broken off
      Files.createFile(fresh, OWNER_FILE);
    }
    Files.writeString(fresh, content, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
