package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.BackupEngine.Latest;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.ops.backup.program.ProgramRun;
import eu.rempart.ops.backup.program.ProgramRun.Ended;
import eu.rempart.ops.backup.program.RunControl;
import eu.rempart.ops.backup.program.Summary;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole server, by restic: its files while PostgreSQL knows that they are copied, then once
 * more what PostgreSQL needs to start from them (its manual, "Making a Base Backup Using the Low
 * Level API"). {@code pg_control} comes last, since on a copy it says where the backup ends.
 */
final class ImageBackup {

  /** How the tag that both parts of an image have begins. */
  static final String RUN = "run-";

  /** The first part, of all files. */
  static final String FILES = "files";

  /** Says where the home folder was; its path follows. */
  static final String HOME = "home=";

  /** The second part, of what PostgreSQL's files need. */
  static final String LOG = "log";

  /** Of a part that lacks what was damaged; restic sets it. */
  static final String REPAIRED = "repaired";

  /** What a start writes anew, and what belongs to this start alone. */
  private static final List<String> NOT_OF_POSTGRES =
      List.of(
          "postmaster.pid",
          "postmaster.opts",
          // what is restored leads
          "standby.signal",
          "recovery.signal",
          "pg_replslot/*",
          // comes with the second part
          "pg_wal/*",
          "pg_dynshmem/*",
          "pg_notify/*",
          "pg_serial/*",
          "pg_snapshots/*",
          "pg_stat_tmp/*",
          "pg_subtrans/*");

  private final BackupFolder folder;
  private final BackupSecret secret;
  private final Path data;
  private final DatabaseCopying copying;

  /**
   * @param data the folder of PostgreSQL
   * @param copying tells PostgreSQL
   */
  ImageBackup(BackupFolder folder, BackupSecret secret, Path data, DatabaseCopying copying) {
    // restic follows no symbolic link: what it is told has to lie where it says
    this.folder = new BackupFolder(ImageScope.real(folder.path()));
    this.secret = secret;
    this.data = ImageScope.real(data);
    this.copying = copying;
  }

  /**
   * Makes one, and the repository if there is none.
   *
   * @param server the name of this one
   * @param folders all that is in it, absolute
   * @param excluded patterns of what is not, such as destinations of this machine
   * @param anew reads each file, though it looks as it did before
   * @throws IOException if it fails or is cancelled
   */
  Made make(
      Destination destination,
      String server,
      List<Path> folders,
      List<String> excluded,
      boolean anew,
      RunControl control)
      throws IOException {
    List<String> gone =
        folders.stream().filter(each -> !Files.exists(each)).map(Path::toString).toList();
    if (!gone.isEmpty()) { // restic would leave them out
      throw BackupFailedException.incomplete(gone.size(), gone);
    }
    Restic program = restic(destination);
    prepare(program, control);
    String run = RUN + UUID.randomUUID();
    List<String> without = new ArrayList<>(excluded);
    NOT_OF_POSTGRES.forEach(each -> without.add(ImageScope.asIs(data.toString()) + "/" + each));
    without.add(ImageScope.asIs(folder.cache().toString()));
    without.add(ImageScope.asIs(folder.spool().toString()));
    without.add(ImageScope.asIs(folder.path().resolve(WholeImage.LABEL_FOLDER).toString()));
    Summary summary = new Summary(each -> isDispensable(each, folders));
    try (DatabaseCopying.Copying now = copying.begin("rempart " + run)) {
      Ended files =
          control.run(
              program.backup(
                  server,
                  List.of(run, FILES, HOME + encoded(folder.path().resolveSibling(""))),
                  without,
                  folders,
                  anew),
              line -> {
                summary.heard(line);
                Restic.progress(part -> control.reached(part * 0.95)).accept(line);
              });
      if (files.exit() == Restic.INCOMPLETE) {
        summary.requireAllButDispensable();
      } else if (!files.isWell()) {
        throw new BackupFailedException(files);
      }
      log(program, server, run, now.end(), summary, control);
      now.requireLog();
    }
    return new Made(run, summary.size(), summary.stored(), summary.left());
  }

  /** As the other; a file that looks as it did before is not read again. */
  Made make(
      Destination destination,
      String server,
      List<Path> folders,
      List<String> excluded,
      RunControl control)
      throws IOException {
    return make(destination, server, folders, excluded, false, control);
  }

  /** Repairs what lies at a destination. */
  ImageRepair repair(Destination destination) {
    return new ImageRepair(folder, restic(destination));
  }

  /**
   * What PostgreSQL needs to make one state of files of many moments: its log from the beginning
   * on, and where that ends. Of the log before it parts go away while they are read.
   */
  private void log(
      Restic program, String server, String run, String label, Summary summary, RunControl control)
      throws IOException {
    Path labels = folder.path().resolve(WholeImage.LABEL_FOLDER);
    Files.createDirectories(labels);
    Files.writeString(labels.resolve("backup_label"), label, StandardCharsets.UTF_8);
    Path wal = data.resolve("pg_wal");
    List<String> without = new ArrayList<>(List.of(ImageScope.asIs(wal.toString()) + "/*/*"));
    for (String each : DatabaseCopying.unneeded(label, wal)) {
      without.add(ImageScope.asIs(wal.resolve(each).toString()));
    }
    control.require(
        program.backup(
            server,
            List.of(run, LOG),
            without,
            List.of(wal, data.resolve("global/pg_control"), labels),
            false),
        summary::heard);
  }

  /**
   * An account that is not root may not read all of a server, such as the passwords of its users;
   * all of what was named beside the server as a whole, and of the home folder, it has to read.
   */
  private boolean isDispensable(Path file, List<Path> folders) {
    return !file.startsWith(folder.path().resolveSibling(""))
        && folders.stream().noneMatch(each -> each.getNameCount() > 0 && file.startsWith(each));
  }

  static void prepare(Restic program, RunControl control) throws IOException {
    reach(program, control);
    Ended looked = control.run(program.look(), _ -> {});
    if (looked.exit() == Restic.NO_REPOSITORY) {
      control.require(program.create(), _ -> {});
    } else if (!looked.isWell()) {
      throw new BackupFailedException(looked);
    } else {
      control.require(program.unlock(), _ -> {}); // of a run that ended without a word
    }
  }

  /**
   * Reads all that lies at a destination.
   *
   * @param latest what has to be there; null where nobody knows
   * @return whether everything is as it was written
   * @throws BackupFailedException if what is there is sound, and not the latest
   * @throws IOException if it can't be read
   */
  boolean verify(Destination destination, @Nullable Latest latest, RunControl control)
      throws IOException {
    Restic program = restic(destination);
    reach(program, control);
    control.require(program.unlock(), _ -> {}); // of a run that ended without a word
    Ended verified = control.run(program.verify(), _ -> {});
    if (!verified.isWell() && new BackupFailedException(verified).why() != Why.DAMAGED) {
      throw new BackupFailedException(verified);
    }
    if (verified.isWell()
        && latest != null
        && WholeImage.all(program.list()).stream()
            .noneMatch(each -> each.run().equals(latest.label()))) {
      throw BackupFailedException.putBack("the image " + latest.label());
    }
    return verified.isWell();
  }

  /**
   * Forgets what {@link ImageRetention} does not keep. One that fails is tried again after the next
   * image.
   */
  void forget(Destination destination, RunControl control) throws IOException {
    Restic program = restic(destination);
    List<String> forgotten = ImageRetention.forgotten(program.list());
    if (forgotten.size() >= ImageRetention.WORTH_IT) {
      var _ = control.run(program.forget(forgotten), _ -> {});
    }
  }

  /** restic ends before it has heard why ssh did: so ssh is asked first. */
  static void reach(Restic program, RunControl control) throws IOException {
    Optional<ProgramRun> reaching = program.reach();
    if (reaching.isPresent()) {
      control.require(reaching.get(), _ -> {});
    }
  }

  /**
   * Restores the data of PostgreSQL out of one, so that it can start from them.
   *
   * @param run which one
   * @param target an empty folder
   * @return the folder of the data in it
   */
  Path restoreData(Destination destination, String run, Path target, RunControl control)
      throws IOException {
    Restic program = restic(destination);
    reach(program, control);
    WholeImage image = WholeImage.named(program, run);
    Path restored = target.resolve("data");
    control.require(
        program.restoreBelow(image.files().id(), image.home().resolve(WholeImage.DATA), restored),
        _ -> {});
    image.complete(program, restored, target.resolve(WholeImage.LABEL_FOLDER), control);
    return restored;
  }

  /**
   * Whether one has the keys and certificates of the home folder, without which its database opens
   * for nobody. What came or changed after it was begun it can't have.
   *
   * @param run which one
   * @param target an empty folder
   */
  boolean hasKeys(Destination destination, String run, Path target, RunControl control)
      throws IOException {
    Restic program = restic(destination);
    reach(program, control);
    WholeImage image = WholeImage.named(program, run);
    control.require(
        program.restoreBelow(image.files().id(), image.home(), target, SealedFiles.FOLDERS),
        _ -> {});
    return ImageScope.holdsKeys(folder.path().resolveSibling(""), target, image.begun());
  }

  /** A comma would begin another tag. */
  private static String encoded(Path path) {
    return URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
  }

  private Restic restic(Destination destination) {
    return new Restic(folder, destination, secret.passphrase(destination.use(Technology.IMAGE)));
  }
}
