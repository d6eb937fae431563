package eu.rempart.ops.backup.engine;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.engine.ProgramFiles.Server;
import eu.rempart.ops.backup.engine.log.NewTimeline;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings everything back into an empty home folder, with what lies at one destination and the
 * secret of the kit.
 */
public final class Restore {

  private static final Duration REPLAY = Duration.ofHours(2);

  private final HomeFolder home;
  private final BackupFolder folder;
  private final BackupSecret secret;
  private final Destination from;

  /**
   * A backup that lies at the destination.
   *
   * @param label by which its technology knows it
   * @param server whose it is
   * @param size in bytes, of what was backed up
   */
  public record Found(
      Technology technology, String label, String server, Instant begun, long size) {}

  /**
   * @param home empty but for its lock
   * @param from with the number that it had; its repositories open by that
   */
  public Restore(HomeFolder home, BackupSecret secret, Destination from) {
    this.home = home;
    this.folder = BackupFolder.of(home.path());
    this.secret = secret;
    this.from = from;
  }

  /** Has the programs know the destination. */
  public void prepare() throws IOException {
    Server server = new Server(home.resolve("postgres"), home.resolve("run"), 5432, "postgres");
    new BackupFiles(folder, secret).write(List.of(from), server, "");
  }

  /**
   * What can be restored, the latest first.
   *
   * @throws BackupFailedException if the destination does not answer, or another secret wrote there
   */
  public List<Found> find(Technology technology) throws BackupFailedException {
    try {
      ImageBackup.reach(
          image(), new RunControl(_ -> {})); // pgBackRest lists nothing where nobody is
      List<Found> found = new ArrayList<>();
      switch (technology) {
        case CLASSIC ->
            new Pgbackrest(folder, from)
                .list()
                .forEach(
                    each ->
                        found.add(
                            new Found(
                                technology,
                                each.label(),
                                each.server(),
                                each.begun(),
                                each.size())));
        case IMAGE ->
            WholeImage.all(image().list())
                .forEach(
                    each ->
                        found.add(
                            new Found(
                                technology, each.run(), each.server(), each.begun(), each.size())));
      }
      found.sort(Comparator.comparing(Found::begun).reversed());
      return List.copyOf(found);
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }

  /**
   * Brings one back: of the database all that was archived after it, too.
   *
   * @return what the restored database looks like
   * @throws BackupFailedException if that fails; then the folder is of no use
   */
  public Proof run(Found which, RunControl control) throws BackupFailedException {
    try {
      switch (which.technology()) {
        case CLASSIC -> {
          SealedFiles.restore(folder, secret, from, which.server(), home.path(), control);
          control.require(
              new Pgbackrest(folder, from).restoreAll(which.label(), home.resolve("postgres")),
              Pgbackrest.progress(control::reached));
        }
        case IMAGE -> {
          Restic program = image();
          WholeImage.named(program, which.label()).restoreHome(program, home.path(), control);
          prepare(); // the image has those of the lost server in their place
          NewTimeline.atStart(
              home.resolve("postgres"), folder.pgbackrest(from), ProgramFiles.STANZA);
          if (Files.exists(home.resolve("site"))) {
            Scratch.delete(home.resolve("site")); // it stands alone now
          }
        }
      }
      // it says what the lost server saw last, which these data may lack
      Files.deleteIfExists(home.resolve("keys/witness"));
      return finish(which);
    } catch (IOException e) {
      throw BackupFailedException.of(e);
    }
  }

  /** Replays the log; and nothing is archived from here before somebody says so. */
  private Proof finish(Found which) throws IOException {
    Path data = home.resolve("postgres");
    Proof proof;
    try (DatabaseServer.Restored server = DatabaseServer.startOn(home, data, REPLAY);
        Connection connection = server.open("rempart");
        Statement statement = connection.createStatement()) {
      proof = RestoredCheck.of(server, null);
      statement.execute("ALTER SYSTEM RESET ALL");
      if (proof.isGood()) {
        statement.execute(
            "UPDATE backup_destination SET removed_at = now() WHERE removed_at IS NULL");
        statement.execute(
            "SELECT rempart.append_ledger('backup.restore', NULL, '{\"technology\": \"%s\"}')"
                .formatted(which.technology().key()));
      }
    } catch (SQLException e) {
      throw new BackupFailedException(Why.OTHER, "the restored database can't be asked: " + e);
    }
    NewTimeline.settle(data);
    Files.deleteIfExists(home.resolve("postgres.log"));
    Scratch.delete(folder.path());
    secret.write(home);
    return proof;
  }

  private Restic image() {
    return new Restic(folder, from, secret.passphrase(from.use(Technology.IMAGE)));
  }
}
