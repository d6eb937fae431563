package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the data folder of a new database, with options that the library can't pass on: whole under
 * another name, then moved into its place, so that a process that is killed leaves nothing half
 * done there. Where the folder is a disk of its own, it is made there at once; a half done one is
 * refused at the next start.
 */
final class NewCluster {

  /** As long as it is there, the library takes the folder for a database and makes none. */
  private static final String PLACEHOLDER = "postgresql.conf";

  private static final String LOCK_OF_THE_LIBRARY = "epg-lock";
  private static final String UNFINISHED = "postgres.new";

  /**
   * Checksums find a page that a disk changed. The builtin locale orders by code points, the same
   * on each machine, so that a copy may move to a system with another C library.
   */
  private static final List<String> OPTIONS =
      List.of(
          "--username=" + EmbeddedServer.SUPERUSER,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "--data-checksums",
          "--no-instructions");

  private NewCluster() {}

  /**
   * Keeps the library from making one of its own.
   *
   * @throws DatabaseUnusableException if something is in the folder, which stays as it is
   */
  static void announce(Path data) throws IOException {
    Files.createDirectories(data);
    Path placeholder = data.resolve(PLACEHOLDER);
    try (Stream<Path> files = Files.list(data)) {
      Set<Path> ours = Set.of(placeholder, data.resolve(LOCK_OF_THE_LIBRARY));
      if (!files.allMatch(ours::contains)
          || (Files.exists(placeholder) && Files.size(placeholder) > 0)) {
        throw new DatabaseUnusableException(
            "%s holds no database (there is no PG_VERSION), and is not empty".formatted(data));
      }
    }
    if (!Files.exists(placeholder)) {
      Files.createFile(placeholder);
    }
  }

  /**
   * Makes it in place of what {@link #announce} left.
   *
   * @param password the file with the superuser's
   * @param log what initdb says goes there
   */
  static void make(HomeFolder home, Path data, PostgresPrograms programs, Path password, Path log)
      throws IOException {
    if (isElsewhere(home, data)) {
      forgetAnnouncement(data);
      run(data, programs, password, log);
      return;
    }
    Path unfinished = home.resolve(UNFINISHED);
    FileSystemUtils.deleteRecursively(unfinished);
    run(unfinished, programs, password, log);
    forgetAnnouncement(data);
    Files.delete(data);
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    // without it, a power cut may bring the former name back, and rows would go with it
    try (FileChannel names = FileChannel.open(home.path(), StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** A disk of its own, or a link to one: nothing can be moved there by its name. */
  private static boolean isElsewhere(HomeFolder home, Path data) throws IOException {
    return Files.isSymbolicLink(data)
        || !Files.getFileStore(data).equals(Files.getFileStore(home.path()));
  }

  private static void forgetAnnouncement(Path data) throws IOException {
    Files.delete(data.resolve(PLACEHOLDER));
    Files.deleteIfExists(data.resolve(LOCK_OF_THE_LIBRARY));
  }

  private static void run(Path folder, PostgresPrograms programs, Path password, Path log)
      throws IOException {
    List<String> arguments = new ArrayList<>(OPTIONS);
    arguments.add("--pgdata=" + folder);
    arguments.add("--pwfile=" + password);
    programs.run(log, "initdb", arguments);
  }
}
