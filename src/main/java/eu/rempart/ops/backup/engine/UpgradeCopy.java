package eu.rempart.ops.backup.engine;

import eu.rempart.common.CountryCode;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.ProgramFiles.Server;
import eu.rempart.ops.backup.engine.log.NewTimeline;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A classic copy of the database as it was before an upgrade, in {@code
 * HOME/backup/before-upgrade}. The database is stopped meanwhile. A note beside it says that a
 * migration is under way, so that whoever comes after a crash brings the copy back first.
 */
public final class UpgradeCopy {

  /** None that a destination ever has. */
  private static final int PLACE = 256;

  private static final long MB = 1_000_000;

  /** Of the disk, for the database that goes on. */
  private static final long LEFT = 1_000 * MB;

  private static final Duration REPLAY = Duration.ofMinutes(10);

  private final HomeFolder home;
  private final BackupFolder folder;
  private final Path repository;
  private final Path data;
  private final BackupFiles files;
  private final Destination here;
  private final Pgbackrest program;

  public UpgradeCopy(HomeFolder home, BackupSecret secret) {
    this.home = home;
    this.folder = BackupFolder.of(home.path());
    this.repository = folder.path().resolve("before-upgrade");
    this.data = home.resolve("postgres");
    // its own, since those of the destinations are in force
    BackupFolder own = new BackupFolder(folder.path().resolve("upgrade"));
    this.files = new BackupFiles(own, secret);
    this.here =
        new Destination(
            new UUID(0, PLACE),
            PLACE,
            new DestinationAddress(null, 0, null, repository.toString()),
            CountryCode.of("FR"),
            "");
    this.program = new Pgbackrest(own, here);
  }

  /** Where it lies. */
  public Path path() {
    return repository;
  }

  /**
   * Whether a migration was under way when the process ended, and nothing ran here since: versions
   * that know no such note go on with what is there.
   */
  public boolean isMigrating() {
    Path note = note(home.path());
    Path started = home.resolve("run/info.properties");
    try {
      return Files.exists(note)
          && (!Files.exists(started)
              || Files.getLastModifiedTime(started).compareTo(Files.getLastModifiedTime(note)) < 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application goes on with what is there: nothing is to be brought back any more. */
  public static void forget(Path home) {
    try {
      Files.deleteIfExists(note(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path note(Path home) {
    return home.resolve("backup/upgrade-begun");
  }

  /**
   * Makes it; the one of the upgrade before is gone then.
   *
   * @throws BackupFailedException if that fails; nothing of it is left then
   */
  public void make(RunControl control) throws BackupFailedException {
    try {
      make(control, Files.getFileStore(home.path()).getUsableSpace());
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }

  /**
   * As {@link #make(RunControl)}.
   *
   * @param free bytes on the disk
   */
  void make(RunControl control, long free) throws IOException {
    requireRoom(free);
    boolean made = false;
    try {
      if (Files.exists(repository)) {
        Scratch.delete(repository);
      }
      files.write(List.of(here), server(), "");
      Files.createDirectories(repository);
      control.require(program.createStopped(), _ -> {});
      control.require(program.backupStopped(), Pgbackrest.progress(control::reached));
      Files.writeString(note(home.path()), "", StandardCharsets.US_ASCII);
      made = true;
    } finally {
      if (!made) {
        forget(home.path());
        if (Files.exists(repository)) {
          Scratch.delete(repository); // the database needs the room that it takes
        }
      }
    }
  }

  /** For all of it, as if nothing of it were packed, and for what the migrations write. */
  private void requireRoom(long free) throws IOException {
    long size = size(data);
    long needed = size + size / 5 + LEFT;
    long had = free + (Files.exists(repository) ? size(repository) : 0);
    if (had < needed) {
      throw new BackupFailedException(
          Why.FULL,
          "%d MB are free where %d MB are needed for a copy of the database"
              .formatted(had / MB, needed / MB));
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(each -> each.toFile().length()).sum();
    }
  }

  /**
   * Brings it back, on a timeline of its own.
   *
   * @throws BackupFailedException if that fails; then the copy is all that there is
   */
  public void restore(RunControl control) throws BackupFailedException {
    try {
      DatabaseServer.endLeftOver(data); // that of a process which was killed
      files.write(List.of(here), server(), "");
      control.require(program.restoreStopped(), Pgbackrest.progress(control::reached));
      NewTimeline.atStart(
          data,
          Files.exists(folder.pgbackrest()) ? folder.pgbackrest() : null,
          ProgramFiles.STANZA);
      try (DatabaseServer.Restored server = DatabaseServer.startOn(home, data, REPLAY);
          Connection connection = server.open("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER SYSTEM RESET restore_command");
      }
      NewTimeline.settle(data);
      forget(home.path());
    } catch (SQLException e) {
      throw new BackupFailedException(Why.OTHER, "the database does not start from the copy: " + e);
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }

  private Server server() {
    return new Server(data, home.resolve("run"), 5432, "postgres");
  }
}
