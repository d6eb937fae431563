package eu.rempart.ops.backup.engine;

import eu.rempart.ops.backup.engine.Pgbackrest.Backup;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The database of this server, by pgBackRest. */
final class ClassicBackup {

  private final BackupFolder folder;

  ClassicBackup(BackupFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes the repository, unless it is there; before the log is archived to it. The server that
   * leads makes it: two that did at once would each seal a part of it with a key of its own.
   *
   * @throws BackupFailedException at one that copies, if there is none yet
   */
  void prepare(Destination destination, boolean leads, RunControl control) throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    if (leads) {
      control.require(program.create(), _ -> {});
    } else {
      Pgbackrest.Presence presence = new Pgbackrest.Presence();
      control.require(program.look(), presence);
      presence.require();
    }
  }

  /**
   * Makes one at a destination that the log is archived to.
   *
   * @param server the name of this one
   * @param whole all files, and not those alone that changed since the last whole one
   * @throws IOException if it fails or is cancelled
   */
  Made make(Destination destination, String server, boolean whole, RunControl control)
      throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    control.require(program.backup(server, whole), Pgbackrest.progress(control::reached));
    Backup made = latest(program.list(), server);
    return new Made(made.label(), made.size(), made.stored(), 0);
  }

  private static Backup latest(List<Backup> all, String server) throws IOException {
    return all.stream()
        .filter(each -> each.server().equals(server))
        .reduce((_, later) -> later)
        .orElseThrow(() -> new IOException("the backup that was made is not there"));
  }

  /**
   * Reads all that lies at a destination. What is missing is looked for once more: while it was
   * read, a part of the log may have come after a later one, and a backup may have been forgotten.
   *
   * @return whether everything is as it was written
   * @throws IOException if it can't be read
   */
  boolean verify(Destination destination, RunControl control) throws IOException {
    return switch (look(destination, control)) {
      case SOUND -> true;
      case ALTERED -> false;
      case LACKING -> look(destination, control) == State.SOUND;
    };
  }

  private enum State {
    SOUND,
    ALTERED,
    LACKING
  }

  private State look(Destination destination, RunControl control) throws IOException {
    Pgbackrest program = new Pgbackrest(folder, destination);
    List<Backup> known = program.list();
    Pgbackrest.Verdict verdict = new Pgbackrest.Verdict();
    control.require(program.verify(), verdict);
    if (!verdict.isSound()) {
      return State.ALTERED;
    }
    return verdict.isAllThere(known) ? State.SOUND : State.LACKING;
  }

  /**
   * What lies at a destination, the oldest first.
   *
   * @throws IOException if it can't be asked
   */
  List<Backup> list(Destination destination) throws IOException {
    return new Pgbackrest(folder, destination).list();
  }

  /**
   * Restores one, so that PostgreSQL can start from it.
   *
   * @param label which one
   * @param target an empty folder
   * @return the folder of the data in it
   */
  Path restoreData(Destination destination, String label, Path target, RunControl control)
      throws IOException {
    Path data = target.resolve("data");
    control.require(new Pgbackrest(folder, destination).restore(label, data), _ -> {});
    return data;
  }
}
